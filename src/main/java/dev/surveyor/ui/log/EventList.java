package dev.surveyor.ui.log;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.event.EventText;
import dev.surveyor.ui.fx.ColumnRoom;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyleSheets;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A list of events that grows at the end, with its filter, its count, the follow rule and copying. */
final class EventList extends VBox {

    private static final double ROW_HEIGHT = 22;
    private static final double TIME_WIDTH = 100;
    private static final double WIDEST_FIXED = 180;
    private static final double FILTER_WIDTH = 240;
    private static final double LEAST_FILTER_WIDTH = 80;
    private static final double WIDEST_TOOLTIP = 640;

    private final String feature;
    private final EventsViewModel model;
    private final UiExecutor ui;
    private final TableView<ClientEvent> table = new TableView<>();

    /**
     * Makes it.
     *
     * @param feature the beginning of the ids of its controls, for instance {@code events}
     * @param nothing what stands where there is no event
     * @param columns beside the time, in order
     * @param extra controls of the bar, before the toggle that follows
     */
    EventList(
            String feature, String nothing, EventsViewModel model, UiExecutor ui, List<Column> columns, Node... extra) {
        this.feature = feature;
        this.model = model;
        this.ui = ui;
        getStylesheets().add(StyleSheets.of(EventList.class));
        getStyleClass().add("log-panel");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar(extra), table(nothing, columns));
    }

    /**
     * A column.
     *
     * @param words what it says of an event
     * @param marked whether it carries the colour of what is bad
     */
    record Column(String title, double width, Function<ClientEvent, String> words, boolean marked) {}

    private Node bar(Node... extra) {
        TextField filter = new TextField();
        filter.setId(feature + "-filter");
        filter.getStyleClass().add("small");
        filter.setPrefWidth(FILTER_WIDTH);
        filter.setMinWidth(LEAST_FILTER_WIDTH);
        filter.setPromptText("Filter " + feature);
        filter.setAccessibleText("Filter " + feature);
        filter.textProperty().bindBidirectional(model.filterProperty());
        Label count = new Label();
        count.setId(feature + "-count");
        count.getStyleClass().add("caption");
        count.textProperty().bind(model.countProperty());
        ToggleButton follow = new ToggleButton("_Follow", new FontIcon(Feather.ARROW_DOWN));
        follow.setId(feature + "-follow");
        follow.getStyleClass().add("small");
        follow.setTooltip(new Tooltip("Stay at the newest; scrolling up stops it, the end goes on"));
        follow.selectedProperty().bindBidirectional(model.followProperty());
        Button copy = button("-copy", "_Copy", "Copy what is selected as text (Ctrl+C)", this::copySelected);
        copy.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        Button copyAll = button("-copy-all", "Copy _all", "Copy all that is shown", model::copyAll);
        HBox bar = new HBox(8, filter, count, new Spacer());
        bar.getChildren().addAll(extra);
        bar.getChildren().addAll(follow, copy, copyAll);
        // Where there is little room, the field gives way, not the words.
        bar.getChildren().stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .forEach(Uncut::keep);
        bar.getStyleClass().add("log-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Button button(String id, String words, String tooltip, Runnable action) {
        Button button = new Button(words);
        button.setId(feature + id);
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(tooltip));
        button.setOnAction(event -> action.run());
        return button;
    }

    private Node table(String nothing, List<Column> columns) {
        table.setId(feature + "-table");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setItems(model.rows());
        table.setPlaceholder(new Label(nothing));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        TableColumn<ClientEvent, ClientEvent> time = column(new Column("", TIME_WIDTH, this::time, false));
        nameTime(time);
        ColumnRoom.keep(time, Times.USUAL::length);
        table.getColumns().add(time);
        columns.forEach(column -> table.getColumns().add(column(column)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        model.zone().addListener((property, before, now) -> {
            nameTime(time);
            table.refresh();
        });
        FollowEnd.install(table, model.followProperty(), ui);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                copySelected();
                event.consume();
            }
        });
        return table;
    }

    private void nameTime(TableColumn<?, ?> time) {
        time.setText("Time (" + new Times(model.zone().getValue()).place() + ")");
    }

    private String time(ClientEvent event) {
        return new Times(model.zone().getValue()).time(event.at());
    }

    private static TableColumn<ClientEvent, ClientEvent> column(Column wanted) {
        TableColumn<ClientEvent, ClientEvent> column = new TableColumn<>(wanted.title());
        column.setPrefWidth(wanted.width());
        column.setMinWidth(Math.min(wanted.width(), WIDEST_FIXED));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new EventCell(wanted.words(), wanted.marked()));
        return column;
    }

    private void copySelected() {
        model.copy(List.copyOf(table.getSelectionModel().getSelectedItems()));
    }

    private static final class EventCell extends TableCell<ClientEvent, ClientEvent> {
        private final Function<ClientEvent, String> words;
        private final boolean marked;
        private final Tooltip whole = new Tooltip();

        EventCell(Function<ClientEvent, String> words, boolean marked) {
            this.words = words;
            this.marked = marked;
            whole.setWrapText(true);
            whole.setMaxWidth(WIDEST_TOOLTIP);
            if (!marked) {
                getStyleClass().add("mono");
            }
        }

        @Override
        protected void updateItem(@Nullable ClientEvent item, boolean empty) {
            super.updateItem(item, empty);
            if (marked) {
                getStyleClass().removeAll("event-bad", "event-warn");
            }
            if (empty || item == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            EventText.Severity severity = marked ? EventText.severity(item) : EventText.Severity.NONE;
            if (severity != EventText.Severity.NONE) {
                getStyleClass().add(severity == EventText.Severity.BAD ? "event-bad" : "event-warn");
            }
            setText(words.apply(item));
            // A tooltip for every cell, as the widths of columns are the user's.
            whole.setText(getText());
            setTooltip(getText().isEmpty() ? null : whole);
        }
    }
}
