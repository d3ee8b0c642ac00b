package dev.surveyor.ui.records.page;

import dev.surveyor.service.copy.RecordCopies;
import dev.surveyor.service.rows.KeyHistory;
import dev.surveyor.ui.inspector.Inspector;
import dev.surveyor.ui.inspector.InspectorActions;
import dev.surveyor.ui.inspector.InspectorTools;
import dev.surveyor.ui.inspector.RecordClipboard;
import dev.surveyor.ui.records.RecordActions;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.RecordTools;
import dev.surveyor.ui.records.table.RecordColumns;
import dev.surveyor.ui.records.table.RecordTable;
import java.time.Clock;
import java.util.List;

/** What becomes of the records that are selected in a live table: copies, and the inspector with what it can do. */
final class SelectedRecords {

    private final RecordClipboard clipboard;
    private final Inspector inspector;

    SelectedRecords(
            RecordTableViewModel model,
            RecordTools tools,
            RecordActions actions,
            RecordTable table,
            RecordColumns columns) {
        Clock clock = tools.zonedClock();
        clipboard = new RecordClipboard(
                new RecordCopies(
                        String.join(",", model.cluster().profile().bootstrapServers()),
                        model.decoding().reader(),
                        columns::copied),
                tools.clipboards(),
                tools.pulse(),
                clock,
                tools.ui(),
                tools.background());
        inspector = new Inspector(
                new InspectorTools(
                        tools.dialogs(),
                        tools.clipboards(),
                        tools.ui(),
                        tools.background(),
                        clock,
                        tools.settings(),
                        model.decoding()),
                new InspectorActions(
                        condition -> model.filter().narrow(condition),
                        columns::promote,
                        record -> model.toggleMark(List.of(record)),
                        clipboard::copy,
                        actions.resend(),
                        place -> model.cluster().producers().tagOf(place),
                        model.transactions()::words,
                        record -> KeyHistory.previous(model.feed().kept(), record),
                        table::selectedRecords),
                table.selectedProperty());
    }

    /** Returns what copies records. */
    RecordClipboard clipboard() {
        return clipboard;
    }

    /** Returns the inspector of the record that was selected last. */
    Inspector inspector() {
        return inspector;
    }
}
