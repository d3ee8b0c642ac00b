package dev.surveyor.ui.producer;

import dev.surveyor.codec.encode.Encoded;
import dev.surveyor.codec.encode.Encoder;
import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.service.produce.FormContent;
import dev.surveyor.service.produce.Presence;
import dev.surveyor.service.produce.Variables;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A key, a value or the value of a header as it is typed, and the bytes that it makes. For the JavaFX thread only. */
final class Payload {

    private static final Encoded NOT_READ = Encoder.encode(ValueType.NULL, "");

    private final ObjectProperty<ValueType> type;
    private final ObjectProperty<Presence> presence;
    private final StringProperty text;
    private final BooleanProperty asText = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<Encoded> encoded = new ReadOnlyObjectWrapper<>(NOT_READ);

    Payload(ValueType type, Presence presence, String text) {
        this.type = new SimpleObjectProperty<>(type);
        this.presence = new SimpleObjectProperty<>(presence);
        this.text = new SimpleStringProperty(text);
        this.type.addListener((observable, old, now) -> asText.set(false));
        this.text.addListener((observable, old, now) -> asText.set(false));
        List<Property<?>> parts = List.of(this.type, this.presence, this.text, this.asText);
        parts.forEach(part -> part.addListener((observable, old, now) -> check()));
        check();
    }

    static Payload of(FormContent.Part part) {
        return new Payload(part.type(), part.presence(), part.text());
    }

    // Properties

    ObjectProperty<ValueType> typeProperty() {
        return type;
    }

    ObjectProperty<Presence> presenceProperty() {
        return presence;
    }

    StringProperty textProperty() {
        return text;
    }

    /** Returns whether text that is not JSON is sent as it stands, until it is changed. */
    BooleanProperty asTextProperty() {
        return asText;
    }

    /** Returns what the text makes, variables filled with samples. */
    ReadOnlyObjectProperty<Encoded> encodedProperty() {
        return encoded.getReadOnlyProperty();
    }

    // Readings

    /** Returns the error, or null where the bytes can be made. */
    Encoded.@Nullable Invalid error() {
        return encoded.get() instanceof Encoded.Invalid invalid ? invalid : null;
    }

    /** Returns the bytes with samples for variables; null where null is sent or where there is an error. */
    byte @Nullable [] sampleBytes() {
        return encoded.get() instanceof Encoded.Payload payload ? payload.bytes() : null;
    }

    /** Returns whether each record gets bytes of its own. */
    boolean varies() {
        return presence.get() == Presence.VALUE && Variables.in(text.get());
    }

    /** Returns what is sent with these values, or what is wrong. */
    Encoded encode(Variables variables) {
        return switch (presence.get()) {
            case NULL -> Encoder.encode(ValueType.NULL, "");
            case EMPTY -> Encoder.encode(ValueType.EMPTY, "");
            case VALUE -> encodeText(variables);
        };
    }

    private Encoded encodeText(Variables variables) {
        boolean takesVariables = type.get() != ValueType.HEX && type.get() != ValueType.BASE64;
        String unknown = takesVariables ? Variables.unknownIn(text.get()) : "";
        if (!unknown.isEmpty() && !asText.get()) {
            String known = String.join(", ", Variables.NAMES);
            return new Encoded.Invalid("unknown variable {{" + unknown + "}}", "the variables " + known, 1, 1);
        }
        String filled = takesVariables ? variables.fill(text.get()) : text.get();
        return Encoder.encode(asText.get() ? ValueType.STRING : type.get(), filled);
    }

    /** Returns what is typed, as it is kept. */
    FormContent.Part content() {
        return new FormContent.Part(type.get(), presence.get(), text.get());
    }

    void set(FormContent.Part part) {
        set(part.type(), part.presence(), part.text());
    }

    /** Takes over what another has. */
    void set(ValueType newType, Presence newPresence, String newText) {
        text.set(newText);
        type.set(newType);
        presence.set(newPresence);
    }

    private void check() {
        encoded.set(encode(Variables.sample()));
    }
}
