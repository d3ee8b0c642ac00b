package dev.surveyor.ui.records.table;

import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Where a table of rows of one height stands, in pixels. All rows are of one height, so an index is a multiplication;
 * the table's own way to scroll to an index costs more with each row.
 */
final class TableScroller {

    private final TableView<?> table;

    TableScroller(TableView<?> table) {
        this.table = table;
    }

    /** Scrolls so that the first row is the highest one on the screen. */
    void toStart() {
        RowFlow flow = flow();
        if (flow != null) {
            countRows(flow);
            flow.setPosition(0);
        }
    }

    /** Scrolls so that the last row is the lowest one on the screen. */
    void toEnd() {
        RowFlow flow = flow();
        if (flow != null) {
            countRows(flow);
            flow.setPosition(1.0);
        }
    }

    /** Returns whether the first row is on the screen. */
    boolean atStart() {
        return hidden() <= 0 || offset() <= rowHeight() / 2;
    }

    /** Returns whether the last row is on the screen. */
    boolean atEnd() {
        return hidden() <= 0 || offset() >= hidden() - rowHeight() / 2;
    }

    /** Returns the index of the highest row on the screen. */
    int top() {
        return (int) (offset() / rowHeight());
    }

    /** Returns the index of the lowest row on the screen, as far as there are rows. */
    int bottom() {
        return Math.max(0, Math.min(table.getItems().size(), (int) Math.ceil((offset() + shown()) / rowHeight())) - 1);
    }

    /** Returns how far the top of the screen is from the top of the first row, in pixels. */
    double offset() {
        RowFlow flow = flow();
        return flow == null ? 0 : flow.getPosition() * Math.max(0, hidden());
    }

    /** Scrolls so that the top of the screen is that far from the top of the first row. */
    void offset(double pixels) {
        RowFlow flow = flow();
        if (flow != null && hidden() > 0) {
            countRows(flow);
            flow.setPosition(Math.max(0, Math.min(1, pixels / hidden())));
        }
    }

    double rowHeight() {
        return table.getFixedCellSize();
    }

    /** Scrolls only where the row is not on the screen, then to the middle. */
    void reveal(int index) {
        double top = index * rowHeight();
        if (top < offset() || top + rowHeight() > offset() + shown()) {
            offset(top - shown() / 2);
        }
    }

    /** The skin counts the rows at its next layout, too late: a position is a share of the rows that are known. */
    private void countRows(RowFlow flow) {
        flow.count(table.getItems().size());
    }

    private double hidden() {
        return table.getItems().size() * rowHeight() - shown();
    }

    /** Returns how much is on the screen, in pixels. */
    double shown() {
        RowFlow flow = flow();
        return flow == null ? 0 : flow.getHeight();
    }

    private @Nullable RowFlow flow() {
        Node node = table.lookup(".virtual-flow");
        return node instanceof RowFlow flow ? flow : null;
    }
}
