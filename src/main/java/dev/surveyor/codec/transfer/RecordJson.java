package dev.surveyor.codec.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RecordHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A record as one JSON object that loses nothing. Bytes that are UTF-8 without control characters are a string; other
 * bytes go, as Base64, into a field whose name says so; null is null, and no bytes are an empty string.
 */
public final class RecordJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private RecordJson() {}

    /** Returns the object on one line, without a line break at its end. */
    public static String text(ConsumedRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(record.data().length + 256);
        try {
            write(record, out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Writes the object on one line, without a line break at its end; the stream stays open. */
    public static void write(ConsumedRecord record, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("topic", record.partition().topic());
            json.writeNumberField("partition", record.partition().partition());
            json.writeNumberField("offset", record.offset());
            json.writeNumberField("timestamp", record.timestamp());
            json.writeStringField("timestampType", record.timestampType().toString());
            if (record.leaderEpoch() == ConsumedRecord.NO_LEADER_EPOCH) {
                json.writeNullField("leaderEpoch");
            } else {
                json.writeNumberField("leaderEpoch", record.leaderEpoch());
            }
            bytes(json, "key", Slice.of(record, RecordPart.KEY));
            bytes(json, "value", Slice.of(record, RecordPart.VALUE));
            json.writeFieldName("headers");
            headers(json, record.headers());
            json.writeEndObject();
        }
    }

    /** Returns the list of headers alone. */
    static String headersText(List<RecordHeader> headers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            headers(json, headers);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void headers(JsonGenerator json, List<RecordHeader> headers) throws IOException {
        json.writeStartArray();
        for (RecordHeader header : headers) {
            json.writeStartObject();
            byte[] bytes = header.keyBytes();
            if (bytes == null) {
                json.writeStringField("key", header.key());
            } else {
                json.writeStringField("keyBase64", Base64.getEncoder().encodeToString(bytes));
            }
            bytes(json, "value", Slice.of(header.value()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Returns whether bytes can stand as text: whoever reads the characters as UTF-8 gets the same bytes. */
    static boolean isText(Slice bytes) {
        Utf8Text text = Utf8Text.of(bytes, bytes.length());
        return text.valid() && text.controls() == 0;
    }

    private static void bytes(JsonGenerator json, String field, Slice bytes) throws IOException {
        if (bytes.isNull()) {
            json.writeNullField(field);
        } else if (isText(bytes)) {
            json.writeFieldName(field);
            json.writeUTF8String(bytes.data(), bytes.start(), bytes.length());
        } else {
            json.writeStringField(field + "Base64", Base64.getEncoder().encodeToString(bytes.bytes()));
        }
    }
}
