package dev.surveyor.ui.producer;

import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.service.produce.Presence;
import dev.surveyor.ui.parts.Controls;
import java.util.Arrays;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;

/** The type of the value; null and empty are types here. */
final class HeaderTypeCell extends HeaderCell {

    private final ComboBox<ValueType> combo = new ComboBox<>();
    private final InvalidationListener show = changed -> show();
    private boolean showing;

    HeaderTypeCell() {
        super("producer-header-type");
        combo.getItems().setAll(Arrays.asList(ValueType.values()));
        combo.setConverter(Controls.words(HeaderTypeCell::words));
        combo.getStyleClass().add("cell-combo");
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setAccessibleText("Type of the header's value");
        combo.valueProperty().addListener((at, old, now) -> take(now));
    }

    private static String words(ValueType type) {
        return switch (type) {
            case STRING -> "Text";
            case NULL -> "\u2205 null";
            case EMPTY -> "\"\" empty";
            default -> type.toString();
        };
    }

    @Override
    Node node() {
        return combo;
    }

    @Override
    void bind(HeaderRow row) {
        parts(row).forEach(part -> part.addListener(show));
        show(row.value());
    }

    @Override
    void unbind(HeaderRow row) {
        parts(row).forEach(part -> part.removeListener(show));
    }

    private static List<Property<?>> parts(HeaderRow row) {
        return List.of(row.value().typeProperty(), row.value().presenceProperty());
    }

    private void show() {
        HeaderRow row = getItem();
        if (row != null) {
            show(row.value());
        }
    }

    private void show(Payload value) {
        showing = true;
        combo.setValue(
                switch (value.presenceProperty().get()) {
                    case NULL -> ValueType.NULL;
                    case EMPTY -> ValueType.EMPTY;
                    case VALUE -> value.typeProperty().get();
                });
        showing = false;
    }

    private void take(@Nullable ValueType chosen) {
        HeaderRow row = getItem();
        if (showing || row == null || chosen == null) {
            return;
        }
        Payload value = row.value();
        if (chosen.takesText()) {
            value.typeProperty().set(chosen);
            value.presenceProperty().set(Presence.VALUE);
        } else {
            value.presenceProperty().set(chosen == ValueType.NULL ? Presence.NULL : Presence.EMPTY);
        }
    }
}
