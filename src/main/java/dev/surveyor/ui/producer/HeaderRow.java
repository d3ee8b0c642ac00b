package dev.surveyor.ui.producer;

import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.service.produce.FormContent;
import dev.surveyor.service.produce.Presence;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A header of the form: a tick, a key and a value of its own type. For the JavaFX thread only. */
final class HeaderRow {

    private final BooleanProperty ticked;
    private final StringProperty key;
    private final Payload value;
    private final boolean added;

    HeaderRow(boolean ticked, String key, Payload value) {
        this(ticked, key, value, false);
    }

    private HeaderRow(boolean ticked, String key, Payload value, boolean added) {
        this.ticked = new SimpleBooleanProperty(ticked);
        this.key = new SimpleStringProperty(key);
        this.value = value;
        this.added = added;
    }

    /** Returns the row of a header that was read. */
    static HeaderRow of(FormContent.Header header) {
        return new HeaderRow(header.ticked(), header.key(), Payload.of(header.value()));
    }

    /** Returns the header as it is kept. */
    FormContent.Header content() {
        return new FormContent.Header(ticked.get(), key.get(), value.content());
    }

    /** Returns an empty row to fill in. */
    static HeaderRow blank() {
        return new HeaderRow(true, "", new Payload(ValueType.STRING, Presence.VALUE, ""), true);
    }

    /**
     * Returns whether it was added and nothing was filled in since, so that there is no header to send. A header that
     * was read or pasted with an empty key and an empty value is one.
     */
    boolean untouched() {
        return added
                && key.get().isEmpty()
                && value.typeProperty().get() == ValueType.STRING
                && value.presenceProperty().get() == Presence.VALUE
                && value.textProperty().get().isEmpty();
    }

    /** Returns whether it goes with the record. */
    boolean sent() {
        return ticked.get() && !untouched();
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
