package dev.surveyor.ui.seek;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.consume.SeekRow;
import dev.surveyor.domain.time.Times;
import dev.surveyor.ui.fx.ColumnRoom;
import dev.surveyor.ui.parts.Columns;
import dev.surveyor.ui.parts.TextCell;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** The preview: a row for each partition, its tick and its target to be edited. Only what is visible has nodes. */
final class SeekGrid extends StackPane {

    private static final double ROW = 28;
    private static final int MOST_ROWS = 9;
    private static final double NOTE = 120;
    private static final double DIGIT = 7.3;
    private static final double HEADER_LETTER = 7.6;
    private static final double PADDING = 18;

    private final SeekViewModel model;
    private final SeekPartitions partitions;
    private final TableView<SeekRow> table = new TableView<>();
    private final CheckBox all = new CheckBox();
    private final Map<TableColumn<SeekRow, SeekRow>, Function<SeekRow, OptionalLong>> numbers = new LinkedHashMap<>();
    private final TableColumn<SeekRow, SeekRow> topic;
    private final TableColumn<SeekRow, SeekRow> committed;

    SeekGrid(SeekViewModel model) {
        this.model = model;
        this.partitions = model.partitions();
        getStyleClass().add("seek-grid");
        setMinHeight(ROW * 3);
        Columns<SeekRow> columns = Columns.fixed(table);
        exactly(columns.drawn("", 40, () -> new SeekCells.Tick(partitions))).setGraphic(all);
        topic = exactly(columns.drawn("Topic", 120, SeekCells.Topic::new));
        Columns.exactly(columns.chip(row -> row.position().partition().partition()), 40);
        number(columns, "Begin", row -> row.position().begin(), "muted");
        number(columns, "End", row -> row.position().end(), "muted");
        TableColumn<SeekRow, SeekRow> position =
                number(columns, "Position", row -> row.position().position());
        committed = number(columns, "Committed", row -> row.position().committed(), "muted");
        number(columns, "Lag", SeekGrid::lag, "muted");
        addTarget(columns);
        // The place of a group is what it has committed: the same number twice would ask for a difference.
        position.visibleProperty().bind(model.subjectProperty().map(subject -> !subject.commits()));
        table();
        getChildren().add(table);
        bind();
    }

    /** Adds where each partition goes, by how much, and what is to know about it. */
    private void addTarget(Columns<SeekRow> columns) {
        exactly(columns.drawn("", 32, SeekCells.Arrow::new));
        exactly(columns.drawn("Target", 104, () -> new SeekCells.Target(partitions), "numeric"));
        TableColumn<SeekRow, SeekRow> move =
                columns.drawn("Move", 60, () -> new TextCell<>(row -> text(row.move(), true), "mono"), "numeric");
        // A sign stands before it in either direction.
        numbers.put(
                move,
                row -> row.move().stream().map(offsets -> -Math.abs(offsets)).findFirst());
        String recordTitle = "Record at target (" + zone() + ")";
        TableColumn<SeekRow, SeekRow> time =
                exactly(columns.drawn(recordTitle, 186, () -> new SeekCells.RecordTime(model.zone())));
        ColumnRoom.keep(time, Times.USUAL_DATED::length);
        exactly(columns.drawn("Note", NOTE, SeekCells.Note::new)).setMaxWidth(Double.MAX_VALUE);
    }

    private void table() {
        table.setId("seek-table");
        table.setFixedCellSize(ROW);
        table.setItems(partitions.rows());
        table.setFocusTraversable(false);
        table.setSelectionModel(null);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = new Label("Reading positions\u2026");
        none.textProperty().bind(model.effect().applyReasonProperty());
        none.getStyleClass().addAll("body-12", "muted");
        table.setPlaceholder(none);
        all.setId("seek-tick-all");
        all.setAccessibleText("Move all partitions");
        all.setAllowIndeterminate(false);
        all.setOnAction(e -> partitions.tickAll(all.isSelected()));
        topic.setVisible(false);
    }

    private void bind() {
        partitions.rows().addListener((javafx.beans.Observable changed) -> showRows());
        showRows();
    }

    private void showRows() {
        int rows = Math.max(3, Math.min(MOST_ROWS, partitions.rows().size()));
        table.setPrefHeight(ROW * (rows + 1));
        numbers.forEach(this::fit);
        topic.setVisible(partitions.severalTopics());
        // A reader without a group commits nothing; the notes have the room.
        committed.setVisible(model.subject().commits()
                || partitions.rows().stream()
                        .anyMatch(row -> row.position().committed().isPresent()));
        all.setSelected(partitions.allTicked());
        all.setIndeterminate(partitions.someTicked() && !partitions.allTicked());
    }

    private String zone() {
        return new Times(model.zone()).place();
    }

    /** Makes the column as wide as its longest number, so that none is cut. */
    private void fit(TableColumn<SeekRow, SeekRow> column, Function<SeekRow, OptionalLong> part) {
        long least = 0;
        long most = 0;
        for (SeekRow row : partitions.rows()) {
            long number = part.apply(row).orElse(0);
            least = Math.min(least, number);
            most = Math.max(most, number);
        }
        int digits =
                Math.max(Numbers.grouped(least).length(), Numbers.grouped(most).length());
        Columns.exactly(column, Math.max(column.getText().length() * HEADER_LETTER, digits * DIGIT) + PADDING);
    }

    /** Beyond the end there is no lag; the note says so. */
    private static OptionalLong lag(SeekRow row) {
        return row.position().beyondEnd() > 0
                ? OptionalLong.empty()
                : row.position().lag();
    }

    private static TableColumn<SeekRow, SeekRow> exactly(TableColumn<SeekRow, SeekRow> column) {
        Columns.exactly(column, column.getPrefWidth());
        return column;
    }

    private TableColumn<SeekRow, SeekRow> number(
            Columns<SeekRow> columns, String title, Function<SeekRow, OptionalLong> part, String... styleClasses) {
        TableColumn<SeekRow, SeekRow> column = columns.drawn(
                title,
                60,
                () -> {
                    TextCell<SeekRow, SeekRow> cell = new TextCell<>(row -> text(part.apply(row), false), styleClasses);
                    cell.getStyleClass().add("mono");
                    return cell;
                },
                "numeric");
        numbers.put(column, part);
        return column;
    }

    /** Returns the number in groups, or a dash where there is none. */
    private static String text(OptionalLong number, boolean signed) {
        String sign = signed && number.orElse(0) > 0 ? "+" : "";
        return number.isPresent() ? sign + Numbers.grouped(number.getAsLong()) : "\u2014";
    }
}
