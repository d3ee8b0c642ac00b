package dev.surveyor.ui.search;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.ui.parts.Columns;
import dev.surveyor.ui.parts.FilledCell;
import dev.surveyor.ui.parts.PartitionColour;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The table of how far each partition of a search is, and the columns that it shares with that of the matches. */
final class SearchTables {

    private static final double PARTITION_ROW = 28;
    private static final double LEAST_NUMBER = 56;

    /** As wide as the words for all. */
    private SearchTables() {}

    /**
     * Returns the table of the partitions.
     *
     * @param ended whether nothing more is read, so that what is not done will not be
     */
    static TableView<PartitionTally> partitions(BooleanSupplier ended) {
        TableView<PartitionTally> table = table("search-partitions-table", PARTITION_ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        Columns<PartitionTally> columns = Columns.sorted(table);
        columns.chip(each -> each.id().partition());
        number(columns, "From", 72, PartitionTally::from);
        number(columns, "To", 80, PartitionTally::to);
        TableColumn<PartitionTally, PartitionTally> progress = columns.drawn("Progress", 150, ProgressCell::new);
        progress.setMinWidth(104);
        progress.setSortable(false);
        number(columns, "Read", 80, PartitionTally::read);
        number(columns, "Absent", 62, PartitionTally::absent);
        TableColumn<PartitionTally, Long> deleted = number(columns, "Deleted", 62, PartitionTally::deleted);
        deleted.setVisible(false);
        table.getItems().addListener((ListChangeListener<PartitionTally>)
                change -> deleted.setVisible(table.getItems().stream().anyMatch(each -> each.deleted() > 0)));
        number(columns, "Undecoded", 80, PartitionTally::undecided).setMinWidth(80);
        number(columns, "Matches", 64, PartitionTally::matched).setMinWidth(64);
        columns.text("State", 92, each -> state(each, ended.getAsBoolean())).setMinWidth(88);
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

    private static TableColumn<PartitionTally, Long> number(
            Columns<PartitionTally> columns, String title, double width, ToLongFunction<PartitionTally> number) {
        TableColumn<PartitionTally, Long> column = columns.number(title, width, number, Numbers::grouped);
        column.setMinWidth(Math.min(width, LEAST_NUMBER));
        return column;
    }

    /** A bar in the colour of the partition, with the share beside it. */
    private static final class ProgressCell extends FilledCell<PartitionTally, PartitionTally> {
        private final ProgressBar bar = new ProgressBar(0);
        private final Label share = new Label();
        private final HBox line = new HBox(8, bar, share);
        private final PartitionColour colour = new PartitionColour(bar);

        ProgressCell() {
            bar.getStyleClass().add("partition-progress");
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(bar, Priority.ALWAYS);
            share.getStyleClass().addAll("mono-12", "partition-share");
            share.setAlignment(Pos.CENTER_RIGHT);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void show(PartitionTally tally) {
            double part = tally.offsets() == 0 ? 1 : (double) (tally.offsets() - tally.unread()) / tally.offsets();
            bar.setProgress(part);
            share.setText((int) Math.floor(part * 100) + "\u00a0%");
            colour.show(tally.id().partition());
            setGraphic(line);
        }
    }
}
