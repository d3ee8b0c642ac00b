package dev.surveyor.sandbox.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The main class of the broker's process: formats the storage where that is not done, runs one broker, and ends when its
 * standard input closes. The parent holds the other end of that pipe, so the broker ends with the parent, however that
 * ends.
 *
 * <p>Progress goes to standard output, one line each, see {@link #FORMATTED}, {@link #STARTED} and {@link #STOPPED}. The
 * broker's classes are called by name because they are on the class path at run time only.
 */
public final class BrokerMain {

    /** Printed when the storage is ready. */
    public static final String FORMATTED = "surveyor-broker: formatted";
    /** Printed when the broker answers. */
    public static final String STARTED = "surveyor-broker: started";
    /** Printed when the data is safely closed; the process may live on for a moment. */
    public static final String STOPPED = "surveyor-broker: stopped";
    /** Begins the line that says why the process gives up. */
    public static final String FAILED = "surveyor-broker: failed: ";

    private static final long LONGEST_SHUTDOWN_MS = 8_000;

    private final AtomicBoolean ending = new AtomicBoolean();
    private final PrintStream out;

    private BrokerMain(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs until standard input closes.
     *
     * @param args the broker's properties file, then the cluster id to format with
     */
    public static void main(String[] args) {
        BrokerMain main = new BrokerMain(System.out);
        try {
            main.run(Path.of(args[0]), args[1]);
        } catch (Throwable fault) {
            main.out.println(FAILED + rootOf(fault));
            fault.printStackTrace(main.out);
            main.out.flush();
            Runtime.getRuntime().halt(1);
        }
    }

    private void run(Path settingsFile, String clusterId) throws ReflectiveOperationException, IOException {
        daemon("parent-watch", () -> {
                    waitForEndOf(System.in);
                    ending.set(true);
                    daemon("shutdown-limit", BrokerMain::haltLater).start();
                    System.exit(0);
                })
                .start();
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(settingsFile)) {
            settings.load(in);
        }
        if (!Files.exists(Path.of(settings.getProperty("log.dirs"), "meta.properties"))) {
            format(settingsFile, clusterId);
        }
        out.println(FORMATTED);
        runBroker(settings);
    }

    private void format(Path settingsFile, String clusterId) throws ReflectiveOperationException {
        String[] arguments = {"format", "--ignore-formatted", "-t", clusterId, "-c", settingsFile.toString()};
        Object result = Class.forName("kafka.tools.StorageTool")
                .getMethod("execute", String[].class, PrintStream.class)
                .invoke(null, arguments, out);
        if (!Objects.equals(result, 0)) {
            throw new IllegalStateException("the storage could not be formatted");
        }
    }

    private void runBroker(Properties settings) throws ReflectiveOperationException {
        Object config = Class.forName("kafka.server.KafkaConfig")
                .getMethod("fromProps", Properties.class)
                .invoke(null, settings);
        Class<?> time = Class.forName("org.apache.kafka.common.utils.Time");
        Class<?> serverType = Class.forName("kafka.server.KafkaRaftServer");
        Object server = serverType
                .getConstructor(config.getClass(), time)
                .newInstance(config, time.getField("SYSTEM").get(null));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(serverType, server), "broker-shutdown"));
        serverType.getMethod("startup").invoke(server);
        if (!ending.get()) {
            out.println(STARTED);
        }
        serverType.getMethod("awaitShutdown").invoke(server);
    }

    private void shutDown(Class<?> serverType, Object server) {
        try {
            serverType.getMethod("shutdown").invoke(server);
            out.println(STOPPED);
        } catch (ReflectiveOperationException fault) {
            out.println(FAILED + rootOf(fault));
        }
        out.flush();
    }

    private static void waitForEndOf(InputStream in) {
        try {
            while (in.read() >= 0) {
                // Nothing is ever said on this pipe; only its end counts.
            }
        } catch (IOException closed) {
            // The same as its end.
        }
    }

    private static void haltLater() {
        try {
            Thread.sleep(LONGEST_SHUTDOWN_MS);
        } catch (InterruptedException early) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(2);
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static Throwable rootOf(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null
                && (root instanceof InvocationTargetException || root instanceof RuntimeException)) {
            root = root.getCause();
        }
        return root;
    }
}
