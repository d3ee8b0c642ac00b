package dev.surveyor.sandbox.sample;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Adds orders at a steady rate, on a thread and with a producer of its own. While the broker is away it gives up on what
 * it could not send and goes on at the same rate when the broker is back; it never catches up in a burst.
 */
public final class OrderGenerator implements AutoCloseable {

    /** The most records that one second may get. */
    public static final double FASTEST = 10_000;

    private static final int MOST_IN_FLIGHT = 4_000;
    private static final long SHORTEST_PAUSE_MS = 5;
    private static final long LONGEST_PAUSE_MS = 200;
    private static final Duration LONGEST_GOODBYE = Duration.ofMillis(300);
    private static final double LONGEST_BURST_S = 0.25;

    private final Producer<byte[], byte[]> producer;
    private final Clock clock;
    private final Thread thread;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();
    private volatile double rate;
    private volatile boolean closed;
    private long nextNumber;

    /**
     * What became of the orders so far.
     *
     * @param sent given to the producer; some may be on their way still
     * @param acknowledged on the broker
     * @param failed given up by the producer, or refused
     * @param skipped were due but not sent because too many were on their way
     */
    public record Counts(long sent, long acknowledged, long failed, long skipped) {}

    /**
     * Starts it.
     *
     * @param firstNumber the number of its first order
     * @param rate records per second, from 0 to {@link #FASTEST}
     */
    public OrderGenerator(String bootstrapServer, long firstNumber, double rate, Clock clock, ThreadFactory threads) {
        this(producer(bootstrapServer), firstNumber, rate, clock, threads);
    }

    OrderGenerator(
            Producer<byte[], byte[]> producer, long firstNumber, double rate, Clock clock, ThreadFactory threads) {
        this.producer = producer;
        this.clock = clock;
        this.nextNumber = firstNumber;
        this.rate = checked(rate);
        this.thread = threads.newThread(this::run);
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the rate where it is in range. */
    public static double checked(double rate) {
        if (!(rate >= 0 && rate <= FASTEST)) {
            throw new IllegalArgumentException(
                    "the rate is " + rate + " records per second; it must be from 0 to " + (int) FASTEST);
        }
        return rate;
    }

    /** Returns records per second. */
    public double rate() {
        return rate;
    }

    /** Sets records per second; takes effect at once. */
    public void rate(double recordsPerSecond) {
        rate = checked(recordsPerSecond);
        LockSupport.unpark(thread);
    }

    /** Returns what became of its orders so far. */
    public Counts counts() {
        return new Counts(sent.get(), acknowledged.get(), failed.get(), skipped.get());
    }

    /** Stops it; what is on its way gets a moment to be acknowledged. */
    @Override
    public void close() {
        closed = true;
        producer.close(LONGEST_GOODBYE);
        thread.interrupt();
    }

    private void run() {
        try {
            double due = 1;
            long last = System.nanoTime();
            while (!closed) {
                long now = System.nanoTime();
                due = Math.min(due + rate * (now - last) / 1e9, Math.max(1, rate * LONGEST_BURST_S));
                last = now;
                while (due >= 1 && rate > 0 && !closed) {
                    due -= 1;
                    sendOne();
                }
                pause(due);
            }
        } catch (InterruptException | IllegalStateException ended) {
            // The producer was closed, or the thread asked to end: both are close().
            Thread.currentThread().interrupt();
        }
    }

    private void pause(double due) {
        long untilNextMs = rate > 0 ? (long) ((1 - due) * 1_000 / rate) : LONGEST_PAUSE_MS;
        long pauseMs = Math.max(SHORTEST_PAUSE_MS, Math.min(LONGEST_PAUSE_MS, untilNextMs));
        LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(pauseMs));
    }

    private void sendOne() {
        if (sent.get() - acknowledged.get() - failed.get() >= MOST_IN_FLIGHT) {
            skipped.incrementAndGet();
            return;
        }
        sent.incrementAndGet();
        try {
            var unused = producer.send(SampleOrders.order(nextNumber++, clock.instant()), (where, error) -> {
                (error == null ? acknowledged : failed).incrementAndGet();
            });
        } catch (InterruptException ended) {
            failed.incrementAndGet();
            throw ended;
        } catch (KafkaException refused) {
            failed.incrementAndGet();
        }
    }

    private static Producer<byte[], byte[]> producer(String bootstrapServer) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServer,
                        "client.id", "surveyor-sandbox-generator",
                        "linger.ms", 5,
                        "max.block.ms", 2_000,
                        "request.timeout.ms", 3_000,
                        "delivery.timeout.ms", 5_000,
                        "reconnect.backoff.max.ms", 500,
                        "buffer.memory", 8L * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
