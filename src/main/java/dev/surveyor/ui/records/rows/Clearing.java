package dev.surveyor.ui.records.rows;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.consume.ClearedRecords;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.rows.Notice;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Clears a table, and keeps what was there until it is said that nobody wants it back. For the JavaFX thread only.
 */
public final class Clearing {

    private final RecordBuffer buffer;
    private final Marks marks;
    private final Runnable recount;
    private final Runnable keep;
    private final Consumer<Notice> tell;
    private final ReadOnlyIntegerWrapper records = new ReadOnlyIntegerWrapper();
    private @Nullable ClearedRecords cleared;
    private List<ConsumedRecord> marked = List.of();

    /**
     * @param recount measures the flow anew: records are about to be counted that did not come now
     * @param keep has the rows looked at again
     */
    public Clearing(RecordBuffer buffer, Marks marks, Runnable recount, Runnable keep, Consumer<Notice> tell) {
        this.buffer = buffer;
        this.marks = marks;
        this.recount = recount;
        this.keep = keep;
        this.tell = tell;
    }

    /** Returns how many records can be put back; 0 for none. */
    public ReadOnlyIntegerProperty recordsProperty() {
        return records.getReadOnlyProperty();
    }

    /** Forgets all rows and starts to count from 0; what was cleared before cannot be put back any more. */
    public void clear() {
        forget();
        List<ConsumedRecord> markedNow = marks.all();
        ClearedRecords now = forgetAll();
        if (now.records() > 0) {
            cleared = now;
            marked = markedNow;
            records.set(now.records());
        }
    }

    /** Does the same for good. */
    public void clearForGood() {
        forget();
        ClearedRecords unused = forgetAll();
    }

    private ClearedRecords forgetAll() {
        ClearedRecords now = buffer.clear();
        marks.clear();
        keep.run();
        return now;
    }

    /** Puts the rows back before those that came since, with their marks; says so where that is not possible any more. */
    public void undo() {
        ClearedRecords wanted = cleared;
        List<ConsumedRecord> markedThen = marked;
        forget();
        if (wanted == null) {
            return;
        }
        if (buffer.putBack(wanted)) {
            markedThen.forEach(marks::toggle);
            recount.run();
            keep.run();
        } else {
            tell.accept(new Notice.Told(
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
