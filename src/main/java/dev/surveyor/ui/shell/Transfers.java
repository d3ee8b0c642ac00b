package dev.surveyor.ui.shell;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.ui.records.RecordTableViewModel;
import dev.surveyor.ui.settings.Preferences;
import dev.surveyor.ui.transfer.ExportDialog;
import dev.surveyor.ui.transfer.ExportViewModel;
import dev.surveyor.ui.transfer.ImportDialog;
import dev.surveyor.ui.transfer.ImportViewModel;
import dev.surveyor.ui.transfer.TransferItems;
import dev.surveyor.ui.transfer.TransferTools;
import java.util.List;
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

    private void export(ClusterSession session, String topic, RecordTableViewModel model) {
        ExportViewModel export = new ExportViewModel(
                topic,
                session.searches(),
                services.decodings().of(session.profile().id()),
                () -> model.partitionCountProperty().get(),
                () -> model.rows().stream()
                        .filter(ConsumedRecord.class::isInstance)
                        .map(ConsumedRecord.class::cast)
                        .toList(),
                model::kept,
                tools());
        ExportDialog dialog = new ExportDialog(export, window::dismissDialog);
        window.showDialog(dialog);
        dialog.focus();
    }

    private void importRecords(ClusterSession session, String topic) {
        ImportViewModel importing = new ImportViewModel(session.profile(), session.producers(), topic, tools());
        ImportDialog dialog = new ImportDialog(importing, session.profile().name(), window::dismissDialog);
        window.showDialog(dialog);
        dialog.focus();
    }

    private TransferTools tools() {
        return new TransferTools(
                services.dialogs(),
                services.ui(),
                services.pulse(),
                services.background(),
                services.clock().withZone(preferences.zone().getValue()));
    }
}
