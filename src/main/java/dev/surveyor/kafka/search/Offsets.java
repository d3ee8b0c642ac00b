package dev.surveyor.kafka.search;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.kafka.client.OffsetAnswer;
import dev.surveyor.kafka.client.OffsetQuestion;
import dev.surveyor.kafka.client.PartitionOffsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.apache.kafka.common.TopicPartition;

/** Asks for the offsets of a search, and waits for them until it is told to stop. For a thread of the search. */
final class Offsets {

    static final Duration LIMIT = Duration.ofMillis(1_500);

    private final PartitionOffsets offsets;
    private final IsolationLevel isolation;
    private final SearchControl control;

    /**
     * @param isolation of the readers of the search
     */
    Offsets(PartitionOffsets offsets, IsolationLevel isolation, SearchControl control) {
        this.offsets = offsets;
        this.isolation = isolation;
        this.control = control;
    }

    /** Returns the ends up to which the readers may read. */
    OffsetAnswer ends(Collection<TopicPartition> partitions) {
        return await(OffsetQuestion.end(partitions, isolation));
    }

    OffsetAnswer highWatermarks(Collection<TopicPartition> partitions) {
        return await(OffsetQuestion.end(partitions, IsolationLevel.READ_UNCOMMITTED));
    }

    OffsetAnswer begins(Collection<TopicPartition> partitions) {
        return await(OffsetQuestion.begin(partitions));
    }

    OffsetAnswer at(Collection<TopicPartition> partitions, Instant time) {
        return await(OffsetQuestion.at(partitions, time, isolation));
    }

    private OffsetAnswer await(OffsetQuestion question) {
        return offsets.await(question.within(LIMIT), control::stopping);
    }
}
