package dev.surveyor.ui.records.inspector;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.JsonText;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.filter.FilterText;
import dev.surveyor.ui.fx.Clipboards;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be done with a header, or with a field of the key or the value that is shown. For the JavaFX thread only. */
final class FieldActions {

    /** A longer header makes no condition that anybody reads. */
    private static final int LONGEST = 1_000;

    private final InspectorActions actions;
    private final Clipboards clipboards;
    private RecordPart part = RecordPart.VALUE;

    FieldActions(InspectorActions actions, Clipboards clipboards) {
        this.actions = actions;
        this.clipboards = clipboards;
    }

    /** Says which part of the record the fields belong to. */
    void of(RecordPart shown) {
        part = shown;
    }

    /** Returns what the menu needs of a node of the document, null for none. */
    @Nullable
    MenuField field(@Nullable JsonItem item) {
        if (item == null) {
            return null;
        }
        boolean whole = item.parent() == null;
        return new MenuField(
                FieldCondition.path(part, item),
                FieldCondition.of(part, item),
                whole ? "not for the whole document" : "too long, or a field without a name",
                !whole,
                () -> text(item));
    }

    /** Returns what the menu needs of a header. */
    static MenuField field(RecordHeader header) {
        String name = "header." + FilterText.headerName(header.key());
        Slice value = Slice.of(header.value());
        Utf8Text text = Utf8Text.of(value, value.length());
        boolean readable = !value.isNull() && text.valid() && text.controls() == 0 && value.length() <= LONGEST;
        String condition = value.isNull()
                ? name + ":null"
                : value.isEmpty() ? name + ":empty" : readable ? name + "=" + FilterText.quote(text.text()) : null;
        boolean named = !header.key().isEmpty();
        return new MenuField(
                name,
                named ? condition : null,
                named ? "too long, or not text" : "a header without a name",
                named,
                () -> value.isNull() ? "" : text.valid() && text.controls() == 0 ? text.text() : Hex.plain(value));
    }

    void filterFor(MenuField field) {
        if (field.condition() != null) {
            actions.narrow().accept(field.condition());
        }
    }

    void filterOut(MenuField field) {
        if (field.condition() != null) {
            actions.narrow().accept("!" + field.condition());
        }
    }

    /** Returns whether the table takes columns of fields. */
    boolean columns() {
        return actions.addColumn() != null;
    }

    void addColumn(MenuField field) {
        Consumer<String> add = actions.addColumn();
        if (add != null && field.column()) {
            add.accept(field.path());
        }
    }

    void copyPath(MenuField field) {
        clipboards.copy(field.path());
    }

    void copyValue(MenuField field) {
        clipboards.copy(field.value().get());
    }

    /** Returns a text without its quotes, anything else as JSON. */
    private static String text(JsonItem item) {
        return item.kind() == JsonItem.Kind.STRING
                ? item.text()
                : JsonText.of(item, true).text();
    }
}
