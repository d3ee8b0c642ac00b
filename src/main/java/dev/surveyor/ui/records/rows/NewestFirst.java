package dev.surveyor.ui.records.rows;

import dev.surveyor.domain.record.LogEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.TransformationList;

/**
 * The rows the other way round: a view of the same ring, which copies only the rows that came or went. Knows what the
 * ring does, and nothing else: ranges leave at its head and come at its end.
 */
public final class NewestFirst extends TransformationList<LogEntry, LogEntry> {

    public NewestFirst(ObservableList<LogEntry> oldestFirst) {
        super(oldestFirst);
    }

    @Override
    public LogEntry get(int index) {
        return getSource().get(getSourceIndex(index));
    }

    @Override
    public int size() {
        return getSource().size();
    }

    @Override
    public int getSourceIndex(int index) {
        return size() - 1 - index;
    }

    @Override
    public int getViewIndex(int index) {
        return size() - 1 - index;
    }

    @Override
    protected void sourceChanged(ListChangeListener.Change<? extends LogEntry> change) {
        beginChange();
        while (change.next()) {
            if (change.wasRemoved()) {
                // The ring loses its oldest rows, which stand at the end here.
                List<LogEntry> gone = new ArrayList<>(change.getRemoved());
                Collections.reverse(gone);
                nextRemove(size(), gone);
            } else {
                nextAdd(0, change.getAddedSize());
            }
        }
        endChange();
    }
}
