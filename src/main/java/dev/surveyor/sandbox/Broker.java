package dev.surveyor.sandbox;

import dev.surveyor.sandbox.StartPatience.StartStuck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * One broker process on one folder, from its command line to its end. It knows nothing of owners, steps or sample data;
 * {@link LocalSandbox} adds those. Not safe for use by several threads at once, except where a method says so.
 */
public final class Broker {

    private static final long LONGEST_STOP_MS = 10_000;

    private final SandboxFolder folder;
    private final ThreadFactory threads;
    private final IntConsumer onEnd;
    private final String clusterId;
    private final List<String> options;
    private ClassArchive archive;
    private boolean archiveWanted = true;
    private volatile @Nullable BrokerProcess process;
    private @Nullable BrokerProcess prepared;

    /**
     * Makes a broker that is not started.
     *
     * @param folder where its data, its log and its settings go
     * @param threads for the thread that reads the output of the process
     */
    public Broker(Path folder, ThreadFactory threads) {
        this(folder, threads, Uuid.randomUuid().toString());
    }

    /**
     * Makes one of several brokers of a cluster.
     *
     * @param clusterId the same for all of them, as {@code kafka-storage.sh random-uuid} prints it
     */
    public Broker(Path folder, ThreadFactory threads, String clusterId) {
        this(folder, threads, clusterId, List.of());
    }

    /**
     * The same for a broker whose settings need more of its JVM.
     *
     * @param options such as {@code -Dname=value}
     */
    public Broker(Path folder, ThreadFactory threads, String clusterId, List<String> options) {
        this(new SandboxFolder(folder), threads, exitCode -> {}, clusterId, options);
    }

    /** A broker of its own; each end of the process is told with its exit code, on the thread that read its output. */
    Broker(SandboxFolder folder, ThreadFactory threads, IntConsumer onEnd) {
        this(folder, threads, onEnd, Uuid.randomUuid().toString(), List.of());
    }

    private Broker(
            SandboxFolder folder, ThreadFactory threads, IntConsumer onEnd, String clusterId, List<String> options) {
        this.folder = folder;
        this.threads = threads;
        this.onEnd = onEnd;
        this.clusterId = clusterId;
        this.options = List.copyOf(options);
        this.archive = ClassArchive.none(folder.cache());
    }

    /**
     * Starts a process that loads the broker's classes and waits for {@link #launch}, for ten minutes at most. It opens
     * no port and touches no data. Does nothing where an archive of the classes makes a start quick anyway.
     */
    void prepare() throws IOException {
        if (prepared == null || !prepared.alive()) {
            List<String> command = command();
            prepared = archive.used() ? null : BrokerProcess.start(command, threads, onEnd);
        }
    }

    /** Ends what {@link #prepare} started, where nothing was launched since. */
    void dismiss() {
        BrokerProcess waiting = prepared;
        prepared = null;
        if (waiting != null && waiting.alive()) {
            waiting.askToStop();
        }
    }

    /** Writes the settings and lets the process run the broker; returns before the broker answers. */
    public void launch(BrokerPorts ports) throws IOException {
        launch(BrokerSettings.of(ports, folder.data()));
    }

    private void launch(Properties settings) throws IOException {
        folder.prepare();
        SandboxFolder.write(folder.brokerSettings(), settings);
        BrokerProcess waiting = prepared;
        prepared = null;
        if (waiting == null || !begun(waiting)) {
            waiting = BrokerProcess.start(command(), threads, onEnd);
            waiting.begin();
        }
        process = waiting;
    }

    private static boolean begun(BrokerProcess waiting) {
        try {
            waiting.begin();
            return waiting.alive();
        } catch (IOException ended) {
            return false;
        }
    }

    private List<String> command() throws IOException {
        folder.prepare();
        String classPath = BrokerCommand.classPath(BrokerJar.in(folder.cache()), BrokerCommand.ofThisProgram());
        archive = archiveWanted ? ClassArchive.in(folder.cache(), classPath) : ClassArchive.none(folder.cache());
        return BrokerCommand.of(folder, archive, classPath, clusterId, options);
    }

    /**
     * Waits until the storage is formatted.
     *
     * @throws BrokerProcess.BrokerEnded when it ended instead
     * @throws StartStuck when it lives and does not get on
     */
    void awaitFormatted(StartPatience patience) throws InterruptedException, BrokerProcess.BrokerEnded, StartStuck {
        await(process().formatted(), patience);
    }

    /**
     * Waits until the broker answers.
     *
     * @throws BrokerProcess.BrokerEnded when it ended instead
     * @throws StartStuck when it lives and does not get on
     */
    void awaitStarted(StartPatience patience) throws InterruptedException, BrokerProcess.BrokerEnded, StartStuck {
        await(process().started(), patience);
    }

    /** Starts it and waits until it answers; for a program that has nothing to show meanwhile. */
    public void start(BrokerPorts ports) throws IOException, InterruptedException {
        start(ports, Map.of());
    }

    /**
     * The same with settings that differ from those of a broker of its own.
     *
     * @param changes names and values of {@code server.properties}
     */
    public void start(BrokerPorts ports, Map<String, String> changes) throws IOException, InterruptedException {
        Properties settings = BrokerSettings.of(ports, folder.data());
        settings.putAll(changes);
        launch(settings);
        try {
            awaitStarted(StartPatience.USUAL);
        } catch (StartStuck stuck) {
            throw new IOException(BrokerLog.read(folder.log(), lastLines()).text(), stuck);
        } catch (BrokerProcess.BrokerEnded ended) {
            throw new IOException(String.join(System.lineSeparator(), ended.lines()), ended);
        }
    }

    /** Returns whether the broker was started from an archive of its classes. */
    boolean usesArchive() {
        return archive.used();
    }

    /** Starts without the archive the next time, even where it cannot be deleted. */
    void discardArchive() {
        archiveWanted = archive.discard();
    }

    /** Returns whether its process is alive. Any thread. */
    boolean alive() {
        BrokerProcess now = process;
        return now != null && now.alive();
    }

    /** Returns the process of the broker; it was started before and may have ended. */
    public ProcessHandle running() {
        return process().handle();
    }

    /** Returns what it printed last, oldest first. */
    List<String> lastLines() {
        return process().lastLines();
    }

    /** Stops in order; returns when the data is safely closed. The process may live a moment longer to write its archive. */
    public void stop() throws InterruptedException {
        BrokerProcess now = process;
        if (now != null && now.alive()) {
            now.stop(LONGEST_STOP_MS);
        }
    }

    /** Ends it at once, as a crash would, and waits until it is gone. */
    public void kill() throws InterruptedException {
        BrokerProcess now = process;
        if (now != null) {
            now.kill();
            awaitGone(LONGEST_STOP_MS);
        }
    }

    /** Waits until the process is gone, and returns whether it is. */
    public boolean awaitGone(long limitMs) throws InterruptedException {
        BrokerProcess now = process;
        if (now == null) {
            return true;
        }
        try {
            now.exit().get(limitMs, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException alive) {
            return false;
        } catch (ExecutionException never) {
            throw new CompletionException(never);
        }
    }

    private BrokerProcess process() {
        BrokerProcess now = process;
        if (now == null) {
            throw new IllegalStateException("the broker was not started");
        }
        return now;
    }

    private BrokerTraces traces() {
        BrokerProcess now = process();
        Duration work = now.handle().info().totalCpuDuration().orElse(Duration.ZERO);
        return new BrokerTraces(now.linesPrinted(), folder.log().toFile().length(), work);
    }

    private void await(CompletableFuture<Void> milestone, StartPatience patience)
            throws InterruptedException, BrokerProcess.BrokerEnded, StartStuck {
        try {
            patience.await(milestone, this::traces);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof BrokerProcess.BrokerEnded ended) {
                throw ended;
            }
            throw new IllegalStateException(failed);
        }
    }
}
