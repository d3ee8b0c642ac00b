package dev.surveyor.sandbox;

import dev.surveyor.sandbox.sample.OrderGenerator;
import dev.surveyor.sandbox.sample.SampleData;
import dev.surveyor.sandbox.sample.SampleTopic;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The generator over several starts and stops of the broker: remembers the rate that the user chose. */
final class SandboxGenerator {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxGenerator.class);
    private static final double USUAL_RATE = 5;

    private final ThreadFactory threads;
    private final Clock clock;
    private volatile double chosen = USUAL_RATE;
    private volatile @Nullable OrderGenerator running;

    SandboxGenerator(ThreadFactory threads, Clock clock) {
        this.threads = threads;
        this.clock = clock;
    }

    /** Returns the rate now, 0 where it does not run. Any thread. */
    double rate() {
        OrderGenerator now = running;
        return now == null ? 0 : now.rate();
    }

    /** Remembers the rate, and sets it where the generator runs. Any thread. Returns whether it runs. */
    boolean rate(double recordsPerSecond) {
        chosen = OrderGenerator.checked(recordsPerSecond);
        OrderGenerator now = running;
        if (now != null) {
            now.rate(recordsPerSecond);
        }
        return now != null;
    }

    /** Starts it where it does not run; makes its topic where that is missing. Only on the sandbox's thread. */
    void start(SampleData sample, String bootstrapServer)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (running != null || chosen == 0) {
            return;
        }
        if (sample.missing().contains(SampleTopic.ORDERS)) {
            sample.create(Set.of(SampleTopic.ORDERS));
        }
        running = new OrderGenerator(bootstrapServer, sample.endOf(SampleTopic.ORDERS), chosen, clock, threads);
    }

    /** Stops it where it runs; the rate is kept for the next start. */
    void stop() {
        OrderGenerator now = running;
        running = null;
        if (now != null) {
            now.close();
            LOG.info("The generator of the sandbox stopped: {}", now.counts());
        }
    }
}
