package dev.surveyor.kafka.testing;

import dev.surveyor.sandbox.Broker;
import dev.surveyor.sandbox.BrokerPorts;
import dev.surveyor.testing.BrokerCache;
import dev.surveyor.testing.FreePorts;
import dev.surveyor.testing.TestAuthority;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A broker with a listener of every kind, see {@link Listener}, whose topics want an ACL: {@code admin} may do all,
 * {@code alice} nothing, {@code bob} what a test allows him for names of its own.
 */
public final class SecuredBroker implements AutoCloseable {

    /** The host that {@link Listener#AWAYNAME} announces. */
    public static final String UNKNOWN_NAME = "kafka.invalid";

    private static final ThreadFactory THREADS = work -> {
        Thread thread = new Thread(work, "secured-broker");
        thread.setDaemon(true);
        return thread;
    };

    private final Path folder;
    private final Broker broker;
    private final TestAuthority authority;
    private final TokenServer tokens;
    private final Map<Listener, Integer> ports;

    private SecuredBroker(
            Path folder, Broker broker, TestAuthority authority, TokenServer tokens, Map<Listener, Integer> ports) {
        this.folder = folder;
        this.broker = broker;
        this.authority = authority;
        this.tokens = tokens;
        this.ports = ports;
    }

    /** How the broker can be reached. */
    public enum Listener {
        /** A login with PLAIN or SCRAM-SHA-256. */
        LOGIN("SASL_PLAINTEXT"),
        /** Plain text, no login. */
        OPEN("PLAINTEXT"),
        TLS("SSL"),
        /** TLS where the client shows a certificate. */
        MUTUAL("SSL"),
        /** TLS and a login with PLAIN. */
        TLSLOGIN("SASL_SSL"),
        /** A login with a token of {@link SecuredBroker#tokens()}. */
        TOKEN("SASL_PLAINTEXT"),
        /** As {@link #OPEN}, but it sends its clients to a port where nothing listens. */
        AWAY("PLAINTEXT"),
        /** As {@link #LOGIN}, but it sends its clients to a port where nothing listens. */
        AWAYLOGIN("SASL_PLAINTEXT"),
        /** As {@link #OPEN}, but it sends its clients to a name that nobody knows. */
        AWAYNAME("PLAINTEXT");

        private final String protocol;

        Listener(String protocol) {
            this.protocol = protocol;
        }

        private String at(int port) {
            return this + "://127.0.0.1:" + port;
        }
    }

    /** Returns a broker that answers. */
    public static SecuredBroker start() throws IOException {
        BrokerCache.prepare();
        Path folder = Files.createTempDirectory("surveyor-secured-broker");
        TestAuthority authority = new TestAuthority(Files.createDirectory(folder.resolve("authority")));
        TokenServer tokens = new TokenServer();
        Path keys = folder.resolve("jwks.json");
        tokens.writeKeys(keys);
        Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            ports.put(listener, FreePorts.next());
        }
        Broker broker = new Broker(
                folder.resolve("broker"),
                THREADS,
                "c2VjdXJlZGJyb2tlci1hYQ",
                List.of("-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + keys.toUri()));
        SecuredBroker secured = new SecuredBroker(folder, broker, authority, tokens, ports);
        BrokerPorts plain = new BrokerPorts(ports.get(Listener.OPEN), FreePorts.next());
        try {
            broker.start(plain, settings(folder, authority, ports, plain.controller()));
        } catch (IOException | RuntimeException | Error fault) {
            secured.close();
            throw fault;
        } catch (InterruptedException interrupted) {
            secured.close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the start of the broker was interrupted");
        }
        return secured;
    }

    private static Map<String, String> settings(
            Path folder, TestAuthority authority, Map<Listener, Integer> ports, int controllerPort) {
        String login = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\""
                + " password=\"admin-secret\" user_admin=\"admin-secret\" user_alice=\"alice-secret\" user_bob=\"bob-secret\";";
        Map<String, String> settings = new HashMap<>();
        settings.put("listeners", all(Listener::at, ports) + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put(
                "advertised.listeners",
                all(
                        (listener, port) -> listener == Listener.AWAYNAME
                                ? listener + "://" + UNKNOWN_NAME + ":" + port
                                : listener.name().startsWith("AWAY") ? listener.at(1) : listener.at(port),
                        ports));
        settings.put("inter.broker.listener.name", Listener.LOGIN.name());
        settings.put(
                "listener.security.protocol.map",
                all((listener, port) -> listener + ":" + listener.protocol, ports) + ",CONTROLLER:PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-256,OAUTHBEARER");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put("listener.name.login.sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-256");
        settings.put("listener.name.login.plain.sasl.jaas.config", login);
        settings.put(
                "listener.name.login.scram-sha-256.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        for (String name : List.of("tlslogin", "awaylogin")) {
            settings.put("listener.name." + name + ".sasl.enabled.mechanisms", "PLAIN");
            settings.put("listener.name." + name + ".plain.sasl.jaas.config", login);
        }
        settings.put("listener.name.token.sasl.enabled.mechanisms", "OAUTHBEARER");
        settings.put(
                "listener.name.token.oauthbearer.sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
        settings.put(
                "listener.name.token.oauthbearer.sasl.server.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler");
        settings.put(
                "sasl.oauthbearer.jwks.endpoint.url",
                folder.resolve("jwks.json").toUri().toString());
        settings.put("sasl.oauthbearer.expected.audience", TokenServer.AUDIENCE);
        settings.put("sasl.oauthbearer.expected.issuer", TokenServer.ISSUER);
        Path keys = authority.store("broker");
        for (String name : List.of("tls", "mutual", "tlslogin")) {
            settings.put("listener.name." + name + ".ssl.keystore.type", "PKCS12");
            settings.put("listener.name." + name + ".ssl.keystore.location", keys.toString());
            settings.put("listener.name." + name + ".ssl.keystore.password", TestAuthority.PASSWORD);
            settings.put("listener.name." + name + ".ssl.key.password", TestAuthority.PASSWORD);
        }
        settings.put("listener.name.mutual.ssl.client.auth", "required");
        settings.put("listener.name.mutual.ssl.truststore.type", "PKCS12");
        settings.put(
                "listener.name.mutual.ssl.truststore.location",
                authority.file("trust.p12").toString());
        settings.put("listener.name.mutual.ssl.truststore.password", TestAuthority.PASSWORD);
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS;User:admin");
        return settings;
    }

    /** Returns the address of the listener that wants a login. */
    public String bootstrapServers() {
        return bootstrapServers(Listener.LOGIN);
    }

    public String bootstrapServers(Listener listener) {
        return "127.0.0.1:" + ports.get(listener);
    }

    /** Returns who signed the certificate of the broker; clients with another of its certificates are let in. */
    public TestAuthority authority() {
        return authority;
    }

    /** Returns the endpoint whose tokens the broker takes. */
    public TokenServer tokens() {
        return tokens;
    }

    private static String all(BiFunction<Listener, Integer, String> text, Map<Listener, Integer> ports) {
        return ports.entrySet().stream()
                .map(entry -> text.apply(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(","));
    }

    /** Returns the value of {@code sasl.jaas.config} for a user. */
    public static String login(String user, String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\""
                + password + "\";";
    }

    @Override
    public void close() {
        tokens.close();
        try {
            broker.kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
