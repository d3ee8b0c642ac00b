package dev.surveyor.ui.transfer;

import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.transfer.ExportChoice;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.page.RecordFiles;
import dev.surveyor.ui.page.Workbench;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * Opens the dialogs of export and import over the window. For the JavaFX thread only.
 *
 * @param decodings how the records of each connection are read
 */
public record TransferDialogs(Toolkit toolkit, Workbench workbench, Decodings decodings) implements RecordFiles {

    @Override
    public void export(ClusterSession session, String topic, List<ExportChoice> inMemory, String filter) {
        IntegerProperty partitions = new SimpleIntegerProperty();
        toolkit.ui().whenDone(session.cluster().partitions(topic), (found, thrown) -> {
            if (found != null) {
                partitions.set(found.size());
            }
        });
        ExportViewModel export = new ExportViewModel(
                topic,
                session.searches(),
                decodings.of(session.profile().id()),
                partitions::get,
                inMemory,
                tools(session));
        export.filterProperty().set(filter);
        workbench.show(new ExportDialog(export, session.profile()));
    }

    @Override
    public void importInto(ClusterSession session, String topic) {
        ImportViewModel importing = new ImportViewModel(session.profile(), session.producers(), topic, tools(session));
        workbench.show(new ImportDialog(importing, session.profile()));
    }

    private TransferTools tools(ClusterSession session) {
        return new TransferTools(
                toolkit.dialogs().about(session.profile()),
                toolkit.ui(),
                toolkit.pulse(),
                toolkit.background(),
                toolkit.clock().withZone(toolkit.zone().getValue()),
                workbench.tasks(),
                workbench::notice,
                failure -> workbench.problem(session.profile().name(), failure));
    }
}
