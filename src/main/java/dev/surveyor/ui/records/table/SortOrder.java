package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.records.rows.RowFeed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;

/**
 * Shows the rows in the order of a column: a picture of the moment at which the user clicked, sorted off the JavaFX
 * thread. New rows wait until the table goes back to the order of arrival.
 */
public final class SortOrder {

    private final RecordTable table;
    private final RowFeed feed;
    private final Function<TableColumn<LogEntry, ?>, Comparator<LogEntry>> orders;
    private final LatestWork sorting;
    private final ReadOnlyStringWrapper column = new ReadOnlyStringWrapper("");
    private boolean exchanging;

    public SortOrder(
            RecordTable table,
            RowFeed feed,
            Function<TableColumn<LogEntry, ?>, Comparator<LogEntry>> orders,
            Executor background,
            UiExecutor later) {
        this.table = table;
        this.feed = feed;
        this.orders = orders;
        this.sorting = new LatestWork(background, later);
        table.setSortPolicy(any -> {
            sort();
            return true;
        });
        feed.position().followingProperty().addListener((source, before, now) -> {
            if (now && !column.get().isEmpty()) {
                clear();
            }
        });
    }

    /** Returns the title of the column, empty for the order of arrival. */
    public ReadOnlyStringProperty columnProperty() {
        return column.getReadOnlyProperty();
    }

    /** Goes back to the order of arrival. */
    public void clear() {
        table.getSortOrder().clear();
        arrival();
    }

    private void sort() {
        if (exchanging) {
            return;
        }
        if (table.getSortOrder().isEmpty()) {
            arrival();
            return;
        }
        TableColumn<LogEntry, ?> by = table.getSortOrder().get(0);
        Comparator<LogEntry> order = orders.apply(by);
        Comparator<LogEntry> directed = by.getSortType() == SortType.DESCENDING ? order.reversed() : order;
        List<LogEntry> picture = new ArrayList<>(feed.shown());
        // Between which offsets something is missing means nothing in another order.
        picture.removeIf(OffsetGap.class::isInstance);
        column.set(by.getText());
        feed.position().detach();
        sorting.start(
                givenUp -> {
                    picture.sort(directed);
                    return picture;
                },
                sorted -> exchange(FXCollections.observableList(sorted), by),
                thrown -> clear());
    }

    private void arrival() {
        sorting.cancel();
        if (!column.get().isEmpty()) {
            column.set("");
            exchanging = true;
            table.arrange();
            exchanging = false;
            feed.follow();
        }
    }

    /** A table forgets by which column it is sorted when it gets other rows; the next click would begin anew. */
    private void exchange(ObservableList<LogEntry> rows, TableColumn<LogEntry, ?> by) {
        exchanging = true;
        table.showSorted(rows);
        table.getSortOrder().setAll(List.of(by));
        exchanging = false;
    }
}
