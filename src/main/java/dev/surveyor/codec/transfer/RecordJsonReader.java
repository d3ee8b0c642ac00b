package dev.surveyor.codec.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.surveyor.codec.Json;
import dev.surveyor.codec.Slice;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link RecordJson} writes, and less: every field may be missing but the value. A field that is not known is
 * an error, as leaving it out in silence would lose something.
 */
public final class RecordJsonReader {

    private static final Set<String> NAMES = Set.of(
            "topic",
            "partition",
            "offset",
            "timestamp",
            "timestampType",
            "leaderEpoch",
            "key",
            "keyBase64",
            "value",
            "valueBase64",
            "headers");

    private final JsonParser parser;
    private final Set<String> seen = new HashSet<>();
    private @Nullable String topic;
    private @Nullable Integer partition;
    private @Nullable Long offset;
    private @Nullable Long timestamp;
    private boolean timeless;
    private byte @Nullable [] key;
    private byte @Nullable [] value;
    private List<RecordHeader> headers = List.of();

    private RecordJsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads one line. */
    public static RecordLine read(Slice line) throws RecordLineException {
        try (JsonParser parser = Json.parser(line)) {
            return new RecordJsonReader(parser).record();
        } catch (JsonProcessingException broken) {
            throw new RecordLineException("not JSON, col "
                    + (broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr()) + ": "
                    + Json.reason(broken));
        } catch (IOException broken) {
            throw new RecordLineException(String.valueOf(broken.getMessage()));
        }
    }

    private RecordLine record() throws IOException, RecordLineException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new RecordLineException("a record begins with {");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (!NAMES.contains(name)) {
                throw new RecordLineException("unknown field \"" + name + "\"");
            }
            if (!seen.add(name)) {
                throw new RecordLineException("\"" + name + "\" stands there twice");
            }
            parser.nextToken();
            field(name);
        }
        if (parser.nextToken() != null) {
            throw new RecordLineException("text after the end of the record");
        }
        one("key");
        if (!one("value")) {
            throw new RecordLineException("\"value\" is missing; a record without one has \"value\":null");
        }
        return new RecordLine(topic, partition, offset, timeless ? null : timestamp, key, value, headers);
    }

    /** Returns whether a part is there in one form; two forms of it are an error. */
    private boolean one(String part) throws RecordLineException {
        if (seen.contains(part) && seen.contains(part + "Base64")) {
            throw new RecordLineException("both \"" + part + "\" and \"" + part + "Base64\"");
        }
        return seen.contains(part) || seen.contains(part + "Base64");
    }

    private void field(String name) throws IOException, RecordLineException {
        switch (name) {
            case "topic" -> topic = text(name);
            case "partition" -> {
                Long number = number(name);
                if (number != null && (number < 0 || number > Integer.MAX_VALUE)) {
                    throw new RecordLineException("partition " + number + " is not a partition");
                }
                partition = number == null ? null : Integer.valueOf(number.intValue());
            }
            case "offset" -> offset = number(name);
            case "timestamp" -> timestamp = number(name);
            case "timestampType" ->
                timeless = TimestampType.NOT_AVAILABLE.toString().equals(text(name));
            case "leaderEpoch" -> number(name);
            case "key" -> key = utf8(name);
            case "keyBase64" -> key = base64(name);
            case "value" -> value = utf8(name);
            case "valueBase64" -> value = base64(name);
            default -> headers = headers();
        }
    }

    private List<RecordHeader> headers() throws IOException, RecordLineException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new RecordLineException("\"headers\" is a list of {\"key\":…,\"value\":…}");
        }
        List<RecordHeader> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new RecordLineException("a header is {\"key\":…,\"value\":…}");
            }
            list.add(header());
        }
        return list;
    }

    private RecordHeader header() throws IOException, RecordLineException {
        byte[] name = null;
        byte[] bytes = null;
        boolean given = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "key", "keyBase64" -> {
                    if (name != null) {
                        throw new RecordLineException("a header with two keys");
                    }
                    name = field.equals("key") ? utf8("header key") : base64("header key");
                }
                case "value", "valueBase64" -> {
                    if (given) {
                        throw new RecordLineException("a header with two values");
                    }
                    given = true;
                    bytes = field.equals("value") ? utf8("header value") : base64("header value");
                }
                default -> throw new RecordLineException("unknown field \"" + field + "\" of a header");
            }
        }
        if (name == null || !given) {
            throw new RecordLineException("a header is {\"key\":…,\"value\":…}");
        }
        return RecordHeader.of(name, bytes);
    }

    private @Nullable String text(String name) throws IOException, RecordLineException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new RecordLineException("\"" + name + "\" is no string");
        }
        return parser.getText();
    }

    private @Nullable Long number(String name) throws IOException, RecordLineException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new RecordLineException("\"" + name + "\" is no whole number of 64 bits");
        }
        return parser.getLongValue();
    }

    private byte @Nullable [] utf8(String name) throws IOException, RecordLineException {
        String text = wholeText(name);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable String wholeText(String name) throws IOException, RecordLineException {
        String text = text(name);
        if (text != null && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new RecordLineException("\"" + name + "\" has half of a surrogate pair, which is no text");
        }
        return text;
    }

    private byte @Nullable [] base64(String name) throws IOException, RecordLineException {
        String text = text(name);
        try {
            return text == null ? null : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            throw new RecordLineException("\"" + name + "\" is no Base64: " + broken.getMessage());
        }
    }
}
