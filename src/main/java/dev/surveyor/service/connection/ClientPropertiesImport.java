package dev.surveyor.service.connection;

import dev.surveyor.domain.connection.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the text of a {@code client.properties} file, or a pasted list such as {@code b1:9092, b2:9092}, into a draft of
 * a profile. Safe for use by any thread; nothing is kept here.
 */
public final class ClientPropertiesImport {

    /** What an application sets for itself; Surveyor chooses these per consumer and producer. */
    private static final Set<String> LEFT_OUT = Set.of(
            "group.id",
            "group.instance.id",
            "key.serializer",
            "value.serializer",
            "key.deserializer",
            "value.deserializer");

    private static final Pattern SERVER_LIST =
            Pattern.compile("\\s*" + BootstrapServers.SERVER + "([\\s,;]+" + BootstrapServers.SERVER + ")*[\\s,;]*");

    private final ClientPropertyCatalog catalog;
    private final SecretNames secretNames;

    public ClientPropertiesImport(ClientPropertyCatalog catalog) {
        this.catalog = catalog;
        this.secretNames = new SecretNames(catalog);
    }

    /**
     * Returns what the text says.
     *
     * @param written the content of the file, or a list of servers; a byte order mark is passed over
     * @param suggestedName the draft's name, for instance the file's name; where blank the first host
     * @throws IllegalArgumentException where the text is neither, with a sentence for the user
     */
    public ProfileDraft read(String written, String suggestedName) {
        String text = PropertiesText.withoutMark(written);
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "There is nothing to import. Paste the lines of a client.properties file, or host:port.");
        }
        if (SERVER_LIST.matcher(text).matches()) {
            List<String> servers = BootstrapServers.split(text);
            return new ProfileDraft(name(suggestedName, servers), servers, "", Map.of(), Map.of(), List.of());
        }
        return draft(properties(text), suggestedName);
    }

    private ProfileDraft draft(Map<String, String> all, String suggestedName) {
        List<String> servers = BootstrapServers.split(all.getOrDefault("bootstrap.servers", ""));
        List<String> notes = new ArrayList<>();
        Map<String, String> plain = new TreeMap<>();
        Map<String, Secret> secrets = new TreeMap<>();
        boolean anyKnown = !servers.isEmpty();
        for (Map.Entry<String, String> entry : all.entrySet()) {
            String property = entry.getKey();
            if (property.equals("bootstrap.servers") || property.equals("client.id")) {
                continue;
            }
            anyKnown |= catalog.find(property).isPresent();
            if (LEFT_OUT.contains(property)) {
                notes.add(property + " is left out: it is chosen for each consumer or producer.");
            } else if (secretNames.holds(property, entry.getValue())) {
                secrets.put(property, new Secret(entry.getValue()));
                notes.add(
                        secretNames.test(property)
                                ? property + " is kept in memory only, never saved; it is asked for at connect."
                                : property + " holds a password: that is never saved, and asked for at connect.");
            } else {
                plain.put(property, entry.getValue());
                catalog.problemWith(property, entry.getValue()).ifPresent(notes::add);
            }
        }
        if (!anyKnown) {
            throw new IllegalArgumentException(
                    "This is not a client.properties text: it has no property that a Kafka client knows. Lines look like"
                            + " bootstrap.servers=host:9092.");
        }
        if (servers.isEmpty()) {
            notes.add(0, "bootstrap.servers is missing: type host:port before you connect.");
        }
        return new ProfileDraft(
                name(suggestedName, servers), servers, all.getOrDefault("client.id", ""), plain, secrets, notes);
    }

    private static Map<String, String> properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The text has a \\u that four hexadecimal digits do not follow. Write a backslash as \\\\.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> sorted = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> sorted.put(name, properties.getProperty(name).strip()));
        return sorted;
    }

    private static String name(String suggested, List<String> servers) {
        if (!suggested.isBlank()) {
            return suggested.strip();
        }
        return servers.isEmpty() ? "imported" : BootstrapServers.host(servers.get(0));
    }
}
