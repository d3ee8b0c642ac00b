package dev.surveyor.domain.connection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A saved way to a cluster. Holds no secret: the names of those that are asked for at connect are in
 * {@code secretProperties}.
 *
 * @param id never changes and is never shown
 * @param name what the user calls it, not blank
 * @param environment what kind of cluster it is
 * @param bootstrapServers {@code host:port} of one or more brokers
 * @param clientId the {@code client.id} that the clients start from; empty for the default
 * @param security what the forms for security fill in; {@link SecuritySettings#NONE} where properties by name say it
 * @param properties further client properties by name; never one of the client's password type
 * @param secretProperties names of the client properties whose values are asked for at connect
 */
public record ConnectionProfile(
        String id,
        String name,
        Environment environment,
        List<String> bootstrapServers,
        String clientId,
        SecuritySettings security,
        Map<String, String> properties,
        Set<String> secretProperties) {

    /** The {@code client.id} of a profile that names none. */
    public static final String DEFAULT_CLIENT_ID = "surveyor";

    public ConnectionProfile {
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(clientId, "clientId");
        if (id.isBlank()) {
            throw new IllegalArgumentException("profile id is blank");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("profile name is blank");
        }
        if (bootstrapServers.isEmpty()) {
            throw new IllegalArgumentException("profile '" + name + "' has no bootstrap server");
        }
        bootstrapServers = List.copyOf(bootstrapServers);
        properties = java.util.Collections.unmodifiableMap(new TreeMap<>(properties));
        secretProperties = java.util.Collections.unmodifiableSet(new TreeSet<>(secretProperties));
    }

    /** Returns the servers as the {@code bootstrap.servers} property wants them. */
    public String bootstrapServersText() {
        return String.join(",", bootstrapServers);
    }
}
