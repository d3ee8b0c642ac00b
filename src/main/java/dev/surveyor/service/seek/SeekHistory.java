package dev.surveyor.service.seek;

import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The last seeks of one consumer with the positions before each, so that a seek can be undone. Safe for any thread. */
public final class SeekHistory {

    /** How many seeks are kept. */
    public static final int CAPACITY = 50;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** Remembers a seek that was done. */
    public synchronized void add(Entry entry) {
        if (entries.size() == CAPACITY) {
            entries.removeLast();
        }
        entries.addFirst(entry);
    }

    /** Returns the seeks, the latest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * A seek that was done.
     *
     * @param at when
     * @param what what was asked for, in words
     * @param previous the positions before it
     * @param targets where it went
     * @param replaced what was stored before of the partitions that it moved, with all that was stored with it
     */
    public record Entry(
            Instant at,
            String what,
            Map<PartitionId, Long> previous,
            Map<PartitionId, Long> targets,
            Map<PartitionId, PartitionOffset> replaced) {
        public Entry {
            previous = Map.copyOf(previous);
            targets = Map.copyOf(targets);
            replaced = Map.copyOf(replaced);
        }
    }

    /**
     * Returns the place as it was stored before one of these seeks, with all that was stored with it, the latest first;
     * the place alone where none of them replaced it.
     */
    public PartitionOffset asStored(PartitionId partition, long offset) {
        return entries().stream()
                .map(entry -> entry.replaced().get(partition))
                .filter(stored -> stored != null && stored.offset() == offset)
                .findFirst()
                .orElseGet(() -> PartitionOffset.of(partition, offset));
    }
}
