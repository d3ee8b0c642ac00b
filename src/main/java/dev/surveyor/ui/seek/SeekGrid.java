package dev.surveyor.ui.seek;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.consume.SeekRow;
import dev.surveyor.domain.time.Times;
import dev.surveyor.ui.fx.ColumnRoom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

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
    private final TableColumn<SeekRow, SeekRow> topic = column("Topic", 120, SeekCells.Topic::new);
    private final Map<TableColumn<SeekRow, SeekRow>, Function<SeekRow, OptionalLong>> numbers = new LinkedHashMap<>();
    private final TableColumn<SeekRow, SeekRow> committed =
            number("Committed", "muted", row -> row.position().committed());

    SeekGrid(SeekViewModel model) {
        this.model = model;
        this.partitions = model.partitions();
        getStyleClass().add("seek-grid");
        setMinHeight(ROW * 3);
        getChildren().add(table());
        bind();
    }

    private TableView<SeekRow> table() {
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
        TableColumn<SeekRow, SeekRow> tick = column("", 40, () -> new SeekCells.Tick(partitions));
        tick.setGraphic(all);
        String recordTitle = "Record at target (" + zone() + ")";
        topic.setVisible(false);
        TableColumn<SeekRow, SeekRow> time = column(recordTitle, 186, () -> new SeekCells.RecordTime(model.zone()));
        ColumnRoom.keep(time, Times.USUAL_DATED::length);
        TableColumn<SeekRow, SeekRow> note = column("Note", NOTE, SeekCells.Note::new);
        note.setMaxWidth(Double.MAX_VALUE);
        TableColumn<SeekRow, SeekRow> position =
                number("Position", "", row -> row.position().position());
        // The place of a group is what it has committed: the same number twice would ask for a difference.
        position.visibleProperty().bind(model.subjectProperty().map(subject -> !subject.commits()));
        TableColumn<SeekRow, SeekRow> move = numeric(column("Move", 60, () -> new NumberCell(SeekRow::move, "", true)));
        // A sign stands before it in either direction.
        numbers.put(
                move,
                row -> row.move().stream().map(offsets -> -Math.abs(offsets)).findFirst());
        table.getColumns()
                .addAll(List.of(
                        tick,
                        topic,
                        column("P", 40, SeekCells.Partition::new),
                        number("Begin", "muted", row -> row.position().begin()),
                        number("End", "muted", row -> row.position().end()),
                        position,
                        committed,
                        number("Lag", "muted", SeekGrid::lag),
                        column("", 32, SeekCells.Arrow::new),
                        numeric(column("Target", 104, () -> new SeekCells.Target(partitions))),
                        move,
                        time,
                        note));
        return table;
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
        setWidth(column, Math.max(column.getText().length() * HEADER_LETTER, digits * DIGIT) + PADDING);
    }

    /** Beyond the end there is no lag; the note says so. */
    private static OptionalLong lag(SeekRow row) {
        return row.position().beyondEnd() > 0
                ? OptionalLong.empty()
                : row.position().lag();
    }

    private static void setWidth(TableColumn<SeekRow, SeekRow> column, double width) {
        column.setMinWidth(0);
        column.setMaxWidth(width);
        column.setMinWidth(width);
        column.setPrefWidth(width);
    }

    private static TableColumn<SeekRow, SeekRow> column(
            String title, double width, Supplier<TableCell<SeekRow, SeekRow>> cells) {
        TableColumn<SeekRow, SeekRow> column = new TableColumn<>(title);
        setWidth(column, width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(ignored -> cells.get());
        return column;
    }

    private TableColumn<SeekRow, SeekRow> number(String title, String style, Function<SeekRow, OptionalLong> part) {
        TableColumn<SeekRow, SeekRow> column = numeric(column(title, 60, () -> new NumberCell(part, style, false)));
        numbers.put(column, part);
        return column;
    }

    private static TableColumn<SeekRow, SeekRow> numeric(TableColumn<SeekRow, SeekRow> column) {
        column.getStyleClass().add("numeric");
        return column;
    }

    /** A number in groups, or a dash where there is none. */
    private static final class NumberCell extends TableCell<SeekRow, SeekRow> {
        private final Function<SeekRow, OptionalLong> part;
        private final boolean signed;

        NumberCell(Function<SeekRow, OptionalLong> part, String style, boolean signed) {
            this.part = part;
            this.signed = signed;
            getStyleClass().addAll("mono", "numeric");
            if (!style.isEmpty()) {
                getStyleClass().add(style);
            }
        }

        @Override
        protected void updateItem(@Nullable SeekRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                return;
            }
            OptionalLong number = part.apply(row);
            String sign = signed && number.orElse(0) > 0 ? "+" : "";
            setText(number.isPresent() ? sign + Numbers.grouped(number.getAsLong()) : "\u2014");
        }
    }
}
