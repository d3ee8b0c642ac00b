package dev.surveyor.kafka.client;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.kafka.security.PemText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The properties of the clients of one connection: the app's defaults, under those of the profile and its secrets.
 * Each client is given only properties that it knows, so that none warns of the others'. Safe for use by any thread.
 */
public final class ClientSettings {

    /** Names that say what one client does rather than how the cluster is reached; a profile cannot set them. */
    private static final List<String> OWN = List.of(
            CommonClientConfigs.CLIENT_ID_CONFIG,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ConsumerConfig.GROUP_ID_CONFIG,
            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG);

    private final ConnectionProfile profile;
    private final Map<String, Secret> secrets;
    private final Map<String, AtomicInteger> made = new ConcurrentHashMap<>();

    /**
     * Keeps a profile and its secrets.
     *
     * @param profile where to
     * @param secrets the values of its secret properties, by name
     */
    public ClientSettings(ConnectionProfile profile, Map<String, Secret> secrets) {
        this.profile = profile;
        this.secrets = Map.copyOf(secrets);
    }

    public ConnectionProfile profile() {
        return profile;
    }

    /** Returns how the cluster is spoken to; {@code PLAINTEXT} where nothing is said or the client will refuse it. */
    public SecurityProtocol securityProtocol() {
        String set = profile.security().protocol();
        String name = set != null
                ? set
                : profile.properties()
                        .getOrDefault(
                                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                                CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
        return Arrays.stream(SecurityProtocol.values())
                .filter(protocol -> protocol.name.equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElse(SecurityProtocol.PLAINTEXT);
    }

    /** Returns whether a client logs in somewhere else than at a broker, and does so while it is made. */
    public boolean logsInElsewhere() {
        SecurityProtocol protocol = securityProtocol();
        boolean sasl = protocol == SecurityProtocol.SASL_PLAINTEXT || protocol == SecurityProtocol.SASL_SSL;
        String mechanism = saslMechanism();
        return sasl && !mechanism.equals("PLAIN") && !mechanism.startsWith("SCRAM-");
    }

    /** Returns the mechanism of a SASL login: what is set, or the client's default. */
    public String saslMechanism() {
        String set = profile.security().saslMechanism();
        return set != null
                ? set
                : profile.properties().getOrDefault(SaslConfigs.SASL_MECHANISM, SaslConfigs.DEFAULT_SASL_MECHANISM);
    }

    /**
     * Returns a {@code client.id} that no other client of this connection has, for instance {@code surveyor-consumer-2}.
     *
     * @param role what comes between the profile's client id and the number
     */
    public String nextClientId(String role) {
        String base = profile.clientId().isBlank() ? ConnectionProfile.DEFAULT_CLIENT_ID : profile.clientId();
        int number = made.computeIfAbsent(role, unused -> new AtomicInteger()).incrementAndGet();
        return base + "-" + role + "-" + number;
    }

    /** Returns the next {@code client.id} of a client of that kind. */
    public String nextClientId(ClientKind kind) {
        return nextClientId(kind.toString());
    }

    /**
     * Returns the properties of a client, for the caller to add its own to. Holds secrets in clear: never to be logged.
     *
     * @param kind which client
     * @param clientId its {@code client.id}
     */
    public Map<String, Object> of(ClientKind kind, String clientId) {
        Map<String, Object> properties = new HashMap<>(defaults(kind));
        profile.properties().forEach((name, value) -> put(properties, kind, name, value));
        if (profile.security().protocol() != null) {
            properties.put(
                    CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                    profile.security().protocol());
        }
        if (profile.security().saslMechanism() != null) {
            properties.put(SaslConfigs.SASL_MECHANISM, profile.security().saslMechanism());
        }
        secrets.forEach((name, secret) -> put(properties, kind, name, secret.reveal()));
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, profile.bootstrapServersText());
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return properties;
    }

    private static void put(Map<String, Object> properties, ClientKind kind, String name, String value) {
        if (kind.propertyNames().contains(name) && !OWN.contains(name)) {
            properties.put(name, PemText.isValueOf(name) ? PemText.withLineEnds(value) : value);
        }
    }

    private static Map<String, Object> defaults(ClientKind kind) {
        Map<String, Object> defaults = new HashMap<>();
        // A person waits: find out about a dead host in seconds, and be there soon after it is back.
        defaults.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 2_000);
        defaults.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 4_000);
        defaults.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 100);
        defaults.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        // A login that is granted elsewhere is waited for while a client is made, by default for ever.
        defaults.put(SaslConfigs.SASL_LOGIN_CONNECT_TIMEOUT_MS, 2_000);
        defaults.put(SaslConfigs.SASL_LOGIN_READ_TIMEOUT_MS, 3_000);
        defaults.put(SaslConfigs.SASL_LOGIN_RETRY_BACKOFF_MAX_MS, 1_000L);
        defaults.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, List.of());
        defaults.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        switch (kind) {
            case ADMIN -> {
                defaults.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
                defaults.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
            }
            case PRODUCER -> {
                // Who waits longer asks again: so that closing is heard, and the time is that of the record.
                defaults.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
                defaults.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
                defaults.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000);
                defaults.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
                defaults.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
            }
            case CONSUMER -> {
                defaults.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
                defaults.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
                defaults.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
            }
        }
        return defaults;
    }
}
