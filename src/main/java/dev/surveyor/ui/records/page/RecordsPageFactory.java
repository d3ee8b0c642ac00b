package dev.surveyor.ui.records.page;

import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.transfer.DragFiles;
import dev.surveyor.service.transfer.ExportChoice;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.PageAddress.Kind;
import dev.surveyor.ui.page.PageFactory;
import dev.surveyor.ui.page.RecordFiles;
import dev.surveyor.ui.page.StartsSearch;
import dev.surveyor.ui.page.Workbench;
import dev.surveyor.ui.records.RecordActions;
import dev.surveyor.ui.records.highlight.KeptRules;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.RecordTools;
import dev.surveyor.ui.records.model.TableHandover;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Makes the pages of live tables: of one topic ({@link Kind#TOPIC}), to stand in that topic's page, or of several
 * ({@link Kind#TOPICS}). For the JavaFX thread only.
 */
public final class RecordsPageFactory implements PageFactory {

    private final Toolkit toolkit;
    private final Workbench workbench;
    private final TableLook look;
    private final Decodings decodings;
    private final DragFiles dragFiles;
    private final RecordFiles files;
    private final BiConsumer<ClusterSession, ConsumeSession> seek;
    private final KeptRules highlights;
    private final Map<PageAddress, TableHandover> handovers = new HashMap<>();

    /**
     * @param decodings how the records of each connection are read
     * @param dragFiles writes the files of records that are dragged out of the window
     * @param files asks for the files of exports and imports
     * @param seek asks where a consumer goes on
     */
    public RecordsPageFactory(
            Toolkit toolkit,
            Workbench workbench,
            TableLook look,
            Decodings decodings,
            DragFiles dragFiles,
            RecordFiles files,
            BiConsumer<ClusterSession, ConsumeSession> seek) {
        this.toolkit = toolkit;
        this.workbench = workbench;
        this.look = look;
        this.decodings = decodings;
        this.dragFiles = dragFiles;
        this.files = files;
        this.seek = seek;
        this.highlights = new KeptRules(toolkit.settings());
    }

    @Override
    public Page make(PageAddress address, ClusterSession session) {
        RecordTools tools = tools(session);
        RecordTableViewModel model = model(address, session, tools);
        RecordsView view = new RecordsView(model, tools, actions(session));
        Consumer<TableHandover> heir = handover -> handovers.put(address, handover);
        if (address.kind() == Kind.TOPICS) {
            return new SeveralTopicsPage(model.consume().subscription(), new RecordsPage(model, view, heir));
        }
        toolkit.ui().whenDone(session.cluster().partitions(address.object()), (partitions, thrown) -> {
            if (partitions != null) {
                model.consume().partitionCountProperty().set(partitions.size());
            }
        });
        return new TopicRecordsPage(address, session, model, view, heir, workbench, files);
    }

    private RecordTableViewModel model(PageAddress address, ClusterSession session, RecordTools tools) {
        Subscription subscription = address.kind() == Kind.TOPICS
                ? Subscription.parse(address.object())
                : Subscription.to(address.object());
        TableHandover handover = handovers.remove(address);
        return handover == null
                ? new RecordTableViewModel(
                        subscription, session, tools, look.limits().get())
                : new RecordTableViewModel(subscription, session, tools, handover);
    }

    private RecordTools tools(ClusterSession session) {
        return new RecordTools(
                toolkit.settings(),
                toolkit.dialogs().about(session.profile()),
                toolkit.clipboards(),
                toolkit.ui(),
                toolkit.pulse(),
                toolkit.background(),
                toolkit.clock(),
                toolkit.zone(),
                look.rowHeight(),
                look.newestFirst(),
                decodings,
                highlights);
    }

    private RecordActions actions(ClusterSession session) {
        return new RecordActions(
                consumer -> seek.accept(session, consumer),
                record -> workbench.resend(session, record),
                (filter, scope) -> workbench.open(
                        PageAddress.of(Kind.SEARCH, session, scope.topic()),
                        StartsSearch.class,
                        page -> page.search(filter, scope)),
                selected -> files.export(
                        session,
                        selected.get(0).partition().topic(),
                        List.of(new ExportChoice("Selected", "selected rows", () -> selected)),
                        ""),
                workbench::showInspector,
                workbench::offerUndo,
                dragFiles);
    }
}
