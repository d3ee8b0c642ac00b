package dev.surveyor.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A profile as JSON and back. Values of secret properties are left out, only their names are kept. */
final class ProfileJson {

    private final Predicate<String> secretName;

    /** @param secretName tells which client properties hold secrets, whatever the profile says of them */
    ProfileJson(Predicate<String> secretName) {
        this.secretName = secretName;
    }

    ObjectNode write(ConnectionProfile profile) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", profile.id());
        node.put("name", profile.name());
        node.putObject("environment")
                .put("name", profile.environment().name())
                .put("tag", profile.environment().tag())
                .put("color", profile.environment().color());
        ArrayNode servers = node.putArray("bootstrapServers");
        profile.bootstrapServers().forEach(servers::add);
        node.put("clientId", profile.clientId());
        if (!profile.security().equals(SecuritySettings.NONE)) {
            node.putObject("security")
                    .put("protocol", profile.security().protocol())
                    .put("saslMechanism", profile.security().saslMechanism());
        }
        Set<String> secrets = new TreeSet<>(profile.secretProperties());
        ObjectNode properties = node.putObject("properties");
        profile.properties().forEach((name, value) -> {
            if (secrets.contains(name) || secretName.test(name)) {
                secrets.add(name);
            } else {
                properties.put(name, value);
            }
        });
        ArrayNode secretNames = node.putArray("secretProperties");
        secrets.forEach(secretNames::add);
        return node;
    }

    /**
     * Returns the profile.
     *
     * @throws IllegalArgumentException where something is missing or wrong, saying what
     */
    ConnectionProfile read(JsonNode node) {
        JsonNode environment = required(node, "environment");
        JsonNode security = node.path("security");
        Map<String, String> properties = new TreeMap<>();
        node.path("properties")
                .properties()
                .forEach(
                        entry -> properties.put(entry.getKey(), entry.getValue().asText()));
        return new ConnectionProfile(
                text(node, "id"),
                text(node, "name"),
                new Environment(text(environment, "name"), text(environment, "tag"), text(environment, "color")),
                texts(required(node, "bootstrapServers")),
                node.path("clientId").asText(""),
                new SecuritySettings(textOrNull(security, "protocol"), textOrNull(security, "saslMechanism")),
                properties,
                Set.copyOf(texts(node.path("secretProperties"))));
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
        return value;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = required(node, field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("'" + field + "' is not a text: " + value);
        }
        return value.textValue();
    }

    private static @Nullable String textOrNull(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).textValue() : null;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
