package dev.surveyor.ui.producer;

import dev.surveyor.codec.encode.Encoded;
import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.service.produce.FormContent;
import dev.surveyor.service.produce.Presence;
import dev.surveyor.service.produce.ReadableBytes;
import dev.surveyor.service.produce.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** All that the user fills in for a record. For the JavaFX thread only. */
final class Form {

    private final Target target;
    private final Payload key = new Payload(ValueType.STRING, Presence.NULL, "");
    private final Payload value = new Payload(ValueType.JSON, Presence.VALUE, "{\n  \n}");
    private final HeaderList headers = new HeaderList();
    private final SendOptions options;
    private final StringProperty opaque = new SimpleStringProperty("");

    /** @param connection the client properties of the connection, by name */
    Form(Target target, Map<String, String> connection) {
        this.target = target;
        this.options = new SendOptions(connection);
    }

    Target target() {
        return target;
    }

    Payload key() {
        return key;
    }

    Payload value() {
        return value;
    }

    HeaderList headers() {
        return headers;
    }

    SendOptions options() {
        return options;
    }

    /** Returns the user's own tag; empty for none. */
    StringProperty opaqueProperty() {
        return opaque;
    }

    /** Calls the listener after each change of any part. */
    void onChange(Runnable listener) {
        List<Observable> parts = List.of(
                target.topicProperty(),
                target.partitionsProperty(),
                target.partitionProperty(),
                target.fixedTimeProperty(),
                target.timeProperty(),
                key.encodedProperty(),
                value.encodedProperty(),
                key.typeProperty(),
                value.typeProperty(),
                headers.rows(),
                options.acksProperty(),
                options.idempotenceProperty(),
                options.compressionProperty(),
                options.lingerProperty(),
                opaque);
        parts.forEach(part -> part.addListener(changed -> listener.run()));
    }

    /** Returns why nothing can be sent, the first thing to mend; empty where it can. */
    String problem() {
        Encoded.Invalid keyError = key.error();
        Encoded.Invalid valueError = value.error();
        if (!target.problem().isEmpty()) {
            return target.problem();
        }
        if (keyError != null) {
            return "Key: " + keyError;
        }
        if (valueError != null) {
            return "Value: " + valueError;
        }
        return headers.problem().isEmpty() ? options.problem() : headers.problem();
    }

    /** Returns the record with these values; only where there is no {@link #problem}. */
    OutgoingRecord record(Variables variables) {
        int partition = target.partitionProperty().get();
        String tag = opaque.get();
        return new OutgoingRecord(
                target.topicProperty().get(),
                partition == Target.AUTO ? null : Integer.valueOf(partition),
                bytes(key, variables),
                bytes(value, variables),
                headers.headers(variables),
                target.timestamp(),
                tag.isEmpty() ? null : tag);
    }

    /** Fills in exactly these bytes; topic and partition stay as they are. */
    void fill(byte @Nullable [] newKey, byte @Nullable [] newValue, List<RecordHeader> newHeaders) {
        set(key, ReadableBytes.of(newKey, false));
        set(value, ReadableBytes.of(newValue, true));
        List<HeaderRow> rows = new ArrayList<>(newHeaders.size());
        for (RecordHeader header : newHeaders) {
            ReadableBytes readable = ReadableBytes.of(header.value(), false);
            ValueType type = readable.type() == ValueType.JSON ? ValueType.STRING : readable.type();
            rows.add(new HeaderRow(true, header.key(), new Payload(type, readable.presence(), readable.text())));
        }
        headers.rows().setAll(rows);
    }

    /** Returns what is filled in, as it is kept. */
    FormContent content() {
        return new FormContent(
                target.partitionProperty().get(),
                target.fixedTimeProperty().get(),
                target.timeProperty().get(),
                key.content(),
                value.content(),
                headers.rows().stream()
                        .filter(row -> !row.untouched())
                        .map(HeaderRow::content)
                        .toList(),
                opaque.get(),
                options.chosen());
    }

    /** Fills in what was kept. */
    void fill(FormContent content) {
        headers.rows().setAll(content.headers().stream().map(HeaderRow::of).toList());
        key.set(content.key());
        value.set(content.value());
        opaque.set(content.opaque());
        target.partitionProperty().set(content.partition() < 0 ? Target.AUTO : content.partition());
        target.timeProperty().set(content.time());
        target.fixedTimeProperty().set(content.fixedTime());
        options.choose(content.options());
    }

    private static void set(Payload payload, ReadableBytes readable) {
        payload.set(readable.type(), readable.presence(), readable.text());
    }

    private static byte @Nullable [] bytes(Payload payload, Variables variables) {
        if (payload.encode(variables) instanceof Encoded.Payload encoded) {
            return encoded.bytes();
        }
        throw new IllegalStateException("asked for the bytes of a form that has a problem");
    }
}
