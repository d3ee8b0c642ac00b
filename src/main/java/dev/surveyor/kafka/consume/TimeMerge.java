package dev.surveyor.kafka.consume;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Merges the records of several partitions by their times, as far as that can be done without waiting long: a record is
 * held back while a partition that is still behind may bring an earlier one, for a second at most and within bounds.
 * The order within a partition is never changed. Poll thread only.
 */
final class TimeMerge {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST_RECORDS = 100_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Map<PartitionId, Deque<ConsumedRecord>> queues = new HashMap<>();
    private int records;
    private long bytes;
    private long heldSince = System.nanoTime();

    /** Takes records, those of a partition in the order of their offsets. */
    void add(List<ConsumedRecord> batch) {
        if (records == 0) {
            heldSince = System.nanoTime();
        }
        for (ConsumedRecord one : batch) {
            queues.computeIfAbsent(one.partition(), id -> new ArrayDeque<>()).add(one);
            bytes += one.data().length;
        }
        records += batch.size();
    }

    /** Returns how many records are held back. */
    int held() {
        return records;
    }

    /** Returns whether records of that partition are held back. */
    boolean holds(PartitionId partition) {
        Deque<ConsumedRecord> queue = queues.get(partition);
        return queue != null && !queue.isEmpty();
    }

    /** Forgets what came before the consumer was moved. */
    void dropBefore(int seekEpoch) {
        for (Deque<ConsumedRecord> queue : queues.values()) {
            while (!queue.isEmpty() && queue.getFirst().seekEpoch() < seekEpoch) {
                bytes -= queue.removeFirst().data().length;
                records--;
            }
        }
    }

    /** Returns everything that is held back. */
    List<ConsumedRecord> all() {
        return take(Set.of(), Integer.MAX_VALUE);
    }

    /**
     * Returns what can be handed on.
     *
     * @param behind the partitions that have records which were not polled yet
     */
    List<ConsumedRecord> ready(Set<PartitionId> behind) {
        if (records == 0) {
            return List.of();
        }
        boolean late = System.nanoTime() - heldSince >= PATIENCE.toNanos();
        if (late) {
            return all();
        }
        List<ConsumedRecord> merged = take(behind, Integer.MAX_VALUE);
        if (records > MOST_RECORDS || bytes > MOST_BYTES) {
            merged.addAll(take(Set.of(), records / 2 + 1));
        }
        return merged;
    }

    private List<ConsumedRecord> take(Set<PartitionId> behind, int most) {
        List<ConsumedRecord> merged = new ArrayList<>(Math.min(records, most));
        PriorityQueue<Deque<ConsumedRecord>> heads = new PriorityQueue<>(
                Comparator.comparingLong(queue -> queue.getFirst().timestamp()));
        Set<PartitionId> missing = new HashSet<>(behind);
        queues.forEach((id, queue) -> {
            if (!queue.isEmpty()) {
                heads.add(queue);
                missing.remove(id);
            }
        });
        while (missing.isEmpty() && merged.size() < most) {
            Deque<ConsumedRecord> earliest = heads.poll();
            if (earliest == null) {
                break;
            }
            ConsumedRecord record = earliest.removeFirst();
            merged.add(record);
            bytes -= record.data().length;
            if (!earliest.isEmpty()) {
                heads.add(earliest);
            } else if (behind.contains(record.partition())) {
                missing.add(record.partition());
            }
        }
        records -= merged.size();
        if (!merged.isEmpty()) {
            heldSince = System.nanoTime();
        }
        return merged;
    }
}
