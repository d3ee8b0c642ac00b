package dev.surveyor.kafka.connection;

import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.service.connection.ClientPropertyCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.jspecify.annotations.Nullable;

/** Reads what the clients define: the names, types, ranges, defaults and documentation of their properties. */
public final class KafkaClientPropertyCatalog implements ClientPropertyCatalog {

    /** How the client prints a range: {@code [0,...]} or {@code [0,...,100]}. */
    private static final Pattern RANGE = Pattern.compile("\\[(-?[\\d.E]+),\\.\\.\\.(?:,(-?[\\d.E]+))?]");

    /** The client declares them as passwords, for they may hold anything; certificates are shown to everybody who asks. */
    private static final Set<String> CERTIFICATES =
            Set.of(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG);

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final Map<String, ConfigKey> keys = new TreeMap<>();
    private final Map<String, ClientProperty> properties = new TreeMap<>();

    /** Reads the definitions of all clients. */
    public KafkaClientPropertyCatalog() {
        Map<String, List<String>> users = new TreeMap<>();
        for (ClientKind kind : ClientKind.values()) {
            kind.definition().configKeys().forEach((name, key) -> {
                if (!key.internalConfig) {
                    keys.putIfAbsent(name, key);
                    users.computeIfAbsent(name, unused -> new ArrayList<>()).add(kind.toString());
                }
            });
        }
        keys.forEach((name, key) -> properties.put(name, property(key, users.getOrDefault(name, List.of()))));
    }

    @Override
    public List<ClientProperty> all() {
        return List.copyOf(properties.values());
    }

    @Override
    public Optional<ClientProperty> find(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    @Override
    public Optional<String> problemWith(String name, String value) {
        ConfigKey key = keys.get(name);
        if (key == null) {
            String hint = NearestName.of(name.strip(), keys.keySet())
                    .map(nearest -> " Did you mean " + nearest + "?")
                    .orElse("");
            return Optional.of("The Kafka clients have no property '" + name + "'." + hint);
        }
        if (CERTIFICATES.contains(name) && !value.contains("-----BEGIN CERTIFICATE-----")) {
            return Optional.of(
                    "Paste the text of the certificates, each from its BEGIN to its END; line ends may be lost.");
        }
        String shown = key.type == ConfigDef.Type.PASSWORD ? "the value" : "'" + value + "'";
        Object parsed;
        try {
            parsed = ConfigDef.parseType(name, value, key.type);
        } catch (ConfigException wrongType) {
            return Optional.of(name + " must be " + typeInWords(key.type) + "; " + shown + " is not.");
        }
        return outOfRange(key, parsed)
                ? Optional.of(name + " must be " + rangeInWords(key) + "; " + shown + " is not.")
                : Optional.empty();
    }

    private static boolean outOfRange(ConfigKey key, @Nullable Object parsed) {
        if (key.validator == null) {
            return false;
        }
        try {
            key.validator.ensureValid(key.name, parsed);
            return false;
        } catch (ConfigException refused) {
            return true;
        }
    }

    private static ClientProperty property(ConfigKey key, List<String> users) {
        boolean certificates = CERTIFICATES.contains(key.name);
        return new ClientProperty(
                key.name,
                certificates ? "PEM" : key.type.name(),
                key.hasDefault() ? defaultText(key) : "",
                rangeInWords(key),
                plain(key.documentation),
                key.type == ConfigDef.Type.PASSWORD && !certificates,
                users);
    }

    private static String defaultText(ConfigKey key) {
        String text = ConfigDef.convertToString(key.defaultValue, key.type);
        return text == null ? "" : text;
    }

    private static String rangeInWords(ConfigKey key) {
        if (key.validator == null) {
            return "";
        }
        String text = key.validator.toString();
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return text.startsWith("[") ? "one of " + text.substring(1, text.length() - 1) : text;
        }
        return range.group(2) == null
                ? range.group(1) + " or more"
                : "from " + range.group(1) + " to " + range.group(2);
    }

    private static String typeInWords(ConfigDef.Type type) {
        return switch (type) {
            case BOOLEAN -> "true or false";
            case SHORT, INT, LONG -> "a whole number (" + type.name().toLowerCase(Locale.ROOT) + ")";
            case DOUBLE -> "a number";
            case LIST -> "a list with commas";
            case CLASS -> "the name of a class on the class path";
            case STRING, PASSWORD -> "a text";
        };
    }

    /** The documentation is a fragment of HTML. */
    private static String plain(@Nullable String html) {
        if (html == null) {
            return "";
        }
        String text = TAG.matcher(html).replaceAll(" ");
        text = text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        return WHITE_SPACE
                .matcher(text)
                .replaceAll(" ")
                .replace(" .", ".")
                .replace(" ,", ",")
                .strip();
    }
}
