package dev.surveyor.service.consume;

import dev.surveyor.domain.record.LogEntry;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A queue whose entries keep the number that they got when they were added, from 0. Grows as needed, never shrinks.
 * Not for use by two threads.
 */
final class EntryRing {

    private static final int FIRST_CAPACITY = 1024;

    private @Nullable LogEntry[] slots = new LogEntry[FIRST_CAPACITY];
    private long first;
    private long end;

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
        slots[(int) end & (slots.length - 1)] = entry;
        end++;
    }

    void removeFirst() {
        slots[(int) first & (slots.length - 1)] = null;
        first++;
    }

    /** Forgets all entries; numbers go on from where they were. */
    void clear() {
        Arrays.fill(slots, null);
        first = end;
    }

    /** Returns the entries from a number (included) to another (excluded), both within the ring. */
    LogEntry[] copy(long from, long to) {
        LogEntry[] copy = new LogEntry[(int) (to - from)];
        copyInto(copy, from);
        return copy;
    }

    private void copyInto(@Nullable LogEntry[] target, long from) {
        int start = (int) from & (slots.length - 1);
        int untilWrap = Math.min(target.length, slots.length - start);
        System.arraycopy(slots, start, target, 0, untilWrap);
        System.arraycopy(slots, 0, target, untilWrap, target.length - untilWrap);
    }

    private void grow() {
        @Nullable LogEntry[] bigger = new LogEntry[slots.length * 2];
        for (long number = first; number < end; number++) {
            bigger[(int) number & (bigger.length - 1)] = slots[(int) number & (slots.length - 1)];
        }
        slots = bigger;
    }
}
