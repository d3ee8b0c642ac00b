package dev.surveyor.ui.producer;

import dev.surveyor.codec.encode.ValueType;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A header of the form: a tick, a key and a value of its own type. For the JavaFX thread only. */
final class HeaderRow {

    private final BooleanProperty ticked;
    private final StringProperty key;
    private final Payload value;

    HeaderRow(boolean ticked, String key, Payload value) {
        this.ticked = new SimpleBooleanProperty(ticked);
        this.key = new SimpleStringProperty(key);
        this.value = value;
    }

    /** Returns a ticked header whose value is text, null where the text is null. */
    static HeaderRow text(String key, String text) {
        return new HeaderRow(true, key, new Payload(ValueType.STRING, Presence.VALUE, text));
    }

    BooleanProperty tickedProperty() {
        return ticked;
    }

    StringProperty keyProperty() {
        return key;
    }

    Payload value() {
        return value;
    }
}
