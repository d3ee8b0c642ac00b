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

/**
 * A profile as JSON and back. Values of secret properties are left out, only their names are kept. What this version
 * does not know, because a later one wrote it, stays in the JSON; what it knows must have the right form.
 */
final class ProfileJson {

    private final Predicate<String> secretName;

    /** @param secretName tells which client properties hold secrets, whatever the profile says of them */
    ProfileJson(Predicate<String> secretName) {
        this.secretName = secretName;
    }

    /**
     * Returns the profile as JSON.
     *
     * @param before what the file says of this profile now, null for nothing; not changed
     */
    ObjectNode write(ConnectionProfile profile, @Nullable ObjectNode before) {
        ObjectNode node = before == null ? JsonNodeFactory.instance.objectNode() : before.deepCopy();
        node.put("id", profile.id());
        node.put("name", profile.name());
        node.withObjectProperty("environment")
                .put("name", profile.environment().name())
                .put("tag", profile.environment().tag())
                .put("color", profile.environment().color());
        ArrayNode servers = node.putArray("bootstrapServers");
        profile.bootstrapServers().forEach(servers::add);
        node.put("clientId", profile.clientId());
        writeSecurity(node, profile.security());
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

    private static void writeSecurity(ObjectNode node, SecuritySettings security) {
        if (!security.equals(SecuritySettings.NONE)) {
            node.withObjectProperty("security")
                    .put("protocol", security.protocol())
                    .put("saslMechanism", security.saslMechanism());
        } else if (node.get("security") instanceof ObjectNode left) {
            left.remove(List.of("protocol", "saslMechanism"));
            if (left.isEmpty()) {
                node.remove("security");
            }
        }
    }

    /**
     * Returns the profile.
     *
     * @throws IllegalArgumentException where something is missing or wrong, saying what
     */
    ConnectionProfile read(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("it is not an object: " + node.getNodeType());
        }
        JsonNode environment = object(node, "environment");
        JsonNode security = node.has("security") ? object(node, "security") : JsonNodeFactory.instance.objectNode();
        return new ConnectionProfile(
                text(node, "id"),
                text(node, "name"),
                new Environment(text(environment, "name"), text(environment, "tag"), text(environment, "color")),
                texts(node, "bootstrapServers"),
                node.has("clientId") ? text(node, "clientId") : "",
                new SecuritySettings(textOrNull(security, "protocol"), textOrNull(security, "saslMechanism")),
                node.has("properties") ? properties(object(node, "properties")) : Map.of(),
                node.has("secretProperties") ? Set.copyOf(texts(node, "secretProperties")) : Set.of());
    }

    private static Map<String, String> properties(JsonNode object) {
        Map<String, String> properties = new TreeMap<>();
        object.properties().forEach(entry -> {
            // Numbers and truth values mean what their text means to the Kafka clients.
            if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
                throw new IllegalArgumentException("the property '" + entry.getKey() + "' is not a text");
            }
            properties.put(entry.getKey(), entry.getValue().asText());
        });
        return properties;
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
        return value;
    }

    private static JsonNode object(JsonNode node, String field) {
        JsonNode value = required(node, field);
        if (!value.isObject()) {
            throw new IllegalArgumentException("'" + field + "' is not an object");
        }
        return value;
    }

    private static String text(JsonNode node, String field) {
        return text(field, required(node, field));
    }

    private static String text(String field, JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("'" + field + "' is not a text");
        }
        return value.textValue();
    }

    private static @Nullable String textOrNull(JsonNode node, String field) {
        return node.hasNonNull(field) ? text(node, field) : null;
    }

    private static List<String> texts(JsonNode node, String field) {
        JsonNode array = required(node, field);
        if (!array.isArray()) {
            throw new IllegalArgumentException("'" + field + "' is not a list");
        }
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(text(field, element)));
        return texts;
    }
}
