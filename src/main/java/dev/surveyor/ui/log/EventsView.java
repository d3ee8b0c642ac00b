package dev.surveyor.ui.log;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Times;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the clients of the connection reported, as a list that grows at the end. */
public final class EventsView extends VBox {

    private static final double ROW_HEIGHT = 22;
    private static final double TIME_WIDTH = 100;
    private static final double CLIENT_WIDTH = 180;
    private static final double KIND_WIDTH = 110;
    private static final double TEXT_WIDTH = 700;
    private static final double WIDEST_FIXED = 180;
    private static final double FILTER_WIDTH = 240;

    private final EventsViewModel model;
    private final UiExecutor ui;
    private final TableView<ClientEvent> table = new TableView<>();

    public EventsView(EventsViewModel model, UiExecutor ui) {
        this.model = model;
        this.ui = ui;
        getStylesheets()
                .add(Objects.requireNonNull(EventsView.class.getResource("log.css"), "log.css")
                        .toExternalForm());
        getStyleClass().add("log-panel");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar(), table());
    }

    private Node bar() {
        TextField filter = new TextField();
        filter.setId("events-filter");
        filter.getStyleClass().add("small");
        filter.setPrefWidth(FILTER_WIDTH);
        filter.setPromptText("Filter events");
        filter.setAccessibleText("Filter events");
        filter.textProperty().bindBidirectional(model.filterProperty());
        Label count = new Label();
        count.setId("events-count");
        count.getStyleClass().add("caption");
        count.textProperty().bind(model.countProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleButton follow = new ToggleButton("_Follow", new FontIcon(Feather.ARROW_DOWN));
        follow.setId("events-follow");
        follow.getStyleClass().add("small");
        follow.setTooltip(new Tooltip("Stay at the newest event; scrolling up stops it, the end goes on"));
        follow.selectedProperty().bindBidirectional(model.followProperty());
        Button copy = button("events-copy", "_Copy", "Copy the selected events as text (Ctrl+C)", this::copySelected);
        copy.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        Button copyAll = button("events-copy-all", "Copy _all", "Copy the events that are shown", model::copyAll);
        HBox bar = new HBox(8, filter, count, gap, follow, copy, copyAll);
        bar.getStyleClass().add("log-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static Button button(String id, String words, String tooltip, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(tooltip));
        button.setOnAction(event -> action.run());
        return button;
    }

    private Node table() {
        table.setId("events-table");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setItems(model.rows());
        table.setPlaceholder(new Label("Nothing yet. Start a consumer, a producer or a member of a group."));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns()
                .setAll(List.of(
                        column("Time", TIME_WIDTH, this::time, "mono"),
                        column("Client", CLIENT_WIDTH, ClientEvent::client, "mono"),
                        column("Kind", KIND_WIDTH, EventText::kind, "kind"),
                        column("Text", TEXT_WIDTH, ClientEvent::text, "mono")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        model.zone().addListener((property, before, now) -> table.refresh());
        FollowEnd.install(table, model.followProperty(), ui);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                copySelected();
                event.consume();
            }
        });
        return table;
    }

    private String time(ClientEvent event) {
        return new Times(model.zone().getValue()).time(event.at());
    }

    private static TableColumn<ClientEvent, ClientEvent> column(
            String title, double width, Function<ClientEvent, String> words, String styleClass) {
        TableColumn<ClientEvent, ClientEvent> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, WIDEST_FIXED));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(made -> new EventCell(words, styleClass));
        return column;
    }

    private void copySelected() {
        model.copy(List.copyOf(table.getSelectionModel().getSelectedItems()));
    }

    private static final class EventCell extends TableCell<ClientEvent, ClientEvent> {
        private final Function<ClientEvent, String> words;
        private final boolean kind;

        EventCell(Function<ClientEvent, String> words, String styleClass) {
            this.words = words;
            this.kind = styleClass.equals("kind");
            getStyleClass().add(styleClass);
        }

        @Override
        protected void updateItem(@Nullable ClientEvent item, boolean empty) {
            super.updateItem(item, empty);
            if (kind) {
                getStyleClass().removeAll("event-bad", "event-warn");
            }
            if (empty || item == null) {
                setText(null);
                return;
            }
            String badness = kind ? EventText.styleClass(item) : "";
            if (!badness.isEmpty()) {
                getStyleClass().add(badness);
            }
            setText(words.apply(item));
        }
    }
}
