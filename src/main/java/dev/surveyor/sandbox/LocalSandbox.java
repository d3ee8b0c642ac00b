package dev.surveyor.sandbox;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.sandbox.sample.SampleData;
import dev.surveyor.service.sandbox.Sandbox;
import dev.surveyor.service.sandbox.SandboxState;
import dev.surveyor.service.sandbox.SandboxState.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sandbox of one folder. All work is done one after the other on a thread of its own.
 *
 * <p>The first Surveyor that starts the sandbox of a folder owns it: its end is the broker's end. Another Surveyor on the
 * same folder finds the broker and uses it as a guest: it may read, write and run a generator of its own, but not stop or
 * reset what is not its own.
 */
public final class LocalSandbox implements Sandbox, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalSandbox.class);
    private static final long LONGEST_CLOSE_MS = 12_000;
    private static final long LONGEST_ARCHIVE_MS = 4_000;

    private final SandboxFolder folder;
    private final ThreadFactory threads;
    private final Clock clock;
    private final StartPatience patience;
    private final SandboxFailures failures;
    private final SandboxOwner owner;
    private final SandboxGenerator generator;
    private final SandboxStates states = new SandboxStates();
    private final SerialThread work;
    private final Broker broker;
    private volatile @Nullable CompletableFuture<String> start;
    private @Nullable ProcessHandle guestOf;

    /**
     * Makes a sandbox that is stopped. Nothing is written before the first start or its preparation.
     *
     * @param folder where all of it goes; made when needed
     * @param threads for the sandbox's thread, the broker's output and the generator
     */
    public LocalSandbox(Path folder, ThreadFactory threads, Clock clock) {
        this(new SandboxFolder(folder), threads, clock, StartPatience.USUAL);
    }

    LocalSandbox(SandboxFolder folder, ThreadFactory threads, Clock clock, StartPatience patience) {
        this.patience = patience;
        this.folder = folder;
        this.threads = threads;
        this.clock = clock;
        this.failures = new SandboxFailures(this.folder);
        this.owner = new SandboxOwner(this.folder);
        this.generator = new SandboxGenerator(threads, clock);
        this.work = new SerialThread(threads);
        this.broker = new Broker(this.folder, threads, exitCode -> work.execute(() -> onBrokerEnd(exitCode)));
    }

    @Override
    public SandboxState state() {
        return states.now();
    }

    @Override
    public Runnable onState(Consumer<SandboxState> listener) {
        return states.listen(listener);
    }

    @Override
    public void prepare() {
        work.execute(this::prepareNow);
    }

    @Override
    public synchronized CompletableFuture<String> start(boolean withSampleData) {
        CompletableFuture<String> before = start;
        if (before != null && !before.isDone()) {
            return before;
        }
        CompletableFuture<String> now = work.submit(() -> startNow(withSampleData));
        start = now;
        return now;
    }

    @Override
    public CompletableFuture<Void> stop() {
        cancelStart();
        return work.submit(() -> stopNow("stopped"));
    }

    @Override
    public CompletableFuture<Void> reset() {
        cancelStart();
        return work.submit(() -> {
            stopNow("reset");
            return deleteNow();
        });
    }

    @Override
    public double generatorRate() {
        return generator.rate();
    }

    @Override
    public void generatorRate(double recordsPerSecond) {
        if (!generator.rate(recordsPerSecond)) {
            work.execute(this::startGenerator);
        }
    }

    /**
     * Stops the broker where it is ours, and waits for it. After the first run the process writes its class archive,
     * which may take two seconds; a guest only leaves.
     */
    @Override
    public void close() {
        cancelStart();
        CompletableFuture<Boolean> end = work.submit(() -> {
            broker.dismiss();
            if (guestOf == null) {
                stopNow("stopped");
                return broker.awaitGone(LONGEST_ARCHIVE_MS);
            }
            generator.stop();
            return true;
        });
        work.close();
        try {
            end.get(LONGEST_CLOSE_MS + LONGEST_ARCHIVE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException fault) {
            LOG.warn("The sandbox did not stop in order; its broker ends with this program", fault);
        }
    }

    private void prepareNow() {
        if (!(states.now() instanceof SandboxState.Stopped) || owner.broker().isPresent()) {
            return;
        }
        try {
            broker.prepare();
            SampleData.warmUp(threads);
        } catch (IOException fault) {
            LOG.debug("The sandbox could not be prepared; its start will say why", fault);
        }
    }

    private String startNow(boolean withSampleData) throws Exception {
        if (states.now() instanceof Running running) {
            return running.bootstrapServer();
        }
        try {
            String address = joinOrRun(withSampleData);
            states.publish(new Running(address, folder.root()));
            return address;
        } catch (InterruptedException | InterruptException cancelled) {
            giveUp(new SandboxState.Stopped());
            throw new CancellationException("the start of the sandbox was cancelled");
        } catch (BrokerFailureException told) {
            throw failed(told.failure(), told);
        } catch (Exception fault) {
            throw failed(failures.broken("The sandbox could not be started.", fault), fault);
        }
    }

    private String joinOrRun(boolean withSampleData) throws Exception {
        while (true) {
            long since = System.nanoTime();
            StartSteps steps = new StartSteps(withSampleData, states::publish);
            SandboxStart attempt = new SandboxStart(folder, owner, steps, clock, patience);
            if (attempt.prepare(broker)) {
                String address = run(attempt, withSampleData);
                steps.finish();
                long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
                LOG.info("The sandbox answers at {} after {} ms: {}", address, tookMs, steps.summary());
                return address;
            }
            Optional<String> joined = attempt.join();
            if (joined.isPresent()) {
                broker.dismiss();
                steps.finish();
                watchOwner();
                return joined.get();
            }
        }
    }

    private String run(SandboxStart attempt, boolean withSampleData) throws Exception {
        if (withSampleData) {
            SampleData.warmUp(threads);
        }
        String address = attempt.launch(broker);
        if (withSampleData) {
            try (SampleData sample = new SampleData(address, clock, threads)) {
                attempt.fill(sample);
                generator.start(sample, address);
            }
        }
        owner.tell(broker.running(), address);
        return address;
    }

    private BrokerFailureException failed(BrokerFailure failure, Exception cause) throws IOException {
        giveUp(new SandboxState.Failed(failure));
        return new BrokerFailureException(failure, cause);
    }

    private void giveUp(SandboxState afterwards) throws IOException {
        // A cancel leaves its interrupt behind, and stopping in order has to wait.
        Thread.interrupted();
        states.publish(new SandboxState.Stopping());
        generator.stop();
        try {
            broker.stop();
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
        owner.close();
        states.publish(afterwards);
    }

    private @Nullable Void stopNow(String wish) throws IOException {
        if (guestOf != null) {
            throw SandboxFailures.thrown(failures.belongsToAnother(owner.ownerPid(), wish));
        }
        if (!(states.now() instanceof SandboxState.Stopped)) {
            giveUp(new SandboxState.Stopped());
        }
        return null;
    }

    private @Nullable Void deleteNow() throws InterruptedException {
        try {
            if (!owner.claim()) {
                throw SandboxFailures.thrown(failures.belongsToAnother(owner.ownerPid(), "reset"));
            }
            broker.kill();
            folder.deleteData();
            owner.close();
            return null;
        } catch (IOException fault) {
            throw new BrokerFailureException(
                    failures.broken("The data of the sandbox could not be deleted.", fault), fault);
        }
    }

    private void watchOwner() {
        ProcessHandle process = owner.broker().orElseThrow();
        guestOf = process;
        var unused = process.onExit().thenRun(() -> work.execute(() -> onOwnerEnd(process)));
    }

    private void onOwnerEnd(ProcessHandle process) {
        if (process.equals(guestOf)) {
            guestOf = null;
            generator.stop();
            states.publish(new SandboxState.Failed(failures.ownerGone()));
        }
    }

    private void onBrokerEnd(int exitCode) {
        if (states.now() instanceof Running && guestOf == null && !broker.alive()) {
            BrokerLog log = BrokerLog.read(folder.log(), broker.lastLines());
            generator.stop();
            try {
                owner.close();
            } catch (IOException fault) {
                LOG.warn("The lock of the sandbox could not be given up", fault);
            }
            states.publish(new SandboxState.Failed(failures.ended(log, exitCode)));
        }
    }

    private void startGenerator() {
        if (states.now() instanceof Running running) {
            try (SampleData sample = new SampleData(running.bootstrapServer(), clock, threads)) {
                generator.start(sample, running.bootstrapServer());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException fault) {
                LOG.warn("The generator of the sandbox could not be started", fault);
            }
        }
    }

    private void cancelStart() {
        CompletableFuture<String> now = start;
        if (now != null) {
            now.cancel(true);
        }
    }
}
