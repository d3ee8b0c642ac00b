package dev.surveyor.kafka.consume;

import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.LogicalOffset;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.kafka.client.OffsetAnswer;
import dev.surveyor.kafka.client.OffsetQuestion;
import dev.surveyor.service.cluster.Troubles;
import dev.surveyor.service.consume.RecordSink;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** Moves a consumer, by the user's wish or because retention was faster, and tells where it stands. Poll thread only. */
final class Seeks {

    private final ConsumerParts parts;
    private final Membership membership;
    private final boolean inGroup;
    private final StartOffsets offsets;
    private volatile Map<PartitionId, Long> toldEnds = Map.of();
    private int seekEpoch;
    private boolean soughtEnd;

    Seeks(ConsumerParts parts, Membership membership, boolean inGroup, StartOffsets offsets) {
        this.parts = parts;
        this.membership = membership;
        this.inGroup = inGroup;
        this.offsets = offsets;
    }

    /** Returns how often the user moved the consumer. */
    int seekEpoch() {
        return seekEpoch;
    }

    /**
     * Returns whether the last seek was to the end of every partition that it moved: the end at that moment, or the one
     * that was told before, behind which there may be records by now.
     */
    boolean soughtEnd() {
        return soughtEnd;
    }

    /** Returns begin, end, position and committed offset of every partition that is or is to be read, in order. */
    CompletableFuture<List<PartitionPosition>> positions() {
        Set<TopicPartition> assigned = new HashSet<>(parts.client().assignment());
        Map<TopicPartition, Long> committed =
                inGroup && !assigned.isEmpty() ? parts.offsets().committed(assigned) : Map.of();
        Map<TopicPartition, OptionalLong> places = new HashMap<>();
        membership.late().forEach(partition -> places.put(partition, OptionalLong.empty()));
        for (TopicPartition partition : assigned) {
            places.computeIfAbsent(partition, parts.offsets()::position);
        }
        CompletableFuture<KnownOffsets> begins = known(OffsetQuestion.begin(places.keySet()));
        CompletableFuture<KnownOffsets> ends = known(parts.offsets().endQuestion(places.keySet()));
        return begins.thenCombine(ends, (begin, end) -> {
            toldEnds = end.offsets();
            return places.keySet().stream()
                    .map(partition -> {
                        Long stored = committed.get(partition);
                        return PartitionPosition.of(
                                ConsumerParts.id(partition),
                                begin,
                                end,
                                places.getOrDefault(partition, OptionalLong.empty()),
                                stored == null ? OptionalLong.empty() : OptionalLong.of(stored));
                    })
                    .sorted(Comparator.comparing(PartitionPosition::partition))
                    .toList();
        });
    }

    private CompletableFuture<KnownOffsets> known(OffsetQuestion question) {
        return parts.context()
                .offsets()
                .ask(question)
                .thenApply(answer -> new KnownOffsets(
                        ConsumerParts.byId(answer.orThrowIfNone().offsets()), ConsumerParts.byId(answer.troubles())));
    }

    /**
     * Returns the targets, clamped to what each partition keeps; nothing is moved yet.
     *
     * @param targets offsets, or numbers of {@link LogicalOffset#BEGINNING} and {@link LogicalOffset#END}
     * @return fails where one of them is not assigned or does not tell where it begins and ends
     */
    CompletableFuture<Map<TopicPartition, Long>> clamped(Map<PartitionId, Long> targets) {
        Map<TopicPartition, Long> wanted = wanted(targets);
        requireAssigned(wanted.keySet());
        CompletableFuture<OffsetAnswer> begins = parts.context().offsets().ask(OffsetQuestion.begin(wanted.keySet()));
        CompletableFuture<OffsetAnswer> ends =
                parts.context().offsets().ask(parts.offsets().endQuestion(wanted.keySet()));
        return begins.thenCombine(ends, (begin, end) -> {
            requireTold(begin.orThrowIfNone());
            requireTold(end.orThrowIfNone());
            Map<TopicPartition, Long> clamped = new HashMap<>();
            wanted.forEach((partition, target) -> {
                long first = begin.offsets().getOrDefault(partition, 0L);
                long last = end.offsets().getOrDefault(partition, Long.MAX_VALUE);
                clamped.put(partition, Math.max(first, Math.min(last, target)));
            });
            return clamped;
        });
    }

    private static Map<TopicPartition, Long> wanted(Map<PartitionId, Long> targets) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        targets.forEach((id, target) -> wanted.put(ConsumerParts.partition(id), offset(target)));
        return wanted;
    }

    private void requireAssigned(Set<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            if (!parts.client().assignment().contains(partition)) {
                throw new IllegalStateException("No current assignment for partition " + ConsumerParts.id(partition));
            }
        }
    }

    /** A move of some of the partitions is not what was asked for, so it is none. */
    private void requireTold(OffsetAnswer answer) {
        if (!answer.missing().isEmpty()) {
            BrokerFailure failure = parts.context()
                    .failures()
                    .say(
                            "no partition was moved, as "
                                    + Troubles.listed(answer.troubles().values()),
                            "Where it begins and ends is not known, so no place in it can be said.",
                            BrokerFailure.Kind.RETRIABLE,
                            List.of("Leave it out of the move", "Try again when its broker is back"));
            throw new BrokerFailureException(failure, null);
        }
    }

    /**
     * Moves to where {@link #clamped} said.
     *
     * @throws IllegalStateException where a partition is not assigned any more; then none is moved
     */
    void seek(Map<PartitionId, Long> targets, Map<TopicPartition, Long> clamped) {
        requireAssigned(clamped.keySet());
        move(clamped);
        seekEpoch++;
        soughtEnd = targets.entrySet().stream().allMatch(target -> isEnd(target.getKey(), offset(target.getValue())));
        List<PartitionOffset> places = clamped.entrySet().stream()
                .map(place -> PartitionOffset.of(ConsumerParts.id(place.getKey()), place.getValue()))
                .sorted(Comparator.comparing(PartitionOffset::partition))
                .toList();
        parts.context()
                .events()
                .publish(new ClientEvent.Sought(parts.context().clock().instant(), parts.clientId(), places));
    }

    private boolean isEnd(PartitionId partition, long target) {
        Long end = toldEnds.get(partition);
        return target == Long.MAX_VALUE || (end != null && target >= end);
    }

    /** Clamping does the rest. */
    private static long offset(long target) {
        return target == LogicalOffset.END.number() ? Long.MAX_VALUE : target;
    }

    /** Goes on at the nearest offset that exists, and says what was passed over: to the user, and to whoever keeps records. */
    void recover(OffsetOutOfRangeException outOfRange, RecordSink sink) {
        Map<TopicPartition, Long> wanted = outOfRange.offsetOutOfRangePartitions();
        Map<TopicPartition, Long> clamped = offsets.clamp(wanted);
        move(clamped);
        clamped.forEach((partition, now) -> {
            long before = wanted.getOrDefault(partition, now);
            if (now > before) {
                sink.deletedBefore(ConsumerParts.id(partition), now);
            }
            parts.context()
                    .events()
                    .publish(new ClientEvent.ClientError(
                            parts.context().clock().instant(),
                            parts.clientId(),
                            notice(ConsumerParts.id(partition), before, now),
                            false));
        });
    }

    private BrokerFailure notice(PartitionId partition, long before, long now) {
        if (now > before) {
            return parts.context()
                    .failures()
                    .say(
                            "offsets " + before + " to " + (now - 1) + " of " + partition + " were passed over",
                            "They were deleted, by retention or by hand, before this consumer read them.",
                            BrokerFailure.Kind.RETRIABLE,
                            List.of("Nothing: reading goes on at offset " + now, "Raise the retention of the topic"));
        }
        return parts.context()
                .failures()
                .say(
                        partition + " ends at offset " + now + ", before the position " + before,
                        "The topic was made anew, or its brokers lost records.",
                        BrokerFailure.Kind.RETRIABLE,
                        List.of("Nothing: reading goes on at offset " + now, "Seek to the beginning"));
    }

    private void move(Map<TopicPartition, Long> places) {
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        places.forEach((partition, offset) -> {
            parts.client().seek(partition, offset);
            next.put(partition, new OffsetAndMetadata(offset));
        });
        membership.moved(next);
    }
}
