package dev.surveyor.kafka.testing;

import dev.surveyor.sandbox.broker.BrokerMain;
import dev.surveyor.testing.FreePorts;
import dev.surveyor.testing.TestAuthority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A broker with a listener of every kind, see {@link Listener}, whose topics want an ACL: {@code admin} may do all,
 * {@code alice} nothing.
 */
public final class SecuredBroker implements AutoCloseable {

    /** The host that {@link Listener#AWAYNAME} announces. */
    public static final String UNKNOWN_NAME = "kafka.invalid";

    private final Path folder;
    private final Process process;
    private final TestAuthority authority;
    private final TokenServer tokens;
    private final Map<Listener, Integer> ports;

    private SecuredBroker(
            Path folder, Process process, TestAuthority authority, TokenServer tokens, Map<Listener, Integer> ports) {
        this.folder = folder;
        this.process = process;
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
        Path folder = Files.createTempDirectory("surveyor-secured-broker");
        TestAuthority authority = new TestAuthority(Files.createDirectory(folder.resolve("authority")));
        TokenServer tokens = new TokenServer();
        Path keys = folder.resolve("jwks.json");
        tokens.writeKeys(keys);
        Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            ports.put(listener, FreePorts.next());
        }
        Path settings = folder.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(settings)) {
            settings(folder, authority, ports, FreePorts.next()).store(out, null);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + keys.toUri(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerMain.class.getName(),
                        settings.toString(),
                        "c2VjdXJlZGJyb2tlci1hYQ")
                .redirectErrorStream(true)
                .start();
        SecuredBroker broker = new SecuredBroker(folder, process, authority, tokens, ports);
        try {
            process.getOutputStream().write(BrokerMain.BEGIN);
            process.getOutputStream().flush();
            broker.awaitStarted();
        } catch (IOException | RuntimeException | Error fault) {
            broker.close();
            throw fault;
        }
        return broker;
    }

    private void awaitStarted() throws IOException {
        StringBuilder said = new StringBuilder();
        // Left open: the process writes on for as long as it lives.
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(BrokerMain.STARTED)) {
                Thread drain = new Thread(() -> out.lines().forEach(rest -> {}), "secured-broker-output");
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        throw new IOException("the broker did not start:\n" + said);
    }

    private static Properties settings(
            Path folder, TestAuthority authority, Map<Listener, Integer> ports, int controllerPort) {
        String login = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\""
                + " password=\"admin-secret\" user_admin=\"admin-secret\" user_alice=\"alice-secret\";";
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("listeners", all(Listener::at, ports) + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty(
                "advertised.listeners",
                all(
                        (listener, port) -> listener == Listener.AWAYNAME
                                ? listener + "://" + UNKNOWN_NAME + ":" + port
                                : listener.name().startsWith("AWAY") ? listener.at(1) : listener.at(port),
                        ports));
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("inter.broker.listener.name", Listener.LOGIN.name());
        settings.setProperty(
                "listener.security.protocol.map",
                all((listener, port) -> listener + ":" + listener.protocol, ports) + ",CONTROLLER:PLAINTEXT");
        settings.setProperty("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-256,OAUTHBEARER");
        settings.setProperty("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.setProperty("listener.name.login.sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-256");
        settings.setProperty("listener.name.login.plain.sasl.jaas.config", login);
        settings.setProperty(
                "listener.name.login.scram-sha-256.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        for (String name : List.of("tlslogin", "awaylogin")) {
            settings.setProperty("listener.name." + name + ".sasl.enabled.mechanisms", "PLAIN");
            settings.setProperty("listener.name." + name + ".plain.sasl.jaas.config", login);
        }
        settings.setProperty("listener.name.token.sasl.enabled.mechanisms", "OAUTHBEARER");
        settings.setProperty(
                "listener.name.token.oauthbearer.sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
        settings.setProperty(
                "listener.name.token.oauthbearer.sasl.server.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler");
        settings.setProperty(
                "sasl.oauthbearer.jwks.endpoint.url",
                folder.resolve("jwks.json").toUri().toString());
        settings.setProperty("sasl.oauthbearer.expected.audience", TokenServer.AUDIENCE);
        settings.setProperty("sasl.oauthbearer.expected.issuer", TokenServer.ISSUER);
        Path keys = authority.store("broker");
        for (String name : List.of("tls", "mutual", "tlslogin")) {
            settings.setProperty("listener.name." + name + ".ssl.keystore.type", "PKCS12");
            settings.setProperty("listener.name." + name + ".ssl.keystore.location", keys.toString());
            settings.setProperty("listener.name." + name + ".ssl.keystore.password", TestAuthority.PASSWORD);
            settings.setProperty("listener.name." + name + ".ssl.key.password", TestAuthority.PASSWORD);
        }
        settings.setProperty("listener.name.mutual.ssl.client.auth", "required");
        settings.setProperty("listener.name.mutual.ssl.truststore.type", "PKCS12");
        settings.setProperty(
                "listener.name.mutual.ssl.truststore.location",
                authority.file("trust.p12").toString());
        settings.setProperty("listener.name.mutual.ssl.truststore.password", TestAuthority.PASSWORD);
        settings.setProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.setProperty("super.users", "User:ANONYMOUS;User:admin");
        settings.setProperty("log.dirs", folder.resolve("data").toString());
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("auto.create.topics.enable", "false");
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
        process.destroyForcibly().onExit().join();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
