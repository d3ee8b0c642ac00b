package dev.surveyor.ui.records.rows;

import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.service.consume.BufferChanges;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the table: a ring that loses a range at its head and gains one at its end. The two are told to listeners
 * as two changes, because the selection of a table drifts to another row when they come as one.
 */
public final class RecordRows extends ObservableListBase<LogEntry> {

    private static final int FIRST_CAPACITY = 1024;

    private @Nullable LogEntry[] slots = new LogEntry[FIRST_CAPACITY];
    private int head;
    private int size;

    @Override
    public LogEntry get(int index) {
        Objects.checkIndex(index, size);
        return Objects.requireNonNull(slots[(head + index) & (slots.length - 1)]);
    }

    @Override
    public int size() {
        return size;
    }

    /** Returns the last row, or null. */
    @Nullable
    public LogEntry last() {
        return size == 0 ? null : get(size - 1);
    }

    /**
     * Takes over what happened since the last tick.
     *
     * @return the rows that left
     */
    public List<LogEntry> apply(BufferChanges changes) {
        List<LogEntry> gone = changes.removed() > 0 ? removeHead(changes.removed()) : List.of();
        if (!changes.appended().isEmpty()) {
            append(changes.appended());
        }
        return gone;
    }

    private List<LogEntry> removeHead(int count) {
        LogEntry[] removed = new LogEntry[count];
        int untilWrap = Math.min(count, slots.length - head);
        System.arraycopy(slots, head, removed, 0, untilWrap);
        System.arraycopy(slots, 0, removed, untilWrap, count - untilWrap);
        Arrays.fill(slots, head, head + untilWrap, null);
        Arrays.fill(slots, 0, count - untilWrap, null);
        List<LogEntry> gone = Arrays.asList(removed);
        beginChange();
        head = (head + count) & (slots.length - 1);
        size -= count;
        nextRemove(0, gone);
        endChange();
        return gone;
    }

    private void append(List<LogEntry> rows) {
        reserve(size + rows.size());
        LogEntry[] added = rows.toArray(LogEntry[]::new);
        int at = (head + size) & (slots.length - 1);
        int untilWrap = Math.min(added.length, slots.length - at);
        System.arraycopy(added, 0, slots, at, untilWrap);
        System.arraycopy(added, untilWrap, slots, 0, added.length - untilWrap);
        beginChange();
        int from = size;
        size += added.length;
        nextAdd(from, size);
        endChange();
    }

    private void reserve(int wanted) {
        if (wanted <= slots.length) {
            return;
        }
        @Nullable LogEntry[] bigger = new LogEntry[Integer.highestOneBit(wanted - 1) << 1];
        for (int i = 0; i < size; i++) {
            bigger[i] = slots[(head + i) & (slots.length - 1)];
        }
        slots = bigger;
        head = 0;
    }
}
