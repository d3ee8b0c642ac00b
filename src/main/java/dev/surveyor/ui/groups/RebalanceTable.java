package dev.surveyor.ui.groups;

import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.group.HandOff;
import dev.surveyor.service.group.RebalanceRow;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.fx.ColumnRoom;
import dev.surveyor.ui.parts.ZoneTimes;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The history of a group, newest first. Rows are copied as text. */
final class RebalanceTable extends TableView<RebalanceRow> {

    private static final double ROW = 26;
    private static final double LEAST_OFFSETS = 98;

    private final TableColumn<RebalanceRow, RebalanceRow> time;
    private Times times;
    private final TableColumn<RebalanceRow, RebalanceRow> epoch;

    RebalanceTable(ObservableList<RebalanceRow> rows, ObservableValue<ZoneId> zone, Clipboards clipboards) {
        super(rows);
        this.times = new Times(zone.getValue());
        setId("group-events");
        getStyleClass().add("group-events");
        setFixedCellSize(ROW);
        setPlaceholder(new Label("No rebalance yet"));
        time = add("Time", 112, row -> times.time(row.event().at()), "mono", "first");
        epoch = columns();
        ColumnRoom.keep(time, Times.USUAL::length);
        ZoneTimes.follow(this, zone, this::show);
        RowCopy.on(this, RebalanceTable::text, clipboards);
    }

    /** Adds the columns after the time and returns the one of epochs. */
    private TableColumn<RebalanceRow, RebalanceRow> columns() {
        TableColumn<RebalanceRow, RebalanceRow> epochs = add(
                "Epoch", 50, row -> row.generation() < 0 ? "—" : Integer.toString(row.generation()), "mono", "numeric");
        add("Member", 118, RebalanceRow::member, "spaced");
        TableColumn<RebalanceRow, RebalanceRow> event = column("Event", 124);
        event.setCellFactory(unused -> new EventCells.Kind());
        TableColumn<RebalanceRow, RebalanceRow> partitions = column("Partitions", 104);
        partitions.setCellFactory(unused -> new EventCells.Partitions());
        TableColumn<RebalanceRow, RebalanceRow> position = column("Position", LEAST_OFFSETS, "numeric");
        position.setCellFactory(unused -> new EventCells.Offsets(MovedPartition::position, "mono", "numeric"));
        TableColumn<RebalanceRow, RebalanceRow> committed = column("Committed", LEAST_OFFSETS, "numeric");
        committed.setCellFactory(
                unused -> new EventCells.Offsets(MovedPartition::committed, "mono", "numeric", "muted"));
        TableColumn<RebalanceRow, RebalanceRow> redelivered = column("Redelivered", 92, "numeric");
        redelivered.setCellFactory(unused -> new EventCells.Redelivered());
        add(
                "Callback",
                76,
                row -> row.callback() == null ? "—" : Times.length(row.callback()),
                "mono",
                "numeric",
                "muted");
        add("Unowned", 80, row -> row.unowned() == null ? "—" : Times.length(row.unowned()), "mono", "numeric");
        TableColumn<RebalanceRow, RebalanceRow> tag = column("", 70);
        tag.setCellFactory(unused -> new EventCells.Tag());
        showWhereNeeded(tag);
        for (TableColumn<RebalanceRow, RebalanceRow> offsets : List.of(position, committed)) {
            offsets.setMinWidth(LEAST_OFFSETS);
        }
        ColumnRoom.share(this, List.of(position, committed));
        return epochs;
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

    private TableColumn<RebalanceRow, RebalanceRow> column(String title, double width, String... styleClasses) {
        TableColumn<RebalanceRow, RebalanceRow> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.getStyleClass().addAll(styleClasses);
        getColumns().add(column);
        return column;
    }

    private TableColumn<RebalanceRow, RebalanceRow> add(
            String title, double width, Function<RebalanceRow, String> text, String... styleClasses) {
        TableColumn<RebalanceRow, RebalanceRow> column = column(title, width, styleClasses);
        column.setCellFactory(unused -> new EventCells.Text(text, styleClasses));
        return column;
    }

    private void show(Times now) {
        times = now;
        time.setText("Time (" + now.place() + ")");
        refresh();
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
