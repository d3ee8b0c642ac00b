package dev.surveyor.ui.records.page;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.transfer.ExportChoice;
import dev.surveyor.ui.page.ExportsRecords;
import dev.surveyor.ui.page.ImportsRecords;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.RecordFiles;
import dev.surveyor.ui.page.Workbench;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.TableHandover;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The live table of one topic as a page: that topic can be searched, and its records go to files and come from them. */
final class TopicRecordsPage extends RecordsPage implements ExportsRecords, ImportsRecords {

    private final PageAddress address;
    private final ClusterSession session;
    private final RecordTableViewModel model;
    private final RecordsView view;
    private final Workbench workbench;
    private final RecordFiles files;

    TopicRecordsPage(
            PageAddress address,
            ClusterSession session,
            RecordTableViewModel model,
            RecordsView view,
            Consumer<TableHandover> heir,
            Workbench workbench,
            RecordFiles files) {
        super(model, view, heir);
        this.address = address;
        this.session = session;
        this.model = model;
        this.view = view;
        this.workbench = workbench;
        this.files = files;
    }

    @Override
    public void exportRecords() {
        files.export(
                session,
                address.object(),
                List.of(
                        new ExportChoice("Shown rows", shownRows(), () -> model.feed().rows().stream()
                                .filter(ConsumedRecord.class::isInstance)
                                .map(ConsumedRecord.class::cast)
                                .toList()),
                        new ExportChoice("All kept", "records in the buffer, shown or not", model.feed()::kept)),
                "");
    }

    private String shownRows() {
        return model.filter().appliedProperty().get().isBlank() ? "rows of the table" : "rows that pass the filter";
    }

    @Override
    public void importRecords() {
        files.importInto(session, address.object());
    }

    @Override
    public List<Node> actions() {
        Button search = Controls.button(
                "topic-search",
                "Search topic…",
                "Search all that the topic keeps (Ctrl+Shift+F)",
                () -> workbench.open(address.as(PageAddress.Kind.SEARCH)),
                "flat",
                "small");
        search.setGraphic(new FontIcon(Feather.SEARCH));
        List<Node> all = new ArrayList<>(List.of(search));
        all.addAll(view.tabActions(List.of(
                Controls.item("transfer-export", "Export records…", this::exportRecords),
                Controls.item("transfer-import", "Import records…", this::importRecords))));
        return all;
    }
}
