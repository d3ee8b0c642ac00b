package dev.surveyor.ui.records.rows;

import dev.surveyor.domain.record.LogEntry;

/** What a view model asks of the table that shows it. */
public interface TableListener {

    /** Somebody who does not care. */
    TableListener NONE = new TableListener() {
        @Override
        public void rowsChanged(boolean reset) {}

        @Override
        public void reveal(LogEntry row) {}

        @Override
        public void marksChanged() {}
    };

    /**
     * The rows have changed: go to the newest, or back to the row that was kept in place.
     *
     * @param reset whether they were computed anew, so that the selection has to be found again
     */
    void rowsChanged(boolean reset);

    /** The row that is kept in place is another one, which begins at the edge of the screen. */
    default void placed() {}

    /** Select that row and scroll to it. */
    void reveal(LogEntry row);

    /** A mark came or went. */
    void marksChanged();
}
