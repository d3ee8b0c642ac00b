package dev.surveyor.kafka.search;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.filter.FilterBounds;
import dev.surveyor.filter.LongRanges;
import dev.surveyor.kafka.client.OffsetAnswer;
import dev.surveyor.service.search.SearchRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Finds out which offsets of which partitions a search has to read. For the thread of the consumer it asks with. */
final class SearchPlanner {

    private final SearchRequest request;
    private final Consumer<ByteBuffer, ByteBuffer> consumer;
    private final Offsets offsets;
    private final Clock clock;

    /** Asks which partitions there are with a consumer of the search. */
    SearchPlanner(SearchRequest request, Consumer<ByteBuffer, ByteBuffer> consumer, Offsets offsets, Clock clock) {
        this.request = request;
        this.consumer = consumer;
        this.offsets = offsets;
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
                leftOut.add(new LeftOut(new PartitionId(partition.topic(), number), reason));
            }
        }
        Map<TopicPartition, Long> ends = told(offsets.ends(partitions), leftOut);
        Instant fixedAt = clock.instant();
        List<PartitionScan> scans = scans(ends, leftOut);
        leftOut.sort(Comparator.comparing(LeftOut::id));
        return new SearchPlan(scans, leftOut, all.size(), fixedAt);
    }

    /** Returns what was told, and leaves out the partitions that told nothing. */
    private static Map<TopicPartition, Long> told(OffsetAnswer answer, List<LeftOut> leftOut) {
        answer.troubles().values().forEach(trouble -> leftOut.add(LeftOut.of(trouble)));
        return answer.offsets();
    }

    private Set<Integer> partitionNumbers() {
        List<PartitionInfo> infos = consumer.partitionsFor(request.scope().topic(), Offsets.LIMIT);
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

    private List<PartitionScan> scans(Map<TopicPartition, Long> ends, List<LeftOut> leftOut) {
        Map<TopicPartition, Long> begins = told(offsets.begins(ends.keySet()), leftOut);
        OffsetAnswer starts = startsByTime(begins.keySet());
        told(starts, leftOut);
        Map<TopicPartition, Long> highWatermarks = highWatermarks(ends);
        List<PartitionScan> scans = new ArrayList<>();
        for (TopicPartition partition : begins.keySet()) {
            if (starts.missing().containsKey(partition)) {
                continue;
            }
            long end = ends.getOrDefault(partition, 0L);
            long begin = Math.min(end, begins.getOrDefault(partition, 0L));
            // Where no record is that late, all of them are older.
            boolean older =
                    starts.asked().contains(partition) && !starts.offsets().containsKey(partition);
            long earliest = older ? end : starts.offsets().getOrDefault(partition, 0L);
            SearchRange.Offsets asked = asked(partition.partition());
            long from = Math.max(Math.max(begin, asked.from()), earliest);
            long to = Math.max(begin, Math.min(end, asked.to()));
            long beyond = to == end ? highWatermarks.getOrDefault(partition, end) - end : 0;
            scans.add(new PartitionScan(partition, Math.min(from, to), to, Math.max(0, beyond)));
        }
        scans.sort(Comparator.comparing(PartitionScan::id));
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
    private OffsetAnswer startsByTime(Set<TopicPartition> partitions) {
        long earliest = Long.MIN_VALUE;
        if (request.scope().range() instanceof SearchRange.Times times && times.from() != null) {
            earliest = times.from().toEpochMilli();
        }
        LongRanges named = request.filter().bounds().times();
        if (named != null) {
            earliest = Math.max(earliest, named.first());
        }
        // The brokers are not asked for times before 1970, and there are records of then.
        return offsets.at(earliest > 0 ? partitions : Set.of(), Instant.ofEpochMilli(earliest));
    }

    private Map<TopicPartition, Long> highWatermarks(Map<TopicPartition, Long> ends) {
        return request.scope().isolation() == IsolationLevel.READ_UNCOMMITTED
                ? ends
                : offsets.highWatermarks(ends.keySet()).offsets();
    }
}
