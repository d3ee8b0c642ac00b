package dev.surveyor.ui.records.rows;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The records that the user has marked. A mark goes with its record. */
public final class Marks {

    /** Asked by the thread that filters, too. Records have no equality but their identity. */
    private final Set<LogEntry> marked = ConcurrentHashMap.newKeySet();

    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public boolean contains(LogEntry row) {
        return marked.contains(row);
    }

    /** Returns the marked records. */
    public List<ConsumedRecord> all() {
        return marked.stream()
                .filter(ConsumedRecord.class::isInstance)
                .map(ConsumedRecord.class::cast)
                .toList();
    }

    /** Marks the record, or takes its mark away. */
    public void toggle(ConsumedRecord record) {
        if (!marked.remove(record)) {
            marked.add(record);
        }
        count.set(marked.size());
    }

    /** Returns the index of the next marked row after one, from the top again after the last; -1 where there is none. */
    public int next(List<LogEntry> rows, int after) {
        for (int i = 1; i <= rows.size(); i++) {
            int index = Math.floorMod(after + i, rows.size());
            if (!marked.isEmpty() && marked.contains(rows.get(index))) {
                return index;
            }
        }
        return -1;
    }

    /** Forgets the marks of rows that were evicted. */
    public void forget(List<LogEntry> gone) {
        if (!marked.isEmpty()) {
            gone.forEach(marked::remove);
            count.set(marked.size());
        }
    }

    /** Forgets marks of records that are kept no more. */
    public void retain(Supplier<List<ConsumedRecord>> kept) {
        if (!marked.isEmpty()) {
            Set<LogEntry> there = Collections.newSetFromMap(new IdentityHashMap<>());
            there.addAll(kept.get());
            marked.retainAll(there);
            count.set(marked.size());
        }
    }

    public void clear() {
        marked.clear();
        count.set(0);
    }
}
