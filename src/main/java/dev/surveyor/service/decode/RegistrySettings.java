package dev.surveyor.service.decode;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection's schema registry is and how to log in, as properties of the profile say it.
 *
 * @param urls one or more, tried in turn
 * @param user the name to log in with, or null
 * @param password asked for at connect, or null
 * @param token a bearer token, asked for at connect, or null
 * @param truststore a file with the certificates to trust (PEM, PKCS12 or JKS), or null for those of the system
 * @param truststorePassword or null
 */
public record RegistrySettings(
        List<String> urls,
        @Nullable String user,
        @Nullable Secret password,
        @Nullable Secret token,
        @Nullable String truststore,
        @Nullable Secret truststorePassword) {

    /** All properties that are about the registry begin so; the clients of Kafka never see them. */
    public static final String PREFIX = "schema.registry.";

    public static final String URL = PREFIX + "url";
    public static final String USER = PREFIX + "user";
    public static final String PASSWORD = PREFIX + "password";
    public static final String TOKEN = PREFIX + "token";
    public static final String TRUSTSTORE = PREFIX + "ssl.truststore.location";
    public static final String TRUSTSTORE_PASSWORD = PREFIX + "ssl.truststore.password";

    /** The names under which the serializers of Confluent know the same; {@code user:password} in one. */
    private static final List<String> USER_INFO = List.of(PREFIX + "basic.auth.user.info", "basic.auth.user.info");

    private static final String BEARER = "bearer.auth.token";
    private static final Set<String> OTHERS =
            Set.of("basic.auth.user.info", "basic.auth.credentials.source", BEARER, "bearer.auth.credentials.source");

    public RegistrySettings {
        urls = List.copyOf(urls);
    }

    /** Returns whether a property of a profile is about the registry and not for the clients of Kafka. */
    public static boolean names(String property) {
        return property.startsWith(PREFIX) || OTHERS.contains(property);
    }

    /** Returns the settings; empty where the profile names no registry. */
    public static Optional<RegistrySettings> of(ConnectionProfile profile, Map<String, Secret> secrets) {
        List<String> urls = new ArrayList<>();
        for (String url : profile.properties().getOrDefault(URL, "").split(",")) {
            String trimmed = url.strip();
            if (!trimmed.isEmpty()) {
                urls.add(trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed);
            }
        }
        if (urls.isEmpty()) {
            return Optional.empty();
        }
        String user = profile.properties().get(USER);
        Secret password = secrets.get(PASSWORD);
        for (String name : USER_INFO) {
            Secret both = secrets.get(name);
            int colon = both == null ? -1 : both.reveal().indexOf(':');
            if (both != null && colon >= 0) {
                user = both.reveal().substring(0, colon);
                password = new Secret(both.reveal().substring(colon + 1));
            }
        }
        Secret token = secrets.containsKey(TOKEN) ? secrets.get(TOKEN) : secrets.get(BEARER);
        return Optional.of(new RegistrySettings(
                urls,
                user == null || user.isBlank() ? null : user,
                password,
                token,
                profile.properties().get(TRUSTSTORE),
                secrets.get(TRUSTSTORE_PASSWORD)));
    }

    /** Returns the profile as the clients of Kafka may see it. */
    public static ConnectionProfile without(ConnectionProfile profile) {
        Map<String, String> properties = new TreeMap<>(profile.properties());
        properties.keySet().removeIf(RegistrySettings::names);
        Set<String> secrets = new TreeSet<>(profile.secretProperties());
        secrets.removeIf(RegistrySettings::names);
        return new ConnectionProfile(
                profile.id(),
                profile.name(),
                profile.environment(),
                profile.bootstrapServers(),
                profile.clientId(),
                profile.security(),
                properties,
                secrets);
    }
}
