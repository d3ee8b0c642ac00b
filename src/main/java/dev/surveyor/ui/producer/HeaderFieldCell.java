package dev.surveyor.ui.producer;

import dev.surveyor.codec.encode.Encoded;
import dev.surveyor.ui.parts.ValueTag;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A cell to type in. */
abstract class HeaderFieldCell extends HeaderCell {

    final TextField field = new TextField();
    final HBox box = new HBox(field);

    private HeaderFieldCell(String prompt) {
        field.getStyleClass().addAll("mono", "cell-field");
        field.setPromptText(prompt);
        field.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        box.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    Node node() {
        return box;
    }

    @Override
    Node control() {
        return field;
    }

    /** The key, with a badge where it repeats. */
    static final class Key extends HeaderFieldCell {
        private final HeaderList headers;
        private final Label badge = new Label();
        private final InvalidationListener repeat = changed -> showRepeat();

        Key(HeaderList headers) {
            super("key");
            this.headers = headers;
            badge.getStyleClass().add("repeat-badge");
            badge.setMinWidth(USE_PREF_SIZE);
            badge.managedProperty().bind(badge.visibleProperty());
            box.setSpacing(4);
            box.getChildren().add(badge);
        }

        @Override
        protected void updateItem(@Nullable HeaderRow row, boolean empty) {
            super.updateItem(row, empty);
            showRepeat();
        }

        @Override
        String id() {
            return "producer-header-key";
        }

        @Override
        void bind(HeaderRow row) {
            field.textProperty().bindBidirectional(row.keyProperty());
            headers.rows().addListener(repeat);
        }

        @Override
        void unbind(HeaderRow row) {
            field.textProperty().unbindBidirectional(row.keyProperty());
            headers.rows().removeListener(repeat);
        }

        private void showRepeat() {
            HeaderRow row = getItem();
            int occurrence = row == null ? 1 : headers.occurrence(row);
            badge.setVisible(occurrence > 1);
            badge.setText(occurrence == 2 ? "2nd" : occurrence == 3 ? "3rd" : occurrence + "th");
        }
    }

    /** The text, or a tag where there is none to type. */
    static final class Value extends HeaderFieldCell {
        private static final PseudoClass VARIES = PseudoClass.getPseudoClass("varies");

        private final ValueTag none = ValueTag.ofNull();
        private final ValueTag empty = ValueTag.empty();
        private final InvalidationListener show = changed -> show(getItem());

        Value() {
            super("value");
        }

        @Override
        String id() {
            return "producer-header-value";
        }

        @Override
        void bind(HeaderRow row) {
            field.textProperty().bindBidirectional(row.value().textProperty());
            row.value().encodedProperty().addListener(show);
            show(row);
        }

        @Override
        void unbind(HeaderRow row) {
            field.textProperty().unbindBidirectional(row.value().textProperty());
            row.value().encodedProperty().removeListener(show);
        }

        private void show(@Nullable HeaderRow row) {
            if (row == null) {
                return;
            }
            Node shown =
                    switch (row.value().presenceProperty().get()) {
                        case NULL -> none;
                        case EMPTY -> empty;
                        case VALUE -> field;
                    };
            if (box.getChildren().get(0) != shown) {
                box.getChildren().setAll(shown);
            }
            Encoded.Invalid error = row.value().error();
            field.getStyleClass().remove("invalid");
            field.setTooltip(error == null ? null : new Tooltip(error.toString()));
            if (error != null) {
                field.getStyleClass().add("invalid");
            }
            field.pseudoClassStateChanged(VARIES, row.value().varies());
        }
    }
}
