package dev.surveyor.ui.connections;

import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.DragForms;
import dev.surveyor.ui.parts.Spacer;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The connections on the left: filter, add, import, and the order, by dragging or with Alt and an arrow key. */
final class ConnectionList extends VBox {

    /** What a dragged connection is on the drag board: its id. */
    static final DataFormat DRAGGED = DragForms.of("application/x-surveyor-connection");

    private static final double ROW_HEIGHT = 48;

    private final ConnectionsViewModel model;
    private final ImportViewModel importModel;
    private final TextField filter = new TextField();
    private final ListView<ConnectionRow> list = new ListView<>();
    private boolean following;

    ConnectionList(ConnectionsViewModel model, ImportViewModel importModel) {
        this.model = model;
        this.importModel = importModel;
        getStyleClass().add("connection-list");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(), filterRow(), list, foot());
        bind();
    }

    void focus() {
        list.requestFocus();
    }

    private Node head() {
        Label title = new Label("Connections");
        title.getStyleClass().add("title-15");
        Button paste = Controls.button("connections-import", "_Import…", "", importModel::show);
        Button add = Controls.button("connections-add", "_Add", "", model::add);
        add.setGraphic(new FontIcon(Feather.PLUS));
        HBox head = new HBox(8, title, new Spacer(), paste, add);
        head.getStyleClass().add("connection-list-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node filterRow() {
        filter.setId("connections-filter");
        filter.setPromptText("Filter profiles");
        filter.setAccessibleText("Filter profiles");
        FontIcon icon = new FontIcon(Feather.SEARCH);
        icon.getStyleClass().addAll("muted", "small-icon");
        HBox field = new HBox(icon, filter);
        field.getStyleClass().add("sv-field");
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox row = new HBox(field);
        HBox.setHgrow(field, Priority.ALWAYS);
        row.getStyleClass().add("connection-list-filter");
        return row;
    }

    private Node foot() {
        Label summary = new Label();
        summary.setId("connections-summary");
        summary.textProperty().bind(model.summaryProperty());
        summary.getStyleClass().add("caption");
        Label hint =
                new Label("Drop a .properties file anywhere in this list. Move a connection with Alt+↑ and Alt+↓.");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("caption");
        VBox foot = new VBox(4, summary, hint);
        foot.getStyleClass().add("connection-list-foot");
        return foot;
    }

    private void bind() {
        filter.textProperty().bindBidirectional(model.filterProperty());
        list.setId("connections-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setItems(model.rows());
        list.setCellFactory(view -> new ConnectionCell(model::moveTo));
        Label empty = new Label();
        empty.textProperty()
                .bind(model.filterProperty()
                        .map(text -> text.isBlank() ? "No connections yet" : "No connection matches the filter"));
        empty.getStyleClass().add("muted");
        list.setPlaceholder(empty);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> selected(now));
        model.formProperty().addListener((property, before, now) -> follow(now));
        model.rows().addListener((ListChangeListener<ConnectionRow>)
                change -> follow(model.formProperty().get()));
        follow(model.formProperty().get());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        ImportSheet.acceptDrops(this, importModel);
    }

    private void selected(@Nullable ConnectionRow row) {
        ConnectionForm form = model.formProperty().get();
        if (!following && row != null && (form == null || !form.id().equals(row.id()))) {
            model.select(row.id());
        }
    }

    private void follow(@Nullable ConnectionForm form) {
        following = true;
        try {
            int index = -1;
            for (int i = 0; form != null && i < list.getItems().size(); i++) {
                if (list.getItems().get(i).id().equals(form.id())) {
                    index = i;
                }
            }
            if (index < 0) {
                list.getSelectionModel().clearSelection();
            } else if (list.getSelectionModel().getSelectedIndex() != index
                    || !Objects.equals(
                            list.getSelectionModel().getSelectedItem(),
                            list.getItems().get(index))) {
                list.getSelectionModel().clearAndSelect(index);
            }
        } finally {
            following = false;
        }
    }

    private void move(KeyEvent event) {
        ConnectionRow row = list.getSelectionModel().getSelectedItem();
        if (row == null || !event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            model.moveBy(row.id(), event.getCode() == KeyCode.UP ? -1 : 1);
            event.consume();
        }
    }
}
