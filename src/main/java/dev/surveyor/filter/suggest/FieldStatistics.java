package dev.surveyor.filter.suggest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.surveyor.codec.Json;
import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.HeaderCursor;
import dev.surveyor.filter.FilterField;
import dev.surveyor.filter.FilterText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts which fields, headers and values occur in a sample of records. Bounded in fields, values and bytes, so that it
 * stays small whatever is added. Not for two threads: add on one, or take a new one for each sample.
 */
public final class FieldStatistics {

    private static final int MOST_FIELDS = 500;
    private static final int MOST_VALUES = 100;
    private static final int LONGEST_VALUE = 60;
    private static final int MOST_BYTES = 64 * 1024;
    private static final int DEEPEST = 8;

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final RecordReader reader;
    private long records;
    private long firstOffset = Long.MAX_VALUE;
    private long lastOffset = -1;

    /**
     * @param reader reads keys and values as the table does
     */
    public FieldStatistics(RecordReader reader) {
        this.reader = reader;
    }

    /** A field that was seen, with the values that were seen first, each with its count. */
    static final class Field {
        private final Map<String, Long> values = new LinkedHashMap<>();
        private long count;

        /** Returns how many records have the field. */
        long count() {
            return count;
        }

        Map<String, Long> values() {
            return values;
        }
    }

    /** Adds what a record has; a large value counts with its first 64 KB. */
    public void add(ConsumedRecord record) {
        records++;
        firstOffset = Math.min(firstOffset, record.offset());
        lastOffset = Math.max(lastOffset, record.offset());
        Set<String> seen = new HashSet<>();
        count(FilterField.PARTITION.word(), Integer.toString(record.partition().partition()), seen);
        count(FilterField.TOPIC.word(), record.partition().topic(), seen);
        if (record.valueLength() < 0 && record.keyLength() >= 0) {
            count(FilterField.IS.word(), "tombstone", seen);
        }
        addPart(record, RecordPart.KEY, seen);
        addPart(record, RecordPart.VALUE, seen);
        HeaderCursor header = new HeaderCursor(record);
        while (header.next()) {
            count(
                    FilterText.headerField(header.key()),
                    text(reader.header(
                                    record.partition().topic(),
                                    header.key(),
                                    Slice.of(record.data(), header.valueStart(), header.valueLength()))
                            .text()),
                    seen);
        }
    }

    /** Returns how many records were added. */
    public long records() {
        return records;
    }

    /** Returns the range of offsets in which all records lie, as a filter writes it; empty where there are none. */
    String offsets() {
        return records == 0 ? "" : firstOffset + ".." + lastOffset;
    }

    /** Returns the fields by the name that the filter language gives them, in the order in which they were seen. */
    Map<String, Field> fields() {
        return fields;
    }

    private void addPart(ConsumedRecord record, RecordPart part, Set<String> seen) {
        String name = FilterField.of(part).word();
        Slice bytes = reader.plain(record, part)
                ? Slice.of(record, part)
                : reader.read(record, part, MOST_BYTES, Input.Effort.TEXT).text();
        if (bytes.isNull() || bytes.isEmpty()) {
            count(name, bytes.isNull() ? "null" : "empty", seen);
        } else if (Json.looksLike(bytes)) {
            addJson(name, bytes.first(MOST_BYTES), seen);
        } else {
            count(name, text(bytes), seen);
        }
    }

    private void addJson(String name, Slice bytes, Set<String> seen) {
        Deque<String> parents = new ArrayDeque<>();
        String field = name;
        try (JsonParser parser = Json.parser(bytes)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                switch (token) {
                    case FIELD_NAME -> field = child(parents.getLast(), parser.currentName());
                    case START_OBJECT, START_ARRAY -> {
                        if (parents.size() == DEEPEST) {
                            parser.skipChildren();
                        } else {
                            parents.addLast(token == JsonToken.START_ARRAY ? field + "[*]" : field);
                            count(field, null, seen);
                            field = parents.getLast();
                        }
                    }
                    case END_OBJECT, END_ARRAY -> {
                        parents.removeLast();
                        field = parents.isEmpty() ? name : parents.getLast();
                    }
                    case VALUE_STRING -> count(field, FilterText.quote(parser.getText()), seen);
                    default -> count(field, parser.getText(), seen);
                }
                token = parser.nextToken();
            }
        } catch (IOException cutOrBroken) {
            // What was read until here is counted; statistics are of what can be read.
            return;
        }
    }

    private static String child(String parent, String name) {
        StringBuilder out = new StringBuilder(parent).append('.');
        JsonItem.appendName(out, name);
        return out.toString();
    }

    private void count(String name, @Nullable String value, Set<String> seen) {
        Field field = fields.get(name);
        if (field == null) {
            if (fields.size() == MOST_FIELDS || name.length() > 200) {
                return;
            }
            field = new Field();
            fields.put(name, field);
        }
        if (seen.add(name)) {
            field.count++;
        }
        if (value == null || value.isEmpty() || value.length() > LONGEST_VALUE) {
            return;
        }
        boolean room = field.values.size() < MOST_VALUES || field.values.containsKey(value);
        if (room && seen.add(name + '\0' + value)) {
            field.values.merge(value, 1L, Long::sum);
        }
    }

    /** Returns the bytes as a word or in quotes; null where they are too long or not text. */
    private static @Nullable String text(Slice bytes) {
        if (bytes.isNull()) {
            return "null";
        }
        if (bytes.length() > LONGEST_VALUE) {
            return null;
        }
        String text = new String(bytes.bytes(), StandardCharsets.UTF_8);
        boolean clean = text.codePoints().noneMatch(c -> c < 0x20 || c == 0xfffd);
        return clean ? FilterText.word(text) : null;
    }
}
