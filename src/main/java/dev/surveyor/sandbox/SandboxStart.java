package dev.surveyor.sandbox;

import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.sandbox.StartPatience.StartStuck;
import dev.surveyor.sandbox.sample.SampleData;
import dev.surveyor.sandbox.sample.SampleTopic;
import dev.surveyor.service.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One start from the first step to the last, on the sandbox's thread. An interrupt ends it between or inside steps. */
final class SandboxStart {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxStart.class);
    private static final long LONGEST_LEFT_BEHIND_MS = 12_000;
    private static final long LONGEST_JOIN_MS = 60_000;
    private static final long BETWEEN_LOOKS_MS = 100;
    private static final int TRIES = 4;

    private final SandboxFolder folder;
    private final SandboxOwner owner;
    private final SandboxFailures failures;
    private final StartSteps steps;
    private final Clock clock;
    private final StartPatience patience;

    SandboxStart(SandboxFolder folder, SandboxOwner owner, StartSteps steps, Clock clock, StartPatience patience) {
        this.folder = folder;
        this.owner = owner;
        this.failures = new SandboxFailures(folder);
        this.steps = steps;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Prepares the folder, and waits for a broker that a killed owner left behind.
     *
     * @return false where another Surveyor owns the sandbox
     */
    boolean prepare(Broker previous) throws IOException, InterruptedException, TimeoutException {
        steps.next();
        if (!owner.claim()) {
            return false;
        }
        folder.prepare();
        Optional<ProcessHandle> leftBehind = owner.broker();
        if (leftBehind.isPresent()) {
            awaitEnd(leftBehind.get());
        }
        // Its data is closed; what it still writes is its class archive, which the next one can write as well.
        previous.kill();
        return true;
    }

    /** Formats and starts the broker, and returns its address. A port that was taken meanwhile is replaced. */
    String launch(Broker broker) throws IOException, InterruptedException {
        steps.next();
        BrokerPorts ports = BrokerPorts.kept(folder.ports());
        boolean started = false;
        for (int attempt = 1; ; attempt++) {
            boolean formatted = false;
            try {
                broker.launch(ports);
                owner.tell(broker.running(), null);
                broker.awaitFormatted(patience);
                formatted = true;
                if (!started) {
                    started = true;
                    steps.next();
                }
                broker.awaitStarted(patience);
                return ports.bootstrapServer();
            } catch (StartStuck stuck) {
                BrokerLog log = BrokerLog.read(folder.log(), broker.lastLines());
                throw new BrokerFailureException(failures.stuck(steps.current(), stuck, log), stuck);
            } catch (BrokerProcess.BrokerEnded ended) {
                BrokerLog log = BrokerLog.read(folder.log(), ended.lines());
                boolean archiveSuspect = broker.usesArchive() && !formatted;
                boolean portTaken = log.mentions(SandboxFailures.PORT_TAKEN);
                if (attempt == TRIES || !(archiveSuspect || portTaken)) {
                    throw new BrokerFailureException(failures.didNotStart(log), ended);
                }
                LOG.info(
                        "The sandbox broker did not start at {}: {}",
                        ports,
                        log.reason().orElse("no reason given"));
                if (archiveSuspect) {
                    broker.discardArchive();
                }
                if (portTaken) {
                    ports = BrokerPorts.picked(folder.ports());
                }
            }
        }
    }

    /** Creates and fills the sample topics that are missing, and those that an earlier start filled in part. */
    void fill(SampleData sample) throws IOException, InterruptedException, ExecutionException {
        steps.next();
        long since = System.nanoTime();
        try {
            fillNow(sample);
        } catch (TimeoutException noAnswer) {
            throw noAnswer(since, noAnswer);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof org.apache.kafka.common.errors.TimeoutException) {
                throw noAnswer(since, failed);
            }
            throw failed;
        }
    }

    private BrokerFailureException noAnswer(long since, Exception cause) {
        Duration waited = Duration.ofNanos(System.nanoTime() - since);
        return new BrokerFailureException(failures.noAnswer(steps.current(), waited, cause), cause);
    }

    private void fillNow(SampleData sample)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        if (Files.exists(folder.unfinishedSample())) {
            EnumSet<SampleTopic> cut = EnumSet.noneOf(SampleTopic.class);
            for (String name : Files.readAllLines(folder.unfinishedSample())) {
                cut.add(SampleTopic.valueOf(name));
            }
            sample.delete(cut);
        }
        Set<SampleTopic> missing = sample.missing();
        if (missing.isEmpty()) {
            steps.next();
            return;
        }
        PrivateFiles.file(folder.unfinishedSample());
        Files.write(folder.unfinishedSample(), missing.stream().map(Enum::name).toList());
        sample.create(missing);
        steps.next();
        sample.fill(missing);
        Files.delete(folder.unfinishedSample());
    }

    /**
     * Waits until the broker of the other Surveyor answers.
     *
     * @return its address, or empty where the other one has given the sandbox up, which is ours then
     */
    Optional<String> join() throws IOException, InterruptedException {
        steps.joinInstead();
        long end = clock.millis() + LONGEST_JOIN_MS;
        while (clock.millis() < end) {
            String address = owner.bootstrapServer();
            if (address != null && owner.alive() && owner.broker().isPresent()) {
                return Optional.of(address);
            }
            if (owner.claim()) {
                return Optional.empty();
            }
            Thread.sleep(BETWEEN_LOOKS_MS);
        }
        throw SandboxFailures.thrown(failures.heldByAnother(owner.ownerPid()));
    }

    private static void awaitEnd(ProcessHandle leftBehind) throws InterruptedException {
        LOG.info("Waiting for the broker {} of a Surveyor that has ended", leftBehind.pid());
        try {
            leftBehind.onExit().get(LONGEST_LEFT_BEHIND_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException slow) {
            leftBehind.destroyForcibly();
        }
    }
}
