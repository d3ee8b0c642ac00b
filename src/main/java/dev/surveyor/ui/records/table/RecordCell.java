package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell that draws a record in one way and a gap in another. */
abstract class RecordCell extends TableCell<LogEntry, LogEntry> {

    RecordCell(String styleClass) {
        getStyleClass().addAll("records-cell", styleClass);
        setEllipsisString("…");
        setPickOnBounds(false);
    }

    @Override
    public boolean contains(double x, double y) {
        return RowEdges.inside(this, x, y);
    }

    @Override
    protected void updateItem(@Nullable LogEntry row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            hideGraphic();
        } else if (row instanceof ConsumedRecord record) {
            draw(record);
        } else if (row instanceof OffsetGap gap) {
            draw(gap);
        }
    }

    abstract void draw(ConsumedRecord record);

    /** Most columns have nothing to say about a gap. */
    void draw(OffsetGap gap) {
        setText(null);
        hideGraphic();
    }

    /** Shows a node. One that is there already is only made visible: to put it in again would style it anew. */
    final void showGraphic(Node node) {
        node.setVisible(true);
        if (!node.equals(getGraphic())) {
            setGraphic(node);
        }
    }

    /** Hides the node, which stays for the next row. */
    final void hideGraphic() {
        Node node = getGraphic();
        if (node != null) {
            node.setVisible(false);
        }
    }
}
