package dev.surveyor.ui.search;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.ui.parts.PartitionChip;
import dev.surveyor.ui.parts.PartitionColour;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The table of how far each partition of a search is, and the columns that it shares with that of the matches. */
final class SearchTables {

    private static final double PARTITION_ROW = 28;

    private static final double LEAST_NUMBER = 56;

    /** As wide as the words for all. */
    private static final double SHARE_WIDTH = 40;

    private SearchTables() {}

    /**
     * Returns the table of the partitions.
     *
     * @param ended whether nothing more is read, so that what is not done will not be
     */
    static TableView<PartitionTally> partitions(BooleanSupplier ended) {
        TableView<PartitionTally> table = table("search-partitions-table", PARTITION_ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        chip(table, each -> each.id().partition());
        number(table, "From", 72, PartitionTally::from);
        number(table, "To", 80, PartitionTally::to);
        TableColumn<PartitionTally, PartitionTally> progress = new TableColumn<>("Progress");
        progress.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        progress.setCellFactory(column -> new ProgressCell());
        progress.setPrefWidth(150);
        progress.setMinWidth(104);
        progress.setSortable(false);
        table.getColumns().add(progress);
        number(table, "Read", 80, PartitionTally::read);
        number(table, "Absent", 62, PartitionTally::absent);
        TableColumn<PartitionTally, Long> deleted = number(table, "Deleted", 62, PartitionTally::deleted);
        deleted.setVisible(false);
        table.getItems().addListener((ListChangeListener<PartitionTally>)
                change -> deleted.setVisible(table.getItems().stream().anyMatch(each -> each.deleted() > 0)));
        number(table, "Undecoded", 80, PartitionTally::undecided).setMinWidth(80);
        number(table, "Matches", 64, PartitionTally::matched).setMinWidth(64);
        TableColumn<PartitionTally, String> state = text(table, "State", 92, each -> state(each, ended.getAsBoolean()));
        state.getStyleClass().remove("mono");
        state.setMinWidth(88);
        return table;
    }

    private static String state(PartitionTally tally, boolean ended) {
        if (tally.offsets() == 0) {
            return "empty";
        }
        if (ended && !tally.done()) {
            return "not to the end";
        }
        return tally.done() ? "✓ to the end" : tally.position() == tally.from() ? "waiting" : "→ reading";
    }

    static <T> TableView<T> table(String id, double row) {
        TableView<T> table = new TableView<>();
        table.setId(id);
        table.setFixedCellSize(row);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        return table;
    }

    static <T> TableColumn<T, Integer> chip(TableView<T> table, Function<T, Integer> partition) {
        TableColumn<T, Integer> column = new TableColumn<>("P");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(partition.apply(row.getValue())));
        column.setCellFactory(made -> new ChipCell<>());
        column.setPrefWidth(36);
        column.setMinWidth(36);
        column.setMaxWidth(40);
        table.getColumns().add(column);
        return column;
    }

    private static <T> TableColumn<T, Long> number(
            TableView<T> table, String title, double width, Function<T, Long> number) {
        return amount(table, title, width, number, Numbers::grouped);
    }

    /** Adds a column of numbers that are written so. */
    static <T> TableColumn<T, Long> amount(
            TableView<T> table, String title, double width, Function<T, Long> number, LongFunction<String> words) {
        TableColumn<T, Long> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(number.apply(row.getValue())));
        column.setCellFactory(made -> new TextCell<>(value -> value == null ? "" : words.apply(value)));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, LEAST_NUMBER));
        column.getStyleClass().addAll("mono", "numeric");
        table.getColumns().add(column);
        return column;
    }

    static <T> TableColumn<T, String> text(TableView<T> table, String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setComparator(Comparator.naturalOrder());
        column.setPrefWidth(width);
        column.getStyleClass().add("mono");
        table.getColumns().add(column);
        return column;
    }

    /** A value in words. */
    static final class TextCell<T, V> extends TableCell<T, V> {
        private final Function<@Nullable V, String> words;

        TextCell(Function<@Nullable V, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable V value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty ? null : words.apply(value));
        }
    }

    /** The partition as its chip. */
    private static final class ChipCell<T> extends TableCell<T, Integer> {
        private final PartitionChip chip = new PartitionChip(0);

        ChipCell() {
            setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(@Nullable Integer partition, boolean empty) {
            super.updateItem(partition, empty);
            if (empty || partition == null) {
                setGraphic(null);
                return;
            }
            chip.setPartition(partition);
            setGraphic(chip);
        }
    }

    /** A bar in the colour of the partition, with the share beside it. */
    private static final class ProgressCell extends TableCell<PartitionTally, PartitionTally> {
        private final ProgressBar bar = new ProgressBar(0);
        private final Label share = new Label();
        private final HBox line = new HBox(8, bar, share);
        private final PartitionColour colour = new PartitionColour(bar);

        ProgressCell() {
            bar.getStyleClass().add("partition-progress");
            bar.setMinWidth(32);
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(bar, Priority.ALWAYS);
            share.getStyleClass().add("mono-12");
            share.setMinWidth(SHARE_WIDTH);
            share.setAlignment(Pos.CENTER_RIGHT);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable PartitionTally tally, boolean empty) {
            super.updateItem(tally, empty);
            if (empty || tally == null) {
                setGraphic(null);
                return;
            }
            double part = tally.offsets() == 0 ? 1 : (double) (tally.offsets() - tally.unread()) / tally.offsets();
            bar.setProgress(part);
            share.setText((int) Math.floor(part * 100) + "\u00a0%");
            colour.show(tally.id().partition());
            setGraphic(line);
        }
    }
}
