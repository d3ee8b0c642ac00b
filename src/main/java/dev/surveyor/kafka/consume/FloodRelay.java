package dev.surveyor.kafka.consume;

import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Takes large poll results off the poll thread, so that the client fetches and parses the next one while this one is
 * copied, matched and kept. One waits while another is worked on; a third makes the poll thread wait. Small ones, and
 * all that must be done before the poll thread goes on, are done on the poll thread, after what was given away.
 */
final class FloodRelay {

    /** Below this the hand-over costs more than it saves, and each record is seen soonest where it was polled. */
    private static final int FLOOD = 1_000;

    private final BatchConverter converter;
    private final Executor starter;
    private final Object lock = new Object();

    private @Nullable Runnable waiting;
    private boolean busy;
    private boolean started;
    private boolean closed;
    private @Nullable Throwable failed;

    /**
     * @param starter runs a task on a thread of its own; used once, and not before the first flood
     */
    FloodRelay(BatchConverter converter, Executor starter) {
        this.converter = converter;
        this.starter = starter;
    }

    /**
     * Takes a poll result; on the poll thread.
     *
     * @param receivedAt in milliseconds since 1970
     * @param seekEpoch how often the consumer was moved before
     * @param last whether there is no more for now
     */
    void take(ConsumerRecords<ByteBuffer, ByteBuffer> polled, long receivedAt, int seekEpoch, boolean last) {
        Runnable work = () -> {
            converter.take(polled, receivedAt, seekEpoch);
            if (last) {
                converter.caughtUp();
            }
        };
        if (polled.count() >= FLOOD && converter.mayRunAhead()) {
            give(work);
        } else {
            settle();
            work.run();
        }
    }

    private void give(Runnable work) {
        synchronized (lock) {
            awaitWhile(() -> waiting != null);
            throwFailure();
            waiting = work;
            lock.notifyAll();
            if (!started) {
                started = true;
                starter.execute(this::work);
            }
        }
    }

    /** Returns when all that was given away is done; throws what went wrong with it. On the poll thread. */
    void settle() {
        synchronized (lock) {
            awaitWhile(() -> waiting != null || busy);
            throwFailure();
        }
    }

    /** Ends the thread when it has done what it has, and waits for that. Throws nothing. */
    void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
            while (waiting != null || busy) {
                try {
                    lock.wait();
                } catch (InterruptedException notNow) {
                    // What was polled is still handed on: that takes milliseconds.
                }
            }
        }
    }

    private void awaitWhile(BooleanSupplier condition) {
        try {
            while (condition.getAsBoolean()) {
                lock.wait();
            }
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    private void throwFailure() {
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed instanceof RuntimeException thrown) {
            throw thrown;
        }
    }

    private void work() {
        Runnable work = next();
        while (work != null) {
            try {
                work.run();
            } catch (RuntimeException | Error thrown) {
                fail(thrown);
            } finally {
                done();
            }
            work = next();
        }
    }

    private @Nullable Runnable next() {
        synchronized (lock) {
            while (waiting == null && !closed) {
                try {
                    lock.wait();
                } catch (InterruptedException notNow) {
                    // Only the poll thread ends this one, at its own end.
                }
            }
            Runnable next = waiting;
            waiting = null;
            busy = next != null;
            lock.notifyAll();
            return next;
        }
    }

    /** What came after it is not handed on, so that no records are missing in between. */
    private void fail(Throwable thrown) {
        synchronized (lock) {
            failed = thrown;
            waiting = null;
        }
    }

    private void done() {
        synchronized (lock) {
            busy = false;
            lock.notifyAll();
        }
    }
}
