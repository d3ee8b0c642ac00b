package dev.surveyor.ui.parts;

import dev.surveyor.domain.time.Times;
import dev.surveyor.ui.fx.ColumnRoom;
import java.time.ZoneId;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/**
 * Adds columns to a table: text, numbers, the chip of a partition, times, and cells of one's own. Style classes are
 * those of the column, which its cells and its head have, too. For the JavaFX thread only.
 *
 * @param <T> the rows of the table
 */
public final class Columns<T> {

    /** The room of a chip. */
    private static final double CHIP = 40;

    private static final double WIDEST_TOOLTIP = 320;

    private final TableView<T> table;
    private final boolean sortable;
    private final boolean reorderable;

    private Columns(TableView<T> table, boolean sortable, boolean reorderable) {
        this.table = table;
        this.sortable = sortable;
        this.reorderable = reorderable;
    }

    /** Adds columns by which a click on their head sorts, and which can be moved. */
    public static <T> Columns<T> sorted(TableView<T> table) {
        return new Columns<>(table, true, true);
    }

    /** Adds columns that can be moved; rows stand in the order of the model. */
    public static <T> Columns<T> unsorted(TableView<T> table) {
        return new Columns<>(table, false, true);
    }

    /** Adds columns that stay in their order, as do the rows. */
    public static <T> Columns<T> fixed(TableView<T> table) {
        return new Columns<>(table, false, false);
    }

    /** Adds a column of what the words say of a row; it is ordered by them. */
    public TableColumn<T, String> text(String title, double width, Function<T, String> words, String... styleClasses) {
        TableColumn<T, String> column = column(title, width, styleClasses);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(words.apply(row.getValue())));
        return column;
    }

    /** Adds a column of numbers, which are written so and stand at the right; it is ordered by the numbers. */
    public TableColumn<T, Long> number(
            String title, double width, ToLongFunction<T> number, LongFunction<String> words, String... styleClasses) {
        TableColumn<T, Long> column = column(title, width, styleClasses);
        column.getStyleClass().addAll("mono", "numeric");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(number.applyAsLong(row.getValue())));
        column.setCellFactory(made -> new TextCell<>(words::apply));
        return column;
    }

    /** Adds a narrow column with the chip of a partition; below 0 where it is not known. */
    public TableColumn<T, Integer> chip(ToIntFunction<T> partition) {
        TableColumn<T, Integer> column = column("P", CHIP);
        column.setMinWidth(CHIP - 4);
        column.setMaxWidth(CHIP + 4);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(partition.applyAsInt(row.getValue())));
        column.setCellFactory(made -> new ChipCell<>());
        return column;
    }

    /**
     * Adds a column of times, whose head names the zone. Both are written anew when the user chooses another zone.
     *
     * @param words writes the time of a row
     * @param usual a time as most are written, for which there is always room
     */
    public TableColumn<T, T> time(
            double width,
            ObservableValue<ZoneId> zone,
            String usual,
            BiFunction<Times, T, String> words,
            String... styleClasses) {
        TableColumn<T, T> column = drawn(
                "", width, () -> new TextCell<>(row -> words.apply(new Times(zone.getValue()), row)), styleClasses);
        column.getStyleClass().add("mono");
        ColumnRoom.keep(column, usual::length);
        ZoneTimes.follow(table, zone, times -> {
            column.setText("Time (" + times.place() + ")");
            table.refresh();
        });
        return column;
    }

    /** Adds a column whose cells draw the row themselves. */
    public TableColumn<T, T> drawn(
            String title, double width, Supplier<? extends TableCell<T, T>> cells, String... styleClasses) {
        return observed(title, width, ReadOnlyObjectWrapper::new, cells, styleClasses);
    }

    /** Adds a column whose cells draw what a row has, anew whenever that changes. */
    public <V> TableColumn<T, V> observed(
            String title,
            double width,
            Function<T, ObservableValue<V>> value,
            Supplier<? extends TableCell<T, V>> cells,
            String... styleClasses) {
        TableColumn<T, V> column = column(title, width, styleClasses);
        column.setCellValueFactory(row -> value.apply(row.getValue()));
        column.setCellFactory(made -> cells.get());
        return column;
    }

    /** Gives the column that width, neither more nor less. */
    public static void exactly(TableColumn<?, ?> column, double width) {
        // What is less than the least is made the least.
        column.setMinWidth(0);
        column.setMaxWidth(width);
        column.setMinWidth(width);
        ColumnRoom.prefer(column, width);
    }

    /** Says under the pointer at its head what the column means. */
    public static void explain(TableColumn<?, ?> column, String words) {
        Label head = new Label(column.getText());
        Tooltip tooltip = new Tooltip(words);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST_TOOLTIP);
        head.setTooltip(tooltip);
        head.setAccessibleText(column.getText() + ". " + words);
        column.setText("");
        column.setGraphic(head);
    }

    private <V> TableColumn<T, V> column(String title, double width, String... styleClasses) {
        TableColumn<T, V> column = new TableColumn<>(title);
        ColumnRoom.prefer(column, width);
        column.setSortable(sortable);
        column.setReorderable(reorderable);
        column.getStyleClass().addAll(styleClasses);
        table.getColumns().add(column);
        return column;
    }
}
