package dev.surveyor.ui.search;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the selected rows of a sorted table selected while others come between them; the table by itself loses them when
 * rows come at several places at once. For the JavaFX thread only.
 */
final class StableSelection<T> {

    private final TableView<T> table;
    private final Set<T> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable T last;

    private StableSelection(TableView<T> table) {
        this.table = table;
    }

    /** Shows these rows in the table, sorted by its heads. */
    static <T> void show(ObservableList<T> rows, TableView<T> table) {
        StableSelection<T> selection = new StableSelection<>(table);
        // Before the sorted list hears of a change, and after the table has heard of it.
        rows.addListener((ListChangeListener<T>) change -> selection.remember());
        SortedList<T> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        sorted.addListener((ListChangeListener<T>) change -> selection.restore());
    }

    private void remember() {
        chosen.clear();
        chosen.addAll(table.getSelectionModel().getSelectedItems());
        last = table.getSelectionModel().getSelectedItem();
    }

    @SuppressWarnings("ReferenceEquality") // it is this row that was selected, not one that equals it
    private void restore() {
        if (chosen.isEmpty() || table.getComparator() == null) {
            return;
        }
        int focused = -1;
        for (int row = 0; row < table.getItems().size(); row++) {
            T item = table.getItems().get(row);
            focused = item == last ? row : focused;
            if (chosen.contains(item)) {
                table.getSelectionModel().select(row);
            }
        }
        for (int row : List.copyOf(table.getSelectionModel().getSelectedIndices())) {
            if (!chosen.contains(table.getItems().get(row))) {
                table.getSelectionModel().clearSelection(row);
            }
        }
        if (focused >= 0) {
            table.getSelectionModel().select(focused);
        }
        chosen.clear();
    }
}
