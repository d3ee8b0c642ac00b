package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import java.util.Comparator;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
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

    /** Makes the column. */
    TableColumn<LogEntry, LogEntry> column() {
        TableColumn<LogEntry, LogEntry> column = new TableColumn<>(title);
        column.setId("records-column-" + controlId());
        column.setUserData(id);
        column.getStyleClass().add(ColumnKinds.fieldOf(id) == null ? "records-" + id : "records-field");
        if (numeric) {
            column.getStyleClass().add("numeric");
        }
        column.setCellValueFactory(features -> new RowValue(features.getValue()));
        column.setCellFactory(source -> cell.get());
        column.setSortable(order != null);
        column.setMinWidth(Math.min(width, 24));
        column.setResizable(!fixed() && !id.equals("value"));
        column.setReorderable(!fixed());
        return column;
    }
}
