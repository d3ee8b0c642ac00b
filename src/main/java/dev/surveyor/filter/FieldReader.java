package dev.surveyor.filter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.surveyor.codec.Hex;
import dev.surveyor.codec.Json;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.HeaderCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one field of a record as text: a header or a path in the key or value, named as in a filter. Safe for several
 * threads.
 */
public final class FieldReader {

    /** How many steps a path may have. */
    public static final int LONGEST_PATH = JsonPath.LONGEST;

    private static final int LONGEST = 120;

    private final String name;
    private final @Nullable String header;
    private final RecordPart part;
    private final JsonPath path;
    private final RecordReader reader;
    private final int longest;

    private FieldReader(
            String name, @Nullable String header, RecordPart part, JsonPath path, RecordReader reader, int longest) {
        this.name = name;
        this.header = header;
        this.part = part;
        this.path = path;
        this.reader = reader;
        this.longest = longest;
    }

    /** Returns the same field of keys and values that are read so, as the table reads them. */
    public FieldReader decodedBy(RecordReader other) {
        return new FieldReader(name, header, part, path, other, longest);
    }

    /** Returns the same field in full, objects and lists as JSON; it is cut for a cell otherwise. */
    public FieldReader uncut() {
        return new FieldReader(name, header, part, path, reader, Integer.MAX_VALUE);
    }

    /** Returns the reader of {@code header.source} or {@code value.customer.key}; empty where the name is no field. */
    public static Optional<FieldReader> of(String name) {
        FilterCursor cursor = new FilterCursor(name.strip());
        try {
            FieldReader reader = read(name.strip(), cursor);
            return reader == null || !cursor.atEnd() ? Optional.empty() : Optional.of(reader);
        } catch (FilterSyntaxException notAField) {
            return Optional.empty();
        }
    }

    private static @Nullable FieldReader read(String name, FilterCursor cursor) throws FilterSyntaxException {
        if (cursor.take("header.")) {
            String key = name.substring(cursor.position());
            boolean quoted = cursor.peek() == '"' || cursor.peek() == '\'';
            if (quoted) {
                key = FilterText.readQuoted(cursor);
            } else {
                cursor.moveTo(name.length());
            }
            return key.isEmpty() && !quoted
                    ? null
                    : new FieldReader(
                            name,
                            key,
                            RecordPart.VALUE,
                            new JsonPath(List.of()),
                            RecordReader.withoutSchemas(),
                            LONGEST);
        }
        RecordPart part = cursor.startsWith("key") ? RecordPart.KEY : RecordPart.VALUE;
        String word = FilterField.of(part).word();
        if (!cursor.take(word) || (cursor.peek() != '.' && cursor.peek() != '[')) {
            return null;
        }
        return new FieldReader(name, null, part, cursor.path(word), RecordReader.withoutSchemas(), LONGEST);
    }

    /** Returns the name, as a filter would write it. */
    public String name() {
        return name;
    }

    /** Returns what the record has there; null where it has nothing. Of several headers of a name the first counts. */
    public @Nullable String read(ConsumedRecord record) {
        return header == null ? json(reader.text(record, part)) : header(record, header);
    }

    private @Nullable String header(ConsumedRecord record, String key) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        HeaderCursor cursor = new HeaderCursor(record);
        while (cursor.next()) {
            if (cursor.hasKey(wanted)) {
                Slice value = Slice.of(record.data(), cursor.valueStart(), cursor.valueLength());
                return text(
                        reader.header(record.partition().topic(), key, value).text());
            }
        }
        return null;
    }

    private String text(Slice bytes) {
        if (bytes.isNull()) {
            return "∅ null";
        }
        String text = new String(bytes.first(longest).bytes(), StandardCharsets.UTF_8);
        boolean clean = text.codePoints().noneMatch(c -> c < 0x20 || c == 0xfffd);
        return clean ? text : Hex.spaced(bytes, longest / 3);
    }

    private @Nullable String json(Slice bytes) {
        if (bytes.isEmpty() || bytes.isNull() || !Json.looksLike(bytes)) {
            return null;
        }
        try (JsonParser parser = Json.parser(bytes)) {
            JsonToken token = parser.nextToken();
            for (JsonPath.Step step : path.steps()) {
                token = token == null ? null : descend(parser, token, step);
            }
            return token == null ? null : text(bytes, parser, token);
        } catch (IOException broken) {
            return null;
        }
    }

    /** Moves to the child; null where there is none. A step to every element goes to the first. */
    private static @Nullable JsonToken descend(JsonParser parser, JsonToken token, JsonPath.Step step)
            throws IOException {
        String field = step.name();
        if (field != null && token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = field.equals(parser.currentName());
                JsonToken value = parser.nextToken();
                if (wanted) {
                    return value;
                }
                parser.skipChildren();
            }
        } else if (field == null && token == JsonToken.START_ARRAY) {
            int index = Math.max(0, step.index());
            JsonToken element = parser.nextToken();
            for (int i = 0; element != null && element != JsonToken.END_ARRAY; i++) {
                if (i == index) {
                    return element;
                }
                parser.skipChildren();
                element = parser.nextToken();
            }
        }
        return null;
    }

    private String text(Slice bytes, JsonParser parser, JsonToken token) throws IOException {
        if (!token.isStructStart()) {
            String text = parser.getText();
            return text.length() > longest ? text.substring(0, longest) + "…" : text;
        }
        if (longest == Integer.MAX_VALUE) {
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            int to = (int) parser.currentLocation().getByteOffset();
            return new String(bytes.data(), bytes.start() + from, to - from, StandardCharsets.UTF_8);
        }
        return token == JsonToken.START_OBJECT ? "{…}" : "[…]";
    }
}
