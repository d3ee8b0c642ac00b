package dev.surveyor.ui.records.rows;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.service.rows.KeyHistory;
import dev.surveyor.service.rows.RowNumbers;
import dev.surveyor.service.transaction.TransactionState;
import dev.surveyor.ui.records.transactions.TransactionMarks;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Where among the rows of a table those are that somebody looks for. A row is looked at when it comes; all are only when
 * something else is looked for. For the JavaFX thread only.
 */
public final class RowMarks {

    /** What makes a row worth finding. */
    public enum Kind {
        SAME_KEY,
        ABORTED,
        MARKED
    }

    private final ObservableList<LogEntry> rows;
    private final TransactionMarks transactions;
    private final Marks marks;
    private final Map<Kind, RowNumbers> found = new EnumMap<>(Kind.class);
    private @Nullable ConsumedRecord selected;
    private long firstRow;

    public RowMarks(ObservableList<LogEntry> rows, TransactionMarks transactions, Marks marks) {
        this.rows = rows;
        this.transactions = transactions;
        this.marks = marks;
        for (Kind kind : Kind.values()) {
            found.put(kind, new RowNumbers());
        }
        rows.addListener(this::rowsChanged);
    }

    /**
     * Looks at all rows: a mark came or went, more is known of transactions, or another record is selected.
     *
     * @param newSelected whose key is looked for; none where it is null or without a key
     */
    public void look(@Nullable ConsumedRecord newSelected) {
        selected = newSelected == null || newSelected.keyLength() < 0 ? null : newSelected;
        for (Kind kind : Kind.values()) {
            numbers(kind).clear();
            look(kind, 0, rows.size());
        }
    }

    /** Returns how many rows are of that kind. */
    public int count(Kind kind) {
        return numbers(kind).size();
    }

    /**
     * Returns in which of so many equal parts of the rows there are any of that kind.
     *
     * @param turned whether the first part is that of the newest rows
     */
    public BitSet parts(Kind kind, int parts, boolean turned) {
        BitSet filled = new BitSet(parts);
        RowNumbers numbers = numbers(kind);
        int all = rows.size();
        for (int i = 0; i < numbers.size(); i++) {
            long index = numbers.get(i) - firstRow;
            filled.set((int) ((turned ? all - 1 - index : index) * parts / all));
        }
        return filled;
    }

    /** Returns the index, oldest first, of the row of that kind that is nearest to this one; -1 where there is none. */
    public int nearest(Kind kind, int index) {
        RowNumbers numbers = numbers(kind);
        long nearest = -1;
        for (int i = 0; i < numbers.size(); i++) {
            long at = numbers.get(i) - firstRow;
            if (nearest < 0 || Math.abs(at - index) < Math.abs(nearest - index)) {
                nearest = at;
            }
        }
        return (int) nearest;
    }

    private void rowsChanged(ListChangeListener.Change<? extends LogEntry> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                // The ring loses its oldest rows only.
                firstRow += change.getRemovedSize();
                found.values().forEach(numbers -> numbers.dropBelow(firstRow));
            } else {
                found.keySet().forEach(kind -> look(kind, change.getFrom(), change.getTo()));
            }
        }
    }

    private void look(Kind kind, int from, int to) {
        boolean any =
                switch (kind) {
                    case SAME_KEY -> selected != null;
                    case ABORTED -> transactions.wantedProperty().get();
                    case MARKED -> marks.countProperty().get() > 0;
                };
        for (int i = from; any && i < to; i++) {
            if (rows.get(i) instanceof ConsumedRecord record && is(kind, record)) {
                numbers(kind).add(firstRow + i);
            }
        }
    }

    private boolean is(Kind kind, ConsumedRecord record) {
        ConsumedRecord one = selected;
        return switch (kind) {
            case SAME_KEY -> one != null && KeyHistory.sameKey(one, record);
            case ABORTED -> transactions.of(record) == TransactionState.ABORTED;
            case MARKED -> marks.contains(record);
        };
    }

    private RowNumbers numbers(Kind kind) {
        return Objects.requireNonNull(found.get(kind));
    }
}
