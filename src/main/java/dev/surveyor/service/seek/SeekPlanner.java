package dev.surveyor.service.seek;

import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.FirstRecord;
import dev.surveyor.domain.consume.FirstRecords;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.SeekNote;
import dev.surveyor.domain.consume.SeekPlan;
import dev.surveyor.domain.consume.SeekRow;
import dev.surveyor.domain.consume.SeekTarget;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.cluster.ClusterReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Works out where a seek would go, partition by partition, before anything is moved. Without state. */
public final class SeekPlanner {

    private final ClusterReader cluster;

    public SeekPlanner(ClusterReader cluster) {
        this.cluster = cluster;
    }

    /**
     * Returns the offset that the target means in each partition, not clamped; a partition is left out where the target
     * means none there. Asks the cluster only for times and for commits of a group; partitions that have not told where
     * they begin and end are not asked.
     *
     * @param isolation whose records a time counts
     * @param answered told how many partitions have answered so far, on any thread
     */
    public CompletableFuture<KnownOffsets> wanted(
            SeekTarget target,
            Collection<PartitionPosition> positions,
            IsolationLevel isolation,
            IntConsumer answered) {
        List<PartitionPosition> told =
                positions.stream().filter(PartitionPosition::told).toList();
        if (target instanceof SeekTarget.Time time) {
            return cluster.offsetsAt(
                    told.stream().map(PartitionPosition::partition).toList(), time.time(), isolation, answered);
        }
        if (target instanceof SeekTarget.CommittedOf committed) {
            return cluster.committedOffsets(committed.groupId()).thenApply(KnownOffsets::of);
        }
        Map<PartitionId, Long> wanted = new HashMap<>();
        for (PartitionPosition position : told) {
            OptionalLong offset = local(target, position);
            if (offset.isPresent()) {
                wanted.put(position.partition(), offset.getAsLong());
            }
        }
        return CompletableFuture.completedFuture(KnownOffsets.of(wanted));
    }

    /**
     * Returns the plan, without the times of the records.
     *
     * @param asOf when the positions were read
     * @param positions where the consumer stands
     * @param target what was asked for
     * @param wanted what {@link #wanted} answered for it
     * @param custom offsets that the user typed for single partitions; they go before the target
     * @param unticked partitions that stay
     */
    public static SeekPlan plan(
            Instant asOf,
            List<PartitionPosition> positions,
            SeekTarget target,
            KnownOffsets wanted,
            Map<PartitionId, Long> custom,
            Set<PartitionId> unticked) {
        List<SeekRow> rows = new ArrayList<>(positions.size());
        for (PartitionPosition position : positions) {
            PartitionId id = position.partition();
            Long typed = custom.get(id);
            PartitionTrouble trouble = position.trouble() != null
                    ? position.trouble()
                    : wanted.missing().get(id);
            boolean ticked = !unticked.contains(id);
            if (trouble != null && (typed == null || !position.told())) {
                rows.add(staying(position, trouble, ticked));
            } else {
                Long offset = typed != null ? typed : wanted.offsets().get(id);
                rows.add(row(position, target, offset, typed != null, ticked));
            }
        }
        return new SeekPlan(asOf, rows);
    }

    /**
     * Returns the first records at these places or after them. Places at or behind an end have none and are not asked for
     * by {@link #placesWithRecords}.
     */
    public CompletableFuture<FirstRecords> firstRecords(Map<PartitionId, Long> places, IsolationLevel isolation) {
        return places.isEmpty()
                ? CompletableFuture.completedFuture(FirstRecords.NONE)
                : cluster.firstRecords(places, isolation);
    }

    /**
     * Returns a row with what is found at its target.
     *
     * @param found the first record there, null where there is none up to the end
     */
    public static SeekRow withRecord(SeekRow row, SeekTarget target, @Nullable FirstRecord found) {
        SeekNote note = row.note();
        if (note == SeekNote.NONE && row.target().isPresent()) {
            note = noteOf(row, target, found);
        }
        return row.at(found, note);
    }

    private static SeekNote noteOf(SeekRow row, SeekTarget target, @Nullable FirstRecord found) {
        if (found == null) {
            return SeekNote.NOTHING_THERE;
        }
        Instant time = found.time();
        boolean older =
                !row.custom() && target instanceof SeekTarget.Time asked && time != null && time.isBefore(asked.time());
        if (older) {
            return SeekNote.OLDER_RECORD;
        }
        return found.offset() > row.target().orElse(0) ? SeekNote.LATER_RECORD : SeekNote.NONE;
    }

    /** Returns the targets of the plan at which a record can be expected. */
    public static Map<PartitionId, Long> placesWithRecords(SeekPlan plan) {
        Map<PartitionId, Long> places = new HashMap<>();
        for (SeekRow row : plan.rows()) {
            PartitionPosition position = row.position();
            if (row.target().isPresent() && row.target().getAsLong() < position.endOffset()) {
                places.put(position.partition(), row.target().getAsLong());
            }
        }
        return places;
    }

    private static OptionalLong local(SeekTarget target, PartitionPosition position) {
        if (target instanceof SeekTarget.Beginning) {
            return OptionalLong.of(position.beginOffset());
        }
        if (target instanceof SeekTarget.End) {
            return OptionalLong.of(position.endOffset());
        }
        if (target instanceof SeekTarget.Offset offset) {
            return OptionalLong.of(offset.offset());
        }
        if (target instanceof SeekTarget.Relative relative) {
            OptionalLong from =
                    switch (relative.from()) {
                        case BEGINNING -> OptionalLong.of(position.beginOffset());
                        case POSITION -> position.position();
                        case END -> OptionalLong.of(position.endOffset());
                    };
            return from.isPresent() ? OptionalLong.of(saturatedSum(from.getAsLong(), relative.delta())) : from;
        }
        throw new IllegalArgumentException("the cluster must be asked for " + target);
    }

    private static SeekRow staying(PartitionPosition position, PartitionTrouble trouble, boolean ticked) {
        SeekNote note = trouble.kind() == PartitionTrouble.Kind.NO_LEADER ? SeekNote.NO_LEADER : SeekNote.NO_ANSWER;
        return new SeekRow(position, ticked, false, OptionalLong.empty(), note, null);
    }

    private static SeekRow row(
            PartitionPosition position, SeekTarget target, @Nullable Long offset, boolean custom, boolean ticked) {
        if (!ticked) {
            return new SeekRow(position, false, custom, OptionalLong.empty(), SeekNote.NOT_TICKED, null);
        }
        boolean empty = position.beginOffset() == position.endOffset();
        if (offset == null) {
            return withoutOffset(position, target, empty);
        }
        long clamped = Math.min(Math.max(offset, position.beginOffset()), position.endOffset());
        SeekNote note = SeekNote.NONE;
        if (empty) {
            note = SeekNote.EMPTY_PARTITION;
        } else if (clamped > offset) {
            note = SeekNote.CLAMPED_TO_BEGIN;
        } else if (clamped < offset) {
            note = SeekNote.CLAMPED_TO_END;
        }
        return new SeekRow(position, true, custom, OptionalLong.of(clamped), note, null);
    }

    private static SeekRow withoutOffset(PartitionPosition position, SeekTarget target, boolean empty) {
        if (target instanceof SeekTarget.Time) {
            SeekNote note = empty ? SeekNote.EMPTY_PARTITION : SeekNote.NO_RECORD_THAT_LATE;
            return new SeekRow(position, true, false, OptionalLong.of(position.endOffset()), note, null);
        }
        SeekNote note = target instanceof SeekTarget.CommittedOf ? SeekNote.NO_COMMIT : SeekNote.NO_POSITION;
        return new SeekRow(position, true, false, OptionalLong.empty(), note, null);
    }

    private static long saturatedSum(long a, long b) {
        long sum = a + b;
        boolean overflow = ((a ^ sum) & (b ^ sum)) < 0;
        return overflow ? (b < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }
}
