package dev.surveyor.ui.records.inspector;

import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.JsonText;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.ui.fx.Clipboards;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be done with a field of the key or the value that is shown. For the JavaFX thread only. */
final class FieldActions {

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

    /** Returns the condition for this field, or null where there is none. */
    @Nullable
    String condition(JsonItem item) {
        return FieldCondition.of(part, item);
    }

    void filterFor(JsonItem item) {
        String condition = condition(item);
        if (condition != null) {
            actions.narrow().accept(condition);
        }
    }

    void filterOut(JsonItem item) {
        String condition = condition(item);
        if (condition != null) {
            actions.narrow().accept("!" + condition);
        }
    }

    /** Returns whether the table takes columns of fields. */
    boolean columns() {
        return actions.addColumn() != null;
    }

    void addColumn(JsonItem item) {
        Consumer<String> add = actions.addColumn();
        if (add != null && item.parent() != null) {
            add.accept(FieldCondition.path(part, item));
        }
    }

    void copyPath(JsonItem item) {
        clipboards.copy(FieldCondition.path(part, item));
    }

    /** Copies a text without its quotes, anything else as JSON. */
    void copyValue(JsonItem item) {
        clipboards.copy(
                item.kind() == JsonItem.Kind.STRING
                        ? item.text()
                        : JsonText.of(item, true).text());
    }
}
