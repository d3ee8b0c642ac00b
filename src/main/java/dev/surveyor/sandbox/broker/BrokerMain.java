package dev.surveyor.sandbox.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The main class of the broker's process: waits for the word to begin, formats the storage where that is not done, runs
 * one broker, and ends when its standard input closes. The parent holds the other end of that pipe, so the broker ends
 * with the parent, however that ends. A parent that needs the broker soon starts the process before it says the word;
 * until then only classes are loaded.
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

    /** The byte that a parent sends when the broker is to run and its settings file is complete. */
    public static final int BEGIN = '+';

    /** The byte that a parent sends before it closes the pipe in order; without it the parent has died. */
    public static final int GOODBYE = '.';

    private static final long LONGEST_WAIT_MIN = 10;
    private static final long LONGEST_SHUTDOWN_MS = 5_000;
    private static final long LONGEST_ARCHIVE_MS = 20_000;

    private final PrintStream out;
    private final Path settingsFile;
    private final String clusterId;
    private final @Nullable Path archive;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CompletableFuture<Void> begin = new CompletableFuture<>();
    private final CompletableFuture<Runnable> server = new CompletableFuture<>();
    private volatile boolean orphan;
    private volatile boolean dataClosed;

    private BrokerMain(PrintStream out, String[] args) {
        this.out = out;
        this.settingsFile = Path.of(args[0]);
        this.clusterId = args[1];
        this.archive = args.length > 2 ? Path.of(args[2]) : null;
    }

    /**
     * Runs until standard input closes.
     *
     * @param args the broker's properties file, the cluster id to format with, and, where a class archive is to be
     *     written at the end, its file
     */
    public static void main(String[] args) {
        BrokerMain main = new BrokerMain(System.out, args);
        try {
            main.run();
        } catch (Throwable fault) {
            main.out.println(FAILED + rootOf(fault));
            fault.printStackTrace(main.out);
            main.out.flush();
            Runtime.getRuntime().halt(1);
        }
    }

    private void run() throws ReflectiveOperationException, IOException, InterruptedException, ExecutionException {
        daemon("parent-watch", this::watchParent).start();
        new BrokerWarmUp(begin::isDone).run();
        try {
            begin.get(LONGEST_WAIT_MIN, TimeUnit.MINUTES);
        } catch (TimeoutException notNeeded) {
            Runtime.getRuntime().halt(0);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "broker-shutdown"));
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(settingsFile)) {
            settings.load(in);
        }
        BrokerStorage storage = new BrokerStorage(settings);
        if (!storage.isFormatted()) {
            storage.format(clusterId);
        }
        out.println(FORMATTED);
        runBroker(settings);
        dataClosed = true;
        out.println(STOPPED);
        if (!orphan && archive != null) {
            writeArchive(archive);
        }
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    private void watchParent() {
        orphan = !waitForEndOf(System.in);
        daemon("shutdown-limit", this::haltLater).start();
        if (server.isDone()) {
            stop();
        } else {
            Runtime.getRuntime().halt(0);
        }
    }

    private void stop() {
        if (server.isDone() && stopping.compareAndSet(false, true)) {
            server.join().run();
        }
    }

    private void runBroker(Properties settings) throws ReflectiveOperationException {
        Object config = Class.forName("kafka.server.KafkaConfig")
                .getMethod("fromProps", Properties.class)
                .invoke(null, settings);
        Class<?> time = Class.forName("org.apache.kafka.common.utils.Time");
        Class<?> serverType = Class.forName("kafka.server.KafkaRaftServer");
        Object instance = serverType
                .getConstructor(config.getClass(), time)
                .newInstance(config, time.getField("SYSTEM").get(null));
        server.complete(() -> shutDown(serverType, instance));
        serverType.getMethod("startup").invoke(instance);
        if (!stopping.get()) {
            out.println(STARTED);
        }
        serverType.getMethod("awaitShutdown").invoke(instance);
    }

    private void shutDown(Class<?> serverType, Object instance) {
        try {
            serverType.getMethod("shutdown").invoke(instance);
        } catch (ReflectiveOperationException fault) {
            out.println(FAILED + rootOf(fault));
        }
    }

    /**
     * Asks the JVM to write the classes loaded so far; the same as {@code jcmd VM.cds dynamic_dump}. The file gets its
     * name only when it is complete.
     */
    private void writeArchive(Path file) {
        Path unfinished = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.deleteIfExists(unfinished);
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmCds",
                            new Object[] {new String[] {"dynamic_dump", unfinished.toString()}},
                            new String[] {String[].class.getName()});
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (JMException | IOException notWritten) {
            // The next start does without, and tries again at its end.
            out.println("surveyor-broker: no class archive: " + notWritten);
        }
    }

    /** Hears the word to begin, and returns whether the pipe ended with a goodbye. */
    private boolean waitForEndOf(InputStream in) {
        int last = -1;
        try {
            for (int read = in.read(); read >= 0; read = in.read()) {
                last = read;
                if (read == BEGIN) {
                    begin.complete(null);
                }
            }
        } catch (IOException closed) {
            return false;
        }
        return last == GOODBYE;
    }

    private void haltLater() {
        try {
            Thread.sleep(LONGEST_SHUTDOWN_MS);
            if (dataClosed) {
                Thread.sleep(LONGEST_ARCHIVE_MS);
            }
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
