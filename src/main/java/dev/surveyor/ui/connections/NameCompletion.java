package dev.surveyor.ui.connections;

import dev.surveyor.service.connection.ClientPropertyCatalog;
import dev.surveyor.service.connection.ClientPropertyCatalog.ClientProperty;
import dev.surveyor.ui.parts.FilledListCell;
import dev.surveyor.ui.parts.NodePopup;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Offers the names that the client knows below a field; the arrows choose, Enter or Tab takes, Esc closes. */
final class NameCompletion {

    private static final int MOST = 8;
    private static final double BORDERS = 2;

    private final TextField field;
    private final ClientPropertyCatalog catalog;
    private final ListView<ClientProperty> list = new ListView<>();
    private final NodePopup popup = new NodePopup();
    private boolean accepting;

    private NameCompletion(TextField field, ClientPropertyCatalog catalog) {
        this.field = field;
        this.catalog = catalog;
        list.getStyleClass().add("name-completion");
        list.setId("connection-property-names");
        list.prefHeightProperty()
                .bind(Bindings.size(list.getItems())
                        .multiply(list.fixedCellSizeProperty())
                        .add(BORDERS));
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new NameCell());
        list.setOnMouseClicked(event -> accept());
        popup.setContent(list);
        field.textProperty().addListener((property, before, now) -> show());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                popup.hide();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    static void on(TextField field, ClientPropertyCatalog catalog) {
        new NameCompletion(field, catalog);
    }

    private void show() {
        if (accepting || !field.isFocused()) {
            return;
        }
        String typed = field.getText().strip().toLowerCase(Locale.ROOT);
        List<ClientProperty> matches = typed.isEmpty()
                ? List.of()
                : catalog.all().stream()
                        .filter(property -> property.name().contains(typed))
                        .sorted((a, b) -> Boolean.compare(
                                b.name().startsWith(typed), a.name().startsWith(typed)))
                        .limit(MOST)
                        .toList();
        boolean complete = matches.size() == 1 && matches.get(0).name().equals(typed);
        if (matches.isEmpty() || complete) {
            popup.hide();
            return;
        }
        list.getItems().setAll(matches);
        list.getSelectionModel().select(0);
        Bounds bounds = field.localToScreen(field.getBoundsInLocal());
        if (bounds != null && !popup.isShowing()) {
            popup.show(field, bounds.getMinX(), bounds.getMaxY() + 2);
        }
    }

    private void key(KeyEvent event) {
        if (!popup.isShowing()) {
            return;
        }
        int index = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().select(Math.min(index + 1, list.getItems().size() - 1));
            event.consume();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().select(Math.max(index - 1, 0));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            accept();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB) {
            accept();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            popup.hide();
            event.consume();
        }
    }

    private void accept() {
        ClientProperty chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            accepting = true;
            field.setText(chosen.name());
            field.positionCaret(chosen.name().length());
            accepting = false;
        }
    }

    private static final class NameCell extends FilledListCell<ClientProperty> {
        private final Label name = new Label();
        private final Label type = new Label();
        private final HBox row = new HBox(8, name, type);

        NameCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            name.getStyleClass().add("mono");
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            type.getStyleClass().add("caption");
            Uncut.keep(type);
        }

        @Override
        protected void show(ClientProperty item) {
            name.setText(item.name());
            type.setText(item.type().toLowerCase(Locale.ROOT));
            setGraphic(row);
        }
    }
}
