package dev.surveyor.ui.producer;

import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** The key, with a badge where it repeats. */
final class HeaderKeyCell extends HeaderCell {

    private final HeaderList headers;
    private final HeaderField box = new HeaderField("key");
    private final Label badge = new Label();
    private final InvalidationListener repeat = changed -> showRepeat();

    HeaderKeyCell(HeaderList headers) {
        super("producer-header-key");
        this.headers = headers;
        badge.getStyleClass().add("repeat-badge");
        Uncut.keep(badge);
        Shown.foldHidden(badge);
        box.getStyleClass().add("header-key");
        box.getChildren().add(badge);
    }

    @Override
    protected void updateItem(@Nullable HeaderRow row, boolean empty) {
        super.updateItem(row, empty);
        showRepeat();
    }

    @Override
    Node node() {
        return box;
    }

    @Override
    Node control() {
        return box.field();
    }

    @Override
    void bind(HeaderRow row) {
        box.field().textProperty().bindBidirectional(row.keyProperty());
        headers.rows().addListener(repeat);
    }

    @Override
    void unbind(HeaderRow row) {
        box.field().textProperty().unbindBidirectional(row.keyProperty());
        headers.rows().removeListener(repeat);
    }

    private void showRepeat() {
        HeaderRow row = getItem();
        int occurrence = row == null ? 1 : headers.occurrence(row);
        badge.setVisible(occurrence > 1);
        badge.setText(occurrence == 2 ? "2nd" : occurrence == 3 ? "3rd" : occurrence + "th");
    }
}
