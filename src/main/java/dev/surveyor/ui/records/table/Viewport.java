package dev.surveyor.ui.records.table;

import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.records.rows.RowFeed;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Which part of its rows a table shows: the newest until the user moves away from them, then what was there, wherever it
 * goes in the list. For the JavaFX thread only.
 */
final class Viewport {

    private final RecordTable table;
    private final RowFeed feed;
    private final UiExecutor later;
    private final TableScroller scroller;
    private double pixelsFromAnchor;
    private boolean userScrolls;

    /**
     * @param feed told whether the table follows, and else of the row that stays
     * @param later runs work after the event that is being handled
     */
    Viewport(RecordTable table, RowFeed feed, UiExecutor later) {
        this.table = table;
        this.feed = feed;
        this.later = later;
        this.scroller = new TableScroller(table);
        table.addEventFilter(ScrollEvent.SCROLL, event -> scrolledByUser());
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::mouseOnScrollBar);
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::mouseOnScrollBar);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, this::mouseOnScrollBar);
    }

    /** Goes to the newest row, or back to the one that stays. */
    void rowsChanged() {
        if (userScrolls) {
            return;
        }
        if (feed.position().followingProperty().get()) {
            toNewest();
        } else {
            scroller.offset(table.turned(feed.position().index()) * scroller.rowHeight() + pixelsFromAnchor);
        }
    }

    /** Has the row that stays begin at the edge of the screen: the rows stand the other way round, or were sought. */
    void toEdge() {
        pixelsFromAnchor = table.newestAtTop() ? scroller.rowHeight() - scroller.shown() : 0;
    }

    /** Shows the row of that index, in the middle where it was not on the screen. */
    void reveal(int index) {
        scroller.reveal(index);
        settle();
    }

    /**
     * Shows that part of the rows in the middle.
     *
     * @param share 0 for the first row to 1 for the last
     */
    void center(double share) {
        scroller.offset(share * table.getItems().size() * scroller.rowHeight() - scroller.shown() / 2);
        settle();
    }

    /** Stays with what is on the screen now. */
    void browseHere() {
        int oldest = table.newestAtTop() ? scroller.bottom() : scroller.top();
        pixelsFromAnchor = scroller.offset() - oldest * scroller.rowHeight();
        feed.position().browse(table.turned(oldest));
    }

    /** Until the toolkit has scrolled, no tick may scroll back. */
    void scrolledByUser() {
        userScrolls = true;
        later.execute(() -> {
            userScrolls = false;
            settle();
        });
    }

    private void mouseOnScrollBar(MouseEvent event) {
        if (event.getTarget() instanceof Node node && inScrollBar(node)) {
            userScrolls = event.getEventType() != MouseEvent.MOUSE_RELEASED;
            later.execute(this::settle);
        }
    }

    private static boolean inScrollBar(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ScrollBar) {
                return true;
            }
        }
        return false;
    }

    /** Follows at the newest row, browses anywhere else. */
    private void settle() {
        // Rows that are still being sorted stand as before, perhaps at the end.
        if (table.sorted() || !table.getSortOrder().isEmpty()) {
            return;
        }
        boolean atNewest = table.newestAtTop() ? scroller.atStart() : scroller.atEnd();
        if (!atNewest) {
            browseHere();
        } else if (!feed.position().followingProperty().get()) {
            feed.follow();
        }
    }

    private void toNewest() {
        if (table.newestAtTop()) {
            scroller.toStart();
        } else {
            scroller.toEnd();
        }
    }
}
