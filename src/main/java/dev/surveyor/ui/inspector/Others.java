package dev.surveyor.ui.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.inspect.Compared;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides with which record a record is compared. */
final class Others {

    private Others() {}

    /** Returns the record before it with the same key, or null; may take long, for any thread. */
    static Compared.@Nullable Other previous(InspectorActions actions, ConsumedRecord record) {
        ConsumedRecord found = actions.previousOfKey().apply(record);
        return found == null ? null : new Compared.Other(found, "the previous record of this key");
    }

    /**
     * Returns how to find it: the other one of two that are selected, for a pinned record the selected one, else the
     * previous of the same key. For the JavaFX thread.
     */
    static Compared.OtherRecord of(InspectorActions actions, ConsumedRecord record, boolean pinned) {
        List<ConsumedRecord> selection = actions.selection().get().stream()
                .filter(selected -> !selected.equals(record))
                .toList();
        boolean two =
                selection.size() == 1 && (pinned || actions.selection().get().size() == 2);
        if (two) {
            Compared.Other other =
                    new Compared.Other(selection.get(0), pinned ? "the selected record" : "the other selected record");
            return () -> other;
        }
        return () -> previous(actions, record);
    }
}
