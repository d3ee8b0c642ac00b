package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.LogEntry;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** A row as the value of a cell. It never changes, so listeners are not kept: most of a cell's cost is saved. */
record RowValue(LogEntry row) implements ObservableValue<LogEntry> {

    @Override
    public LogEntry getValue() {
        return row;
    }

    @Override
    public void addListener(ChangeListener<? super LogEntry> listener) {}

    @Override
    public void removeListener(ChangeListener<? super LogEntry> listener) {}

    @Override
    public void addListener(InvalidationListener listener) {}

    @Override
    public void removeListener(InvalidationListener listener) {}
}
