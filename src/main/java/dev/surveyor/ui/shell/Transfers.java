package dev.surveyor.ui.shell;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.transfer.ExportChoice;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.search.FoundRecords;
import dev.surveyor.ui.settings.Preferences;
import dev.surveyor.ui.transfer.ExportDialog;
import dev.surveyor.ui.transfer.ExportViewModel;
import dev.surveyor.ui.transfer.ImportDialog;
import dev.surveyor.ui.transfer.ImportViewModel;
import dev.surveyor.ui.transfer.TransferItems;
import dev.surveyor.ui.transfer.TransferTools;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.MenuItem;

/** Opens the dialogs of export and import over the window. For the JavaFX thread only. */
final class Transfers {

    private final ShellServices services;
    private final Preferences preferences;
    private final Features.Window window;

    Transfers(ShellServices services, Preferences preferences, Features.Window window) {
        this.services = services;
        this.preferences = preferences;
        this.window = window;
    }

    /** Returns what the menu of a topic's page has to offer. */
    List<MenuItem> items(ClusterSession session, String topic, RecordTableViewModel model) {
        return TransferItems.of(() -> export(session, topic, model), () -> importRecords(session, topic));
    }

    /** Asks which records of a topic's table, or of the topic, to write to a file. */
    void export(ClusterSession session, String topic, RecordTableViewModel model) {
        ExportViewModel export = new ExportViewModel(
                topic,
                session.searches(),
                services.decodings().of(session.profile().id()),
                () -> model.consume().partitionCountProperty().get(),
                List.of(
                        new ExportChoice("Shown rows", shownRows(model), () -> model.feed().rows().stream()
                                .filter(ConsumedRecord.class::isInstance)
                                .map(ConsumedRecord.class::cast)
                                .toList()),
                        new ExportChoice("All kept", "records in the buffer, shown or not", model.feed()::kept)),
                tools(session));
        show(export, session);
    }

    private static String shownRows(RecordTableViewModel model) {
        return model.filter().appliedProperty().get().isBlank() ? "rows of the table" : "rows that pass the filter";
    }

    /** Asks where to write the matches of a search; a range of the topic is offered with the filter of the search. */
    void exportMatches(ClusterSession session, String topic, FoundRecords.Matches matches) {
        ExportViewModel export = export(
                session,
                topic,
                List.of(
                        new ExportChoice("All matches", "matches that are kept", matches::all),
                        new ExportChoice("Selected", "selected matches", matches::selection)));
        export.filterProperty().set(matches.filter());
        show(export, session);
    }

    /** Asks where to write these records, which are of one topic. */
    void exportSelection(ClusterSession session, List<ConsumedRecord> records) {
        String topic = records.get(0).partition().topic();
        show(export(session, topic, List.of(new ExportChoice("Selected", "selected rows", () -> records))), session);
    }

    private ExportViewModel export(ClusterSession session, String topic, List<ExportChoice> choices) {
        IntegerProperty partitions = new SimpleIntegerProperty();
        services.ui().whenDone(session.cluster().partitions(topic), (found, thrown) -> {
            if (found != null) {
                partitions.set(found.size());
            }
        });
        return new ExportViewModel(
                topic,
                session.searches(),
                services.decodings().of(session.profile().id()),
                partitions::get,
                choices,
                tools(session));
    }

    private void show(ExportViewModel export, ClusterSession session) {
        window.show(new ExportDialog(export, session.profile()));
    }

    /** Asks which records to send to a topic. */
    void importRecords(ClusterSession session, String topic) {
        ImportViewModel importing = new ImportViewModel(session.profile(), session.producers(), topic, tools(session));
        window.show(new ImportDialog(importing, session.profile()));
    }

    private TransferTools tools(ClusterSession session) {
        return new TransferTools(
                services.dialogs().about(session.profile()),
                services.ui(),
                services.pulse(),
                services.background(),
                services.clock().withZone(preferences.zone().getValue()),
                window.tasks(),
                window::notice,
                failure -> window.problem(session.profile().name(), failure));
    }
}
