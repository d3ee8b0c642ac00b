package dev.surveyor.kafka.consume;

import dev.surveyor.kafka.client.OffsetAnswer;
import dev.surveyor.kafka.client.OffsetQuestion;
import dev.surveyor.kafka.client.PartitionOffsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Answers with what a test has told the fake consumer of begins and ends, or with a failure. */
final class OffsetsOf implements PartitionOffsets {

    private final MockConsumer<?, ?> consumer;
    volatile @Nullable KafkaException failure;

    OffsetsOf(MockConsumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    @Override
    public CompletableFuture<OffsetAnswer> ask(OffsetQuestion question) {
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        Map<TopicPartition, Long> offsets = question.spec() instanceof OffsetSpec.EarliestSpec
                ? consumer.beginningOffsets(question.partitions())
                : consumer.endOffsets(question.partitions());
        return CompletableFuture.completedFuture(new OffsetAnswer(question.partitions(), offsets, Map.of()));
    }
}
