package dev.surveyor.ui.records;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.consume.ClearedRecords;
import dev.surveyor.service.consume.RecordBuffer;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Clears a table, and keeps what was there until it is said that nobody wants it back. For the JavaFX thread only.
 */
public final class Clearing {

    private final RecordTableViewModel table;
    private final RecordBuffer buffer;
    private final ReadOnlyIntegerWrapper records = new ReadOnlyIntegerWrapper();
    private @Nullable ClearedRecords cleared;
    private List<ConsumedRecord> marked = List.of();

    Clearing(RecordTableViewModel table, RecordBuffer buffer) {
        this.table = table;
        this.buffer = buffer;
    }

    /** Returns how many records can be put back; 0 for none. */
    public ReadOnlyIntegerProperty recordsProperty() {
        return records.getReadOnlyProperty();
    }

    /** Forgets all rows and starts to count from 0; what was cleared before cannot be put back any more. */
    public void clear() {
        forget();
        List<ConsumedRecord> marks = table.marks().all();
        ClearedRecords now = forgetAll();
        if (now.records() > 0) {
            cleared = now;
            marked = marks;
            records.set(now.records());
        }
    }

    /** Does the same for good. */
    void clearForGood() {
        forget();
        ClearedRecords unused = forgetAll();
    }

    private ClearedRecords forgetAll() {
        ClearedRecords now = buffer.clear();
        table.marks().clear();
        table.ticks().keep();
        return now;
    }

    /** Puts the rows back before those that came since, with their marks; says so where that is not possible any more. */
    public void undo() {
        ClearedRecords wanted = cleared;
        List<ConsumedRecord> marks = marked;
        forget();
        if (wanted == null) {
            return;
        }
        if (buffer.putBack(wanted)) {
            marks.forEach(table.marks()::toggle);
            table.consumer().recount();
            table.ticks().keep();
        } else {
            table.notices()
                    .tell(new Notice.Told(
                            "The rows cannot be put back.",
                            "The consumer was moved since they were cleared; read them again from where they were."));
        }
    }

    /** Lets go of what could be put back. */
    public void forget() {
        cleared = null;
        marked = List.of();
        records.set(0);
    }
}
