package dev.surveyor.ui.groups;

import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.group.HandOff;
import dev.surveyor.service.group.RebalanceRow;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.ColumnRoom;
import dev.surveyor.ui.parts.Columns;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The history of a group, newest first. Rows are copied as text. */
final class RebalanceTable extends TableView<RebalanceRow> {

    private static final double ROW = 26;
    private static final double LEAST_OFFSETS = 98;

    private final TableColumn<RebalanceRow, String> epoch;

    RebalanceTable(ObservableList<RebalanceRow> rows, ObservableValue<ZoneId> zone, Clipboards clipboards) {
        super(rows);
        setId("group-events");
        getStyleClass().add("group-events");
        setFixedCellSize(ROW);
        setPlaceholder(new Label("No rebalance yet"));
        Columns<RebalanceRow> columns = Columns.fixed(this);
        columns.time(
                112, zone, Times.USUAL, (times, row) -> times.time(row.event().at()), "first");
        epoch = columns.text("Epoch", 50, RebalanceTable::epoch, "mono", "numeric");
        add(columns);
        RowCopy.on(this, RebalanceTable::text, clipboards);
    }

    /** Adds the columns after the epoch. */
    private void add(Columns<RebalanceRow> columns) {
        columns.text("Member", 118, RebalanceRow::member, "spaced");
        columns.drawn("Event", 124, EventCells.Kind::new);
        columns.drawn("Partitions", 104, EventCells.Partitions::new);
        List<TableColumn<RebalanceRow, RebalanceRow>> offsets = List.of(
                columns.drawn(
                        "Position",
                        LEAST_OFFSETS,
                        () -> new EventCells.Offsets(MovedPartition::position, "mono"),
                        "numeric"),
                columns.drawn(
                        "Committed",
                        LEAST_OFFSETS,
                        () -> new EventCells.Offsets(MovedPartition::committed, "mono", "muted"),
                        "numeric"));
        columns.drawn("Redelivered", 92, EventCells.Redelivered::new, "numeric");
        columns.text("Callback", 76, row -> length(row.callback()), "mono", "numeric", "muted");
        columns.text("Unowned", 80, row -> length(row.unowned()), "mono", "numeric");
        showWhereNeeded(columns.drawn("", 70, EventCells.Tag::new));
        offsets.forEach(column -> column.setMinWidth(LEAST_OFFSETS));
        ColumnRoom.share(this, offsets);
    }

    private static String epoch(RebalanceRow row) {
        return row.generation() < 0 ? "—" : Integer.toString(row.generation());
    }

    private static String length(@Nullable Duration known) {
        return known == null ? "—" : Times.length(known);
    }

    /** Only groups of other programs are asked from time to time. */
    private void showWhereNeeded(TableColumn<RebalanceRow, RebalanceRow> tag) {
        tag.setVisible(getItems().stream().anyMatch(RebalanceRow::sampled));
        getItems().addListener((ListChangeListener<RebalanceRow>) change -> {
            while (change.next()) {
                if (change.getAddedSubList().stream().anyMatch(RebalanceRow::sampled)) {
                    tag.setVisible(true);
                }
            }
        });
    }

    /** Names the numbers as the group's protocol does. */
    void epochWord(String word) {
        epoch.setText(word.equals("gen") ? "Gen" : "Epoch");
    }

    /** Returns the row as one line: when, who, the event in the form of the Go client, what the hand-off meant. */
    static String text(RebalanceRow row) {
        String handOffs = row.handOffs().stream()
                .filter(each -> each.redelivered() > 0 || each.skipped() > 0)
                .map(HandOff::text)
                .collect(Collectors.joining(", "));
        return Times.iso(row.event().at()) + " " + row.event().client() + " generation " + row.generation() + " "
                + row.event().text() + (handOffs.isEmpty() ? "" : " - " + handOffs);
    }
}
