package dev.surveyor.ui.search;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.record.PartText;
import dev.surveyor.codec.record.RecordAttribute;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.copy.CopyFormat;
import dev.surveyor.service.copy.RecordCopies;
import dev.surveyor.service.copy.RowColumn;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.rows.KeyHistory;
import dev.surveyor.service.transfer.ExportChoice;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.inspector.CopiedNote;
import dev.surveyor.ui.inspector.Inspector;
import dev.surveyor.ui.inspector.InspectorActions;
import dev.surveyor.ui.inspector.InspectorTools;
import dev.surveyor.ui.inspector.RecordClipboard;
import dev.surveyor.ui.page.RecordFiles;
import dev.surveyor.ui.page.Workbench;
import dev.surveyor.ui.parts.Controls;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
    private final ClusterSession session;
    private final RecordFiles files;

    /**
     * @param toolkit about the connection
     * @param decoding reads keys and values as the topic's own table does
     * @param files asks where to write matches
     */
    SearchedRecords(
            Toolkit toolkit,
            Workbench workbench,
            Decoding decoding,
            RecordFiles files,
            ClusterSession session,
            Matches matches) {
        this.matches = matches;
        this.session = session;
        this.files = files;
        Clock clock = toolkit.zonedClock();
        RecordReader reader = decoding.reader();
        PartText parts = new PartText(reader);
        copied = new RecordClipboard(
                new RecordCopies(String.join(",", session.profile().bootstrapServers()), reader, () -> ROW.stream()
                        .map(attribute -> RowColumn.of(attribute, clock.getZone(), parts))
                        .toList()),
                toolkit.clipboards(),
                toolkit.pulse(),
                clock,
                toolkit.ui(),
                toolkit.background());
        copiedNote = new CopiedNote(copied);
        inspector = new Inspector(
                new InspectorTools(
                        toolkit.dialogs(),
                        toolkit.clipboards(),
                        toolkit.ui(),
                        toolkit.background(),
                        clock,
                        toolkit.settings(),
                        decoding),
                new InspectorActions(
                        matches::narrow,
                        null,
                        null,
                        copied::copy,
                        record -> workbench.resend(session, record),
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
        files.export(
                session,
                matches.topic(),
                List.of(
                        new ExportChoice("All matches", "matches that are kept", matches::all),
                        new ExportChoice("Selected", "selected matches", matches::selection)),
                matches.filter());
    }

    @Override
    public void close() {
        inspector.close();
    }
}
