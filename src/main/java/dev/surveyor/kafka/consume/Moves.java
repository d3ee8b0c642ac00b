package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.LogicalOffset;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.consume.RecordSink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** Moves a consumer, by the user's wish or because retention was faster, and tells where it stands. Poll thread only. */
final class Moves {

    private final Reading reading;
    private final Membership membership;
    private final boolean inGroup;
    private final StartOffsets offsets;
    private final Map<TopicPartition, Long> toldEnds = new HashMap<>();
    private int seekEpoch;
    private boolean soughtEnd;

    Moves(Reading reading, Membership membership, boolean inGroup) {
        this.reading = reading;
        this.membership = membership;
        this.inGroup = inGroup;
        this.offsets = new StartOffsets(reading.offsets());
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

    /** Returns begin, end, position and committed offset of every assigned partition, in order. */
    List<PartitionPosition> positions() {
        Set<TopicPartition> assigned = reading.client().assignment();
        Map<TopicPartition, Long> begin = reading.offsets().begin(assigned);
        Map<TopicPartition, Long> end = reading.offsets().end(assigned);
        toldEnds.clear();
        toldEnds.putAll(end);
        Map<TopicPartition, Long> committed =
                inGroup && !assigned.isEmpty() ? reading.offsets().committed(assigned) : Map.of();
        List<PartitionPosition> positions = new ArrayList<>();
        for (TopicPartition partition : assigned) {
            Long committedOffset = committed.get(partition);
            positions.add(new PartitionPosition(
                    Reading.id(partition),
                    begin.getOrDefault(partition, 0L),
                    end.getOrDefault(partition, 0L),
                    reading.offsets().position(partition),
                    committedOffset == null ? OptionalLong.empty() : OptionalLong.of(committedOffset)));
        }
        positions.sort(Comparator.comparing(PartitionPosition::partition));
        return positions;
    }

    /**
     * Moves to the targets, clamped to what each partition keeps.
     *
     * @param targets offsets, or numbers of {@link LogicalOffset#BEGINNING} and {@link LogicalOffset#END}
     * @throws IllegalStateException where one is not assigned; then none is moved
     */
    List<PartitionPosition> seek(Map<PartitionId, Long> targets) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        targets.forEach((id, target) -> wanted.put(Reading.partition(id), offset(target)));
        for (TopicPartition partition : wanted.keySet()) {
            if (!reading.client().assignment().contains(partition)) {
                throw new IllegalStateException("No current assignment for partition " + Reading.id(partition));
            }
        }
        Map<TopicPartition, Long> clamped = offsets.clamp(wanted);
        move(clamped);
        seekEpoch++;
        soughtEnd = wanted.entrySet().stream().allMatch(target -> isEnd(target.getKey(), target.getValue()));
        List<PartitionOffset> places = clamped.entrySet().stream()
                .map(place -> PartitionOffset.of(Reading.id(place.getKey()), place.getValue()))
                .sorted(Comparator.comparing(PartitionOffset::partition))
                .toList();
        reading.context()
                .events()
                .publish(new ClientEvent.Sought(reading.context().clock().instant(), reading.clientId(), places));
        return positions();
    }

    private boolean isEnd(TopicPartition partition, long target) {
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
                sink.deletedBefore(Reading.id(partition), now);
            }
            reading.context()
                    .events()
                    .publish(new ClientEvent.ClientError(
                            reading.context().clock().instant(),
                            reading.clientId(),
                            notice(Reading.id(partition), before, now),
                            false));
        });
    }

    private BrokerFailure notice(PartitionId partition, long before, long now) {
        if (now > before) {
            return reading.context()
                    .failures()
                    .say(
                            "offsets " + before + " to " + (now - 1) + " of " + partition + " were passed over",
                            "They were deleted, by retention or by hand, before this consumer read them.",
                            BrokerFailure.Kind.RETRIABLE,
                            List.of("Nothing: reading goes on at offset " + now, "Raise the retention of the topic"));
        }
        return reading.context()
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
            reading.client().seek(partition, offset);
            next.put(partition, new OffsetAndMetadata(offset));
        });
        membership.moved(next);
    }
}
