package dev.surveyor.service.field;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.JsonText;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.filter.FilterText;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a menu needs to know of a part of a record: a header, a field of the key or the value, the key itself.
 *
 * @param path how the filter language names it
 * @param condition holds for records with this value at its place; null where there is none
 * @param why says why there is none
 * @param column whether it can be a column
 * @param value what a copy of it is
 */
public record MenuField(String path, @Nullable String condition, String why, boolean column, Supplier<String> value) {

    /** A longer header makes no condition that anybody reads. */
    private static final int LONGEST = 1_000;

    private static final int LONGEST_WORDS = 48;

    /** Returns what a menu needs of a node of the document in that part of a record. */
    public static MenuField of(RecordPart part, JsonItem item) {
        return new MenuField(
                FieldCondition.path(part, item),
                FieldCondition.of(part, item),
                Objects.requireNonNullElse(FieldCondition.whyNot(item), ""),
                FieldCondition.whyNoPath(item) == null,
                () -> text(item));
    }

    /**
     * Returns what a menu needs of a header.
     *
     * @param value what its value was read as
     */
    public static MenuField of(RecordHeader header, Slice value) {
        String name = FilterText.headerField(header.key());
        return new MenuField(
                name, condition(name, value), "too long, or not text", true, () -> value.isNull() ? "" : text(value));
    }

    private static @Nullable String condition(String name, Slice value) {
        if (value.isNull() || value.isEmpty()) {
            return name + (value.isNull() ? ":null" : ":empty");
        }
        Utf8Text text = Utf8Text.of(value, LONGEST);
        boolean readable = text.complete() && text.valid() && text.controls() == 0;
        return readable ? name + "=" + FilterText.quote(text.text()) : null;
    }

    private static String text(Slice value) {
        Utf8Text text = Utf8Text.of(value, value.length());
        return text.valid() && text.controls() == 0 ? text.text() : Hex.plain(value);
    }

    /** Returns the condition that holds for all other records; null where there is none. */
    public @Nullable String opposite() {
        return condition == null ? null : "!" + condition;
    }

    /** Returns the condition as a menu writes it: its end is left out where it is long. */
    public static String words(String condition) {
        return condition.length() <= LONGEST_WORDS ? condition : condition.substring(0, LONGEST_WORDS) + "…";
    }

    /** Returns a text without its quotes, anything else as JSON. */
    private static String text(JsonItem item) {
        return item.kind() == JsonItem.Kind.STRING
                ? item.text()
                : JsonText.of(item, true).text();
    }
}
