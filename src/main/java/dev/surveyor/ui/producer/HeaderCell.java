package dev.surveyor.ui.producer;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell that is bound to a header while it shows it. Its id ends in the number of the row, from 1. */
abstract class HeaderCell extends TableCell<HeaderRow, HeaderRow> {

    private final String id;
    private @Nullable HeaderRow bound;

    /**
     * @param id of the control, without its number
     */
    HeaderCell(String id) {
        this.id = id;
    }

    /** Returns the header whose cell holds the node, or null. */
    static @Nullable HeaderRow rowOf(EventTarget target) {
        for (Node node = target instanceof Node first ? first : null; node != null; node = node.getParent()) {
            if (node instanceof HeaderCell cell) {
                return cell.getItem();
            }
        }
        return null;
    }

    @Override
    protected void updateItem(@Nullable HeaderRow row, boolean empty) {
        super.updateItem(row, empty);
        HeaderRow now = empty ? null : row;
        if (now != bound) {
            if (bound != null) {
                unbind(bound);
            }
            bound = now;
            if (now != null) {
                bind(now);
            }
        }
        setGraphic(now == null ? null : node());
        control().setId(id + "-" + (getIndex() + 1));
    }

    /** Returns what is shown. */
    abstract Node node();

    /** Returns what a person acts on: all that is shown, or a part of it. */
    Node control() {
        return node();
    }

    abstract void bind(HeaderRow row);

    abstract void unbind(HeaderRow row);
}
