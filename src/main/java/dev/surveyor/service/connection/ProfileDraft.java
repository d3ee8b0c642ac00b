package dev.surveyor.service.connection;

import dev.surveyor.domain.connection.Secret;
import java.util.List;
import java.util.Map;

/**
 * What was imported and is to be looked at before it becomes a profile. Lives in memory only.
 *
 * @param name a suggestion
 * @param bootstrapServers {@code host:port}, as written; may be empty
 * @param clientId empty where none was given
 * @param properties further client properties, in the order of their names
 * @param secrets values of the password type, by name; asked for again after the next start
 * @param notes what the user should know, one sentence each: unknown names, wrong values, names left out
 */
public record ProfileDraft(
        String name,
        List<String> bootstrapServers,
        String clientId,
        Map<String, String> properties,
        Map<String, Secret> secrets,
        List<String> notes) {
    public ProfileDraft {
        bootstrapServers = List.copyOf(bootstrapServers);
        properties = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(properties));
        secrets = Map.copyOf(secrets);
        notes = List.copyOf(notes);
    }
}
