package dev.surveyor.kafka.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks for offsets by their place or time. Partitions that do not answer are left out. */
final class OffsetQuery {

    /** What the client answers where no record is of that time or later. */
    private static final long NONE = -1;

    private static final Duration TIME_LIMIT = Duration.ofSeconds(4);

    private final Admin admin;

    OffsetQuery(Admin admin) {
        this.admin = admin;
    }

    /** Returns the offset that is meant in each partition; fails only where none of them answers. */
    CompletableFuture<Map<TopicPartition, Long>> ask(
            Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        partitions.forEach(partition -> question.put(partition, spec));
        ListOffsetsResult result =
                admin.listOffsets(question, new ListOffsetsOptions(isolation).timeoutMs((int) TIME_LIMIT.toMillis()));
        Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> futures = new HashMap<>();
        question.keySet().forEach(partition -> futures.put(partition, result.partitionResult(partition)));
        return Answers.partial(futures)
                .thenApply(partial -> offsets(partial.orThrowIfNone().values()));
    }

    /** Returns the first offset that is kept. */
    CompletableFuture<Map<TopicPartition, Long>> begin(Collection<TopicPartition> partitions) {
        return ask(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** Returns the high watermark. */
    CompletableFuture<Map<TopicPartition, Long>> end(Collection<TopicPartition> partitions) {
        return ask(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
    }

    /** Returns the last stable offset. */
    CompletableFuture<Map<TopicPartition, Long>> lastStable(Collection<TopicPartition> partitions) {
        return ask(partitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, ListOffsetsResultInfo> infos) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        infos.forEach((partition, info) -> {
            if (info.offset() != NONE) {
                offsets.put(partition, info.offset());
            }
        });
        return offsets;
    }
}
