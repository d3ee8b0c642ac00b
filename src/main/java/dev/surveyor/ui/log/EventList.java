package dev.surveyor.ui.log;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.event.EventText;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Columns;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.FilledCell;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyleFamily;
import dev.surveyor.ui.parts.StyleSheets;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A list of events that grows at the end, with its filter, its count, the follow rule and copying. */
final class EventList extends VBox {

    private static final double ROW_HEIGHT = 22;
    private static final double TIME_WIDTH = 100;
    private static final double WIDEST_FIXED = 180;

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
        TextField filter = Controls.field(feature + "-filter", "Filter " + feature, "small", "event-filter");
        filter.setAccessibleText("Filter " + feature);
        filter.textProperty().bindBidirectional(model.filterProperty());
        Label count = new Label();
        count.setId(feature + "-count");
        count.getStyleClass().add("caption");
        count.textProperty().bind(model.countProperty());
        ToggleButton follow = Controls.toggle(
                feature + "-follow", "_Follow", "Stay at the newest; scrolling up stops it, the end goes on", "small");
        follow.setGraphic(new FontIcon(Feather.ARROW_DOWN));
        follow.selectedProperty().bindBidirectional(model.followProperty());
        Button copy = Controls.button(
                feature + "-copy", "_Copy", "Copy what is selected as text (Ctrl+C)", this::copySelected, "small");
        copy.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        Button copyAll =
                Controls.button(feature + "-copy-all", "Copy _all", "Copy all that is shown", model::copyAll, "small");
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

    private Node table(String nothing, List<Column> columns) {
        table.setId(feature + "-table");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setItems(model.rows());
        table.setPlaceholder(new Label(nothing));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Columns<ClientEvent> of = Columns.fixed(table);
        of.time(TIME_WIDTH, model.zone(), Times.USUAL, (times, event) -> times.time(event.at()))
                .setMinWidth(TIME_WIDTH);
        for (Column wanted : columns) {
            of.drawn(wanted.title(), wanted.width(), () -> new EventCell(wanted.words(), wanted.marked()))
                    .setMinWidth(Math.min(wanted.width(), WIDEST_FIXED));
        }
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        FollowEnd.install(table, model.followProperty(), ui);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                copySelected();
                event.consume();
            }
        });
        return table;
    }

    private void copySelected() {
        model.copy(List.copyOf(table.getSelectionModel().getSelectedItems()));
    }

    private static final class EventCell extends FilledCell<ClientEvent, ClientEvent> {
        private static final StyleFamily TONE = new StyleFamily("event-bad", "event-warn");

        private final Function<ClientEvent, String> words;
        private final boolean marked;

        EventCell(Function<ClientEvent, String> words, boolean marked) {
            this.words = words;
            this.marked = marked;
            if (!marked) {
                getStyleClass().add("mono");
            }
        }

        @Override
        protected void show(ClientEvent item) {
            if (marked) {
                TONE.wear(this, tone(EventText.severity(item)));
            }
            setText(words.apply(item));
            // A tooltip for every cell, as the widths of columns are the user's.
            explain(getText());
        }

        private static String tone(EventText.Severity severity) {
            return switch (severity) {
                case NONE -> "";
                case BAD -> "event-bad";
                case WARN -> "event-warn";
            };
        }
    }
}
