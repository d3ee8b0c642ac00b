package dev.surveyor.kafka.search;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.filter.FilterBounds;
import dev.surveyor.filter.LongRanges;
import dev.surveyor.service.search.SearchRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Finds out which offsets of which partitions a search has to read. For the thread of the consumer it asks with. */
final class SearchPlanner {

    static final Duration ASK_LIMIT = Duration.ofMillis(1_500);

    private final SearchRequest request;
    private final Consumer<ByteBuffer, ByteBuffer> consumer;
    private final Supplier<Consumer<ByteBuffer, ByteBuffer>> uncommittedConsumers;
    private final Clock clock;

    /**
     * Asks with a consumer of the isolation level of the request.
     *
     * @param uncommittedConsumers makes one that also sees what is not committed, to learn the high watermarks
     */
    SearchPlanner(
            SearchRequest request,
            Consumer<ByteBuffer, ByteBuffer> consumer,
            Supplier<Consumer<ByteBuffer, ByteBuffer>> uncommittedConsumers,
            Clock clock) {
        this.request = request;
        this.consumer = consumer;
        this.uncommittedConsumers = uncommittedConsumers;
        this.clock = clock;
    }

    SearchPlan plan() {
        Set<Integer> all = partitionNumbers();
        Set<Integer> wanted = new TreeSet<>(all);
        if (!request.scope().partitions().isEmpty()) {
            wanted.retainAll(request.scope().partitions());
        }
        if (wanted.isEmpty()) {
            throw new UnknownTopicOrPartitionException(
                    "None of the partitions " + request.scope().partitions() + " exists in "
                            + request.scope().topic() + ".");
        }
        List<LeftOut> leftOut = new ArrayList<>();
        List<TopicPartition> partitions = new ArrayList<>();
        for (int number : wanted) {
            TopicPartition partition = new TopicPartition(request.scope().topic(), number);
            LeftOut.Reason reason = reasonToLeaveOut(number, all.size());
            if (reason == null) {
                partitions.add(partition);
            } else {
                leftOut.add(new LeftOut(new dev.surveyor.domain.record.PartitionId(partition.topic(), number), reason));
            }
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ASK_LIMIT);
        Instant fixedAt = clock.instant();
        return new SearchPlan(scans(partitions, ends), leftOut, all.size(), fixedAt);
    }

    private Set<Integer> partitionNumbers() {
        List<PartitionInfo> infos = consumer.partitionsFor(request.scope().topic(), ASK_LIMIT);
        if (infos == null || infos.isEmpty()) {
            throw new UnknownTopicOrPartitionException(
                    "Topic " + request.scope().topic() + " does not exist.");
        }
        Set<Integer> numbers = new TreeSet<>();
        infos.forEach(info -> numbers.add(info.partition()));
        return numbers;
    }

    private LeftOut.@Nullable Reason reasonToLeaveOut(int number, int partitionsOfTopic) {
        FilterBounds bounds = request.filter().bounds();
        LongRanges named = bounds.partitions();
        if (named != null && !named.contains(number)) {
            return LeftOut.Reason.FILTER;
        }
        String key = bounds.key();
        if (key != null && request.onlyPartitionOfKey()) {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            if (BuiltInPartitioner.partitionForKey(bytes, partitionsOfTopic) != number) {
                return LeftOut.Reason.KEY;
            }
        }
        return null;
    }

    private List<PartitionScan> scans(List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, ASK_LIMIT);
        Map<TopicPartition, Long> starts = startsByTime(partitions, ends);
        Map<TopicPartition, Long> highWatermarks = highWatermarks(partitions, ends);
        List<PartitionScan> scans = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            long begin = Math.min(end, begins.getOrDefault(partition, 0L));
            SearchRange.Offsets asked = asked(partition.partition());
            long from = Math.max(Math.max(begin, asked.from()), starts.getOrDefault(partition, 0L));
            long to = Math.max(begin, Math.min(end, asked.to()));
            long beyond = to == end ? highWatermarks.getOrDefault(partition, end) - end : 0;
            scans.add(new PartitionScan(partition, Math.min(from, to), to, beyond));
        }
        return scans;
    }

    /** Returns the offsets that the request and the filter leave, without a look at what the partition has. */
    private SearchRange.Offsets asked(int partition) {
        SearchRange range = request.scope().range();
        SearchRange.Offsets asked = new SearchRange.Offsets(0, Long.MAX_VALUE);
        if (range instanceof SearchRange.Offsets same) {
            asked = same;
        } else if (range instanceof SearchRange.EachOffsets each) {
            asked = each.byPartition().getOrDefault(partition, asked);
        }
        LongRanges named = request.filter().bounds().offsets();
        if (named == null) {
            return asked;
        }
        long from = Math.max(asked.from(), named.first());
        long to = Math.min(asked.to(), named.last() == Long.MAX_VALUE ? Long.MAX_VALUE : named.last() + 1);
        return new SearchRange.Offsets(from, Math.max(from, to));
    }

    /**
     * Returns the first offset whose timestamp is not before the earliest that can match. All records before it are
     * older. Nothing like it holds for the latest: later records may be older again, so they are all read.
     */
    private Map<TopicPartition, Long> startsByTime(List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        long earliest = Long.MIN_VALUE;
        if (request.scope().range() instanceof SearchRange.Times times && times.from() != null) {
            earliest = times.from().toEpochMilli();
        }
        LongRanges named = request.filter().bounds().times();
        if (named != null) {
            earliest = Math.max(earliest, named.first());
        }
        Map<TopicPartition, Long> starts = new HashMap<>();
        // The client refuses to ask for times before 1970, and there are records of then.
        if (earliest > 0) {
            Map<TopicPartition, Long> question = new HashMap<>();
            for (TopicPartition partition : partitions) {
                question.put(partition, earliest);
            }
            consumer.offsetsForTimes(question, ASK_LIMIT)
                    .forEach((partition, found) ->
                            starts.put(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
        }
        return starts;
    }

    private Map<TopicPartition, Long> highWatermarks(
            Collection<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        if (request.scope().isolation() == IsolationLevel.READ_UNCOMMITTED) {
            return ends;
        }
        Consumer<ByteBuffer, ByteBuffer> uncommitted = uncommittedConsumers.get();
        try {
            return uncommitted.endOffsets(partitions, ASK_LIMIT);
        } finally {
            uncommitted.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
