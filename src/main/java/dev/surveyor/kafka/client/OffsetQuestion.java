package dev.surveyor.kafka.client;

import dev.surveyor.domain.consume.IsolationLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * One question to many partitions.
 *
 * @param partitions whom to ask
 * @param spec which offset is meant
 * @param isolation whether the end is the high watermark or the last stable offset
 * @param patience how long one piece of the question may take; a question about many partitions is asked in pieces
 * @param answered told how many partitions have answered so far or will not, on a thread that must not be held up
 */
public record OffsetQuestion(
        Set<TopicPartition> partitions,
        OffsetSpec spec,
        IsolationLevel isolation,
        Duration patience,
        IntConsumer answered) {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    public OffsetQuestion {
        partitions = Set.copyOf(partitions);
    }

    /** Asks for the first offset that is kept. */
    public static OffsetQuestion begin(Collection<TopicPartition> partitions) {
        return of(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** Asks for the offset after the last record that a reader of that isolation level may read. */
    public static OffsetQuestion end(Collection<TopicPartition> partitions, IsolationLevel isolation) {
        return of(partitions, OffsetSpec.latest(), isolation);
    }

    /**
     * Asks for the offset of the first record of that time or later, as far as a reader of that level may read; for that
     * of the first record at all where the time is before 1970.
     */
    public static OffsetQuestion at(Collection<TopicPartition> partitions, Instant time, IsolationLevel isolation) {
        long millis = time.toEpochMilli();
        // Negative numbers are commands of the protocol, not times before 1970. There are records of then all the same,
        // which a question for 1970 would pass over.
        return of(partitions, millis < 0 ? OffsetSpec.earliest() : OffsetSpec.forTimestamp(millis), isolation);
    }

    private static OffsetQuestion of(Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
        return new OffsetQuestion(Set.copyOf(partitions), spec, isolation, PATIENCE, count -> {});
    }

    /** Returns the isolation level in the client's terms. */
    public org.apache.kafka.common.IsolationLevel level() {
        return isolation == IsolationLevel.READ_COMMITTED
                ? org.apache.kafka.common.IsolationLevel.READ_COMMITTED
                : org.apache.kafka.common.IsolationLevel.READ_UNCOMMITTED;
    }

    /** Returns the same question, for somebody who can wait so long for each piece of it. */
    public OffsetQuestion within(Duration otherPatience) {
        return new OffsetQuestion(partitions, spec, isolation, otherPatience, answered);
    }

    /** Returns the same question, whose progress somebody wants to see. */
    public OffsetQuestion telling(IntConsumer listener) {
        return new OffsetQuestion(partitions, spec, isolation, patience, listener);
    }

    /** Returns whether each partition has to search for its answer. */
    public boolean costly() {
        return spec instanceof OffsetSpec.TimestampSpec;
    }
}
