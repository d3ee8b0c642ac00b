package dev.surveyor.kafka.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * The one way in which offsets of partitions are asked for. It answers for each partition: one whose leader is gone does
 * not keep back what the others say. It moves no consumer and disturbs none: a consumer that is asked for offsets takes
 * the answer for the end of what it reads, and its lag is wrong from then on. Safe for use by any thread.
 */
public interface PartitionOffsets {

    /** How often a thread that waits for an answer looks whether it is wanted elsewhere. */
    long BETWEEN_LOOKS_MS = 50;

    /**
     * Begins to ask.
     *
     * @return completes when each partition has told its offset or why not, on a thread that must not be held up; fails
     *     only where something is wrong with the client itself; cancelling it asks no further
     */
    CompletableFuture<OffsetAnswer> ask(OffsetQuestion question);

    /**
     * Asks and waits, for a thread that may.
     *
     * @param stopping whether nobody needs the answer any more
     * @return where any partition told something, or none of them has a leader
     * @throws KafkaException with what a client said, where no partition answers
     * @throws WakeupException when stopping
     */
    default OffsetAnswer await(OffsetQuestion question, BooleanSupplier stopping) {
        return await(ask(question), stopping);
    }

    /** Waits for an answer under way, as {@link #await(OffsetQuestion, BooleanSupplier)} does. */
    static OffsetAnswer await(CompletableFuture<OffsetAnswer> asked, BooleanSupplier stopping) {
        try {
            while (true) {
                try {
                    return asked.get(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS).orThrowIfNone();
                } catch (TimeoutException notYet) {
                    if (stopping.getAsBoolean()) {
                        asked.cancel(false);
                        throw new WakeupException();
                    }
                }
            }
        } catch (InterruptedException interrupted) {
            asked.cancel(false);
            throw new InterruptException(interrupted);
        } catch (ExecutionException | CompletionException failed) {
            Throwable cause = failed.getCause();
            throw cause instanceof RuntimeException known ? known : new KafkaException(cause);
        }
    }
}
