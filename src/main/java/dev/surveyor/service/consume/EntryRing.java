package dev.surveyor.service.consume;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A queue whose entries keep the number that they got when they were added, from 0, and which knows how many of them are
 * records and how large these are together. Sizes stand beside the entries: a record that leaves after a flood has long
 * left the processor's cache, and need not be looked at again. Grows as needed, never shrinks. Not for use by two threads.
 */
final class EntryRing {

    private static final int FIRST_CAPACITY = 1024;

    /** The size of what is no record. */
    private static final int NONE = -1;

    private @Nullable LogEntry[] slots = new LogEntry[FIRST_CAPACITY];
    private int[] sizes = new int[FIRST_CAPACITY];
    private long first;
    private long end;
    private int records;
    private long bytes;

    /** Returns the number of the oldest entry; equal to {@link #end()} when empty. */
    long first() {
        return first;
    }

    /** Returns the number that the next entry will get. */
    long end() {
        return end;
    }

    int size() {
        return (int) (end - first);
    }

    /** Returns how many of the entries are records. */
    int records() {
        return records;
    }

    /** Returns the bytes of the records. */
    long bytes() {
        return bytes;
    }

    /** Returns the entry of that number, null where there is none (any more). */
    @Nullable
    LogEntry get(long number) {
        return number < first || number >= end ? null : slots[(int) number & (slots.length - 1)];
    }

    /** Returns the oldest entry, or null. */
    @Nullable
    LogEntry peek() {
        return get(first);
    }

    void add(LogEntry entry) {
        if (size() == slots.length) {
            grow();
        }
        int slot = (int) end & (slots.length - 1);
        slots[slot] = entry;
        sizes[slot] = NONE;
        if (entry instanceof ConsumedRecord record) {
            sizes[slot] = record.data().length;
            records++;
            bytes += sizes[slot];
        }
        end++;
    }

    /** Removes the oldest entry, and returns whether that was a record. */
    boolean removeFirst() {
        int slot = (int) first & (slots.length - 1);
        slots[slot] = null;
        first++;
        if (sizes[slot] == NONE) {
            return false;
        }
        records--;
        bytes -= sizes[slot];
        return true;
    }

    /** Forgets all entries; numbers go on from where they were. */
    void clear() {
        Arrays.fill(slots, null);
        first = end;
        records = 0;
        bytes = 0;
    }

    /** Returns the entries from a number (included) to another (excluded), both within the ring. */
    LogEntry[] copy(long from, long to) {
        LogEntry[] copy = new LogEntry[(int) (to - from)];
        int start = (int) from & (slots.length - 1);
        int untilWrap = Math.min(copy.length, slots.length - start);
        System.arraycopy(slots, start, copy, 0, untilWrap);
        System.arraycopy(slots, 0, copy, untilWrap, copy.length - untilWrap);
        return copy;
    }

    private void grow() {
        @Nullable LogEntry[] moreSlots = new LogEntry[slots.length * 2];
        int[] moreSizes = new int[moreSlots.length];
        for (long number = first; number < end; number++) {
            int from = (int) number & (slots.length - 1);
            int to = (int) number & (moreSlots.length - 1);
            moreSlots[to] = slots[from];
            moreSizes[to] = sizes[from];
        }
        slots = moreSlots;
        sizes = moreSizes;
    }
}
