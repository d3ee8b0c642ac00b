package dev.surveyor.ui.producer;

import dev.surveyor.codec.encode.Encoded;
import dev.surveyor.ui.parts.ValueTag;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The text, or a tag where there is none to type. */
final class HeaderValueCell extends HeaderCell {

    private static final PseudoClass VARIES = PseudoClass.getPseudoClass("varies");

    private final HeaderField box = new HeaderField("value");
    private final ValueTag none = ValueTag.ofNull();
    private final ValueTag empty = ValueTag.empty();
    private final InvalidationListener show = changed -> show(getItem());

    HeaderValueCell() {
        super("producer-header-value");
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
        box.field().textProperty().bindBidirectional(row.value().textProperty());
        row.value().encodedProperty().addListener(show);
        show(row);
    }

    @Override
    void unbind(HeaderRow row) {
        box.field().textProperty().unbindBidirectional(row.value().textProperty());
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
                    case VALUE -> box.field();
                };
        if (box.getChildren().get(0) != shown) {
            box.getChildren().setAll(shown);
        }
        TextField field = box.field();
        Encoded.Invalid error = row.value().error();
        field.getStyleClass().remove("invalid");
        field.setTooltip(error == null ? null : new Tooltip(error.toString()));
        if (error != null) {
            field.getStyleClass().add("invalid");
        }
        field.pseudoClassStateChanged(VARIES, row.value().varies());
    }
}
