package dev.surveyor.ui.inspector;

import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.service.field.MenuField;
import dev.surveyor.ui.fx.Clipboards;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be done with a header, or with a field of the key or the value that is shown. For the JavaFX thread only. */
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

    /** Returns what the menu needs of a node of the document, null for none. */
    @Nullable
    MenuField field(@Nullable JsonItem item) {
        return item == null ? null : MenuField.of(part, item);
    }

    void filterFor(MenuField field) {
        narrow(field.condition());
    }

    void filterOut(MenuField field) {
        narrow(field.opposite());
    }

    private void narrow(@Nullable String condition) {
        if (condition != null) {
            actions.narrow().accept(condition);
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
}
