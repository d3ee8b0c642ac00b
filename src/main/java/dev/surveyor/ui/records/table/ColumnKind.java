package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import java.util.Comparator;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * What a column is, before there is one.
 *
 * @param id short and stable, part of the control's id and of the saved layout
 * @param title its head; empty for the gutter
 * @param words what it shows, for menus
 * @param width in pixels
 * @param shown whether it is there unless the user says otherwise
 * @param numeric whether its cells stand at the right
 * @param cell makes a cell
 * @param order orders records by it, made for one sorting; null where it cannot be sorted
 */
record ColumnKind(
        String id,
        String title,
        String words,
        double width,
        boolean shown,
        boolean numeric,
        Supplier<TableCell<LogEntry, LogEntry>> cell,
        @Nullable Supplier<Comparator<ConsumedRecord>> order) {

    /** Returns the id as part of a control's id: letters, digits and hyphens. */
    String controlId() {
        return id.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** Returns whether the user may hide, move and resize it. */
    boolean fixed() {
        return id.equals("gutter");
    }
}
