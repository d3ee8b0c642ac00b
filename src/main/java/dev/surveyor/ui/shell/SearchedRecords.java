package dev.surveyor.ui.shell;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.copy.CopyFormat;
import dev.surveyor.service.copy.RecordCopies;
import dev.surveyor.service.copy.RowColumn;
import dev.surveyor.service.inspect.PartText;
import dev.surveyor.service.inspect.RecordAttribute;
import dev.surveyor.service.rows.KeyHistory;
import dev.surveyor.ui.inspector.CopiedNote;
import dev.surveyor.ui.inspector.Inspector;
import dev.surveyor.ui.inspector.InspectorActions;
import dev.surveyor.ui.inspector.InspectorTools;
import dev.surveyor.ui.inspector.RecordClipboard;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.records.model.ZoneClock;
import dev.surveyor.ui.search.FoundRecords;
import dev.surveyor.ui.settings.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/** The inspector, the copies and the export of a search page: the same as those of a topic's table. */
final class SearchedRecords implements FoundRecords {

    private static final List<RecordAttribute> ROW = List.of(
            RecordAttribute.TIME,
            RecordAttribute.PARTITION,
            RecordAttribute.OFFSET,
            RecordAttribute.KEY,
            RecordAttribute.VALUE);

    private final Matches matches;
    private final RecordClipboard copied;
    private final CopiedNote copiedNote;
    private final Inspector inspector;
    private final Consumer<Matches> export;

    /**
     * @param resend opens a producer that is filled with the record
     * @param export asks where to write the matches
     */
    SearchedRecords(
            ShellServices services,
            Preferences preferences,
            ClusterSession session,
            Matches matches,
            Consumer<ConsumedRecord> resend,
            Consumer<Matches> export) {
        this.matches = matches;
        this.export = export;
        ZoneClock clock = new ZoneClock(services.clock(), preferences.zone());
        RecordReader reader = services.decodings().of(session.profile().id()).reader();
        PartText parts = new PartText(reader);
        copied = new RecordClipboard(
                new RecordCopies(String.join(",", session.profile().bootstrapServers()), reader, () -> ROW.stream()
                        .map(attribute -> RowColumn.of(attribute, clock.getZone(), parts))
                        .toList()),
                services.clipboards(),
                services.pulse(),
                clock,
                services.ui(),
                services.background());
        copiedNote = new CopiedNote(copied);
        inspector = new Inspector(
                new InspectorTools(
                        services.dialogs().about(session.profile()),
                        services.clipboards(),
                        services.ui(),
                        services.background(),
                        clock,
                        services.settings(),
                        services.decodings().of(session.profile().id())),
                new InspectorActions(
                        matches::narrow,
                        null,
                        null,
                        copied::copy,
                        resend,
                        place -> session.producers().tagOf(place),
                        record -> "— (not looked up)",
                        record -> KeyHistory.previous(matches.all(), record),
                        matches::selection),
                matches.selectedProperty());
    }

    @Override
    public Node inspector() {
        return inspector.root();
    }

    @Override
    public Node copiedNote() {
        return copiedNote;
    }

    @Override
    public List<MenuItem> copyItems() {
        List<MenuItem> items = new ArrayList<>();
        Stream.of(CopyFormat.values()).forEach(format -> {
            MenuItem item = Controls.item(
                    "search-copy-" + format.id(), format.label(), () -> copied.copy(format, matches.selection()));
            items.add(item);
        });
        return items;
    }

    @Override
    public void copyValues() {
        copied.copy(CopyFormat.VALUE, matches.selection());
    }

    @Override
    public void copyRows() {
        copied.copy(CopyFormat.ROW, matches.selection());
    }

    @Override
    public void export() {
        export.accept(matches);
    }

    @Override
    public void close() {
        inspector.close();
    }
}
