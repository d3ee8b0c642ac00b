package dev.surveyor.service.field;

import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.JsonTree;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RecordHeader;
import java.util.List;

/**
 * The headers of a record and the outermost fields of its value, as far as its menu has room for them and they can be
 * told at once.
 *
 * @param headers the first ones, in their order
 * @param headersNote what is to be said below them: how many more there are, or that there are none; empty for nothing
 * @param fields the first ones, in their order
 * @param fieldsNote how many more there are, or why there are none; empty for nothing
 */
public record RecordFields(List<MenuField> headers, String headersNote, List<MenuField> fields, String fieldsNote) {

    private static final int MOST = 20;
    private static final int MOST_HEADERS = 8;

    /** A value of more bytes is not read on the JavaFX thread. */
    private static final int AT_ONCE_BYTES = 64 * 1024;

    private static final String FIELDS = "Fields of the value";

    /** Looks at a record. Takes no more than a moment, however large the record is. */
    public static RecordFields of(ConsumedRecord record, RecordReader reader) {
        List<RecordHeader> all = record.headers();
        List<MenuField> headers = all.stream()
                .limit(MOST_HEADERS)
                .map(header -> MenuField.of(
                        header,
                        reader.header(record.partition().topic(), header.key(), Slice.of(header.value()))
                                .text()))
                .toList();
        String headersNote = all.isEmpty() ? "Headers (none)" : more(all.size() - headers.size(), "header");
        return value(record, reader, headers, headersNote);
    }

    private static RecordFields value(
            ConsumedRecord record, RecordReader reader, List<MenuField> headers, String headersNote) {
        Slice bytes = Slice.of(record, RecordPart.VALUE);
        if (bytes.length() > AT_ONCE_BYTES) {
            return none(headers, headersNote, Sizes.text(bytes.length()) + ", open the inspector for them");
        }
        Reading reading = reader.read(record, RecordPart.VALUE, AT_ONCE_BYTES, Input.Effort.TEXT);
        if (reading.state() == Reading.State.NOTHING) {
            return none(headers, headersNote, bytes.isNull() ? "null" : "empty");
        }
        if (reading.state() == Reading.State.WAITING) {
            return none(headers, headersNote, "the schema is on its way");
        }
        if (!reading.complete() || reading.text().length() > AT_ONCE_BYTES) {
            return none(headers, headersNote, "long when unpacked, open the inspector for them");
        }
        JsonTree tree = JsonTree.of(reading.text(), AT_ONCE_BYTES, JsonTree.DEFAULT_NODES);
        JsonItem root = tree.root();
        if (root == null || tree.problem() != null || !tree.complete() || !group(root)) {
            return none(headers, headersNote, "not a JSON object or list");
        }
        if (root.children().isEmpty()) {
            return none(headers, headersNote, "none");
        }
        List<MenuField> fields = root.children().stream()
                .limit(MOST - headers.size())
                .map(item -> MenuField.of(RecordPart.VALUE, item))
                .toList();
        return new RecordFields(
                headers, headersNote, fields, more(root.children().size() - fields.size(), "field"));
    }

    private static boolean group(JsonItem item) {
        return item.kind() == JsonItem.Kind.OBJECT || item.kind() == JsonItem.Kind.LIST;
    }

    private static RecordFields none(List<MenuField> headers, String headersNote, String why) {
        return new RecordFields(headers, headersNote, List.of(), FIELDS + " (" + why + ")");
    }

    private static String more(int count, String what) {
        return count == 0 ? "" : "… " + Counted.of(count, "more " + what) + " in the inspector";
    }
}
