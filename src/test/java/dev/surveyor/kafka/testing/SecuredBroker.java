package dev.surveyor.kafka.testing;

import dev.surveyor.sandbox.broker.BrokerMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A broker whose only listener for clients wants a SASL login (PLAIN) and whose topics want an ACL: {@code admin} may do
 * all, {@code alice} nothing.
 */
public final class SecuredBroker implements AutoCloseable {

    private final Path folder;
    private final Process process;
    private final int port;

    private SecuredBroker(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** Returns a broker that answers. */
    public static SecuredBroker start() throws IOException {
        Path folder = Files.createTempDirectory("surveyor-secured-broker");
        int port = freePort();
        Path settings = folder.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(settings)) {
            settings(folder, port, freePort()).store(out, null);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerMain.class.getName(),
                        settings.toString(),
                        "c2VjdXJlZGJyb2tlci1hYQ")
                .redirectErrorStream(true)
                .start();
        SecuredBroker broker = new SecuredBroker(folder, process, port);
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

    private static Properties settings(Path folder, int port, int controllerPort) {
        String client = "LOGIN://127.0.0.1:" + port;
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("listeners", client + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", client);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("inter.broker.listener.name", "LOGIN");
        settings.setProperty("listener.security.protocol.map", "LOGIN:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("sasl.enabled.mechanisms", "PLAIN");
        settings.setProperty("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.setProperty(
                "listener.name.login.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\""
                        + " password=\"admin-secret\" user_admin=\"admin-secret\" user_alice=\"alice-secret\";");
        settings.setProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.setProperty("super.users", "User:ANONYMOUS;User:admin");
        settings.setProperty("log.dirs", folder.resolve("data").toString());
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("auto.create.topics.enable", "false");
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Returns the value of {@code sasl.jaas.config} for a user. */
    public static String login(String user, String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\""
                + password + "\";";
    }

    @Override
    public void close() {
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
