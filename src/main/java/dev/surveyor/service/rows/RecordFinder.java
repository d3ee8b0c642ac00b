package dev.surveyor.service.rows;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds records among rows by their place. */
public final class RecordFinder {

    private RecordFinder() {}

    /** Returns the index of the newest record of that place, -1 where there is none. */
    public static int indexOf(List<LogEntry> rows, PartitionOffset place) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            LogEntry row = rows.get(i);
            if (row.offset() == place.offset()
                    && row instanceof ConsumedRecord
                    && row.partition().equals(place.partition())) {
                return i;
            }
        }
        return -1;
    }

    /** Returns whether a record of that place is among these. */
    public static boolean contains(List<ConsumedRecord> records, PartitionOffset place) {
        return records.stream()
                .anyMatch(record ->
                        record.offset() == place.offset() && record.partition().equals(place.partition()));
    }

    /** Returns whether a later offset of that partition is there: its records come in their order. */
    public static boolean goesBeyond(List<? extends LogEntry> rows, PartitionOffset place) {
        for (LogEntry row : rows) {
            if (row.offset() > place.offset() && row.partition().equals(place.partition())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the first row that is that one or comes after it in its partition; 0 where none does. */
    public static int nearest(List<LogEntry> rows, @Nullable LogEntry row) {
        if (row == null) {
            return 0;
        }
        int same = indexOfSame(rows, row);
        if (same >= 0) {
            return same;
        }
        PartitionId partition = row.partition();
        for (int i = 0; i < rows.size(); i++) {
            LogEntry other = rows.get(i);
            if (other.offset() >= row.offset() && other.partition().equals(partition)) {
                return i;
            }
        }
        return Math.max(0, rows.size() - 1);
    }

    /** Returns the index of that very row, -1 where it is not there; looks from the end. */
    public static int indexOfSame(List<LogEntry> rows, LogEntry row) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (same(rows.get(i), row)) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("ReferenceEquality") // records have no equality of their own; this very one is meant
    private static boolean same(LogEntry one, LogEntry other) {
        return one == other;
    }

    /** Returns whether the place is known to hold no record. */
    public static boolean inGap(List<LogEntry> rows, PartitionOffset place) {
        return rows.stream()
                .anyMatch(row -> row instanceof OffsetGap gap
                        && gap.partition().equals(place.partition())
                        && gap.offset() <= place.offset()
                        && place.offset() <= gap.last());
    }

    /** Returns the index of the record after the gap in which the place lies, -1 where it lies in none. */
    public static int afterGap(List<LogEntry> rows, PartitionOffset place) {
        boolean inside = false;
        for (int i = 0; i < rows.size(); i++) {
            LogEntry row = rows.get(i);
            if (!row.partition().equals(place.partition())) {
                continue;
            }
            if (row instanceof ConsumedRecord && inside) {
                return i;
            }
            if (row instanceof OffsetGap gap) {
                inside |= gap.offset() <= place.offset() && place.offset() <= gap.last();
            }
        }
        return -1;
    }
}
