package dev.surveyor.ui.shell;

import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.group.GroupReset;
import dev.surveyor.service.seek.SeekHistory;
import dev.surveyor.service.seek.SeekSubject;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.groups.GroupPage;
import dev.surveyor.ui.parts.Page;
import dev.surveyor.ui.producer.ProducerContext;
import dev.surveyor.ui.producer.ProducerPage;
import dev.surveyor.ui.records.RecordActions;
import dev.surveyor.ui.records.highlight.KeptRules;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.RecordTools;
import dev.surveyor.ui.records.model.TableHandover;
import dev.surveyor.ui.records.page.RecordsView;
import dev.surveyor.ui.search.SearchPage;
import dev.surveyor.ui.seek.SeekDialog;
import dev.surveyor.ui.seek.SeekViewModel;
import dev.surveyor.ui.settings.Preferences;
import dev.surveyor.ui.topics.BrokersPage;
import dev.surveyor.ui.topics.TopicPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Makes the pages of tabs, each tied to the others through the window. For the JavaFX thread only. */
final class PageMaker {

    private final ShellServices services;
    private final Preferences preferences;
    private final Features.Window window;
    private final Map<String, SeekHistory> histories = new HashMap<>();
    private final KeptRules highlights;
    private final Transfers transfers;
    private final Map<Page, RecordsPage> tables = new WeakHashMap<>();
    private final SearchPages searches;
    private final Map<PageAddress, TableHandover> rests = new HashMap<>();
    private final Map<Page, Files> files = new WeakHashMap<>();

    /** What a page has to do with files. */
    private record Files(Runnable export, Runnable importing) {}

    PageMaker(ShellServices services, Preferences preferences, Features.Window window) {
        this.services = services;
        this.preferences = preferences;
        this.window = window;
        this.highlights = new KeptRules(services.settings());
        this.transfers = new Transfers(services, preferences, window);
        this.searches = new SearchPages(services, preferences, transfers, window);
    }

    Page make(PageAddress address, ClusterSession session) {
        return switch (address.kind()) {
            case TOPIC -> topic(address, session);
            case TOPICS -> topics(address, session);
            case PRODUCER -> new ProducerPage(producerContext(session), address.object());
            case BROKERS -> new BrokersPage(session.cluster(), services.ui());
            case GROUP -> group(address, session);
            case SEARCH -> search(address, session);
        };
    }

    private Page topic(PageAddress address, ClusterSession session) {
        RecordTools tools = recordTools(session);
        RecordTableViewModel model = model(Subscription.to(address.object()), address, session, tools);
        services.ui().whenDone(session.cluster().partitions(address.object()), (partitions, thrown) -> {
            if (partitions != null) {
                model.consume().partitionCountProperty().set(partitions.size());
            }
        });
        RecordsView view = new RecordsView(model, tools, recordActions(session));
        RecordsPage table = new RecordsPage(model, view);
        TopicPage page = new TopicPage(
                address.object(),
                session.cluster(),
                services.ui(),
                table,
                searches.withSearch(view.tabActions(transfers.items(session, address.object(), model)), address),
                group -> window.open(new PageAddress(PageAddress.Kind.GROUP, address.profileId(), group)));
        tables.put(page, table);
        files.put(
                page,
                new Files(
                        () -> transfers.export(session, address.object(), model),
                        () -> transfers.importRecords(session, address.object())));
        return page;
    }

    private Page search(PageAddress address, ClusterSession session) {
        SearchPage page = searches.make(address, session);
        files.put(page, new Files(page::export, () -> transfers.importRecords(session, address.object())));
        return page;
    }

    private Page topics(PageAddress address, ClusterSession session) {
        RecordTools tools = recordTools(session);
        RecordTableViewModel model = model(Subscription.parse(address.object()), address, session, tools);
        RecordsView view = new RecordsView(model, tools, recordActions(session));
        RecordsPage table = new RecordsPage(model, view);
        TopicsPage page = new TopicsPage(model.consume().subscription(), table, view.tabActions(List.of()));
        tables.put(page, table);
        return page;
    }

    private RecordTableViewModel model(
            Subscription subscription, PageAddress address, ClusterSession session, RecordTools tools) {
        TableHandover handover = rests.remove(address);
        return handover == null
                ? new RecordTableViewModel(subscription, session, tools, preferences.bufferLimits())
                : new RecordTableViewModel(subscription, session, tools, handover);
    }

    private RecordTools recordTools(ClusterSession session) {
        return new RecordTools(
                services.settings(),
                services.dialogs().about(session.profile()),
                services.clipboards(),
                services.ui(),
                services.pulse(),
                services.background(),
                services.clock(),
                preferences.zone(),
                preferences.rowHeight(),
                preferences.newestFirst(),
                services.decodings(),
                highlights);
    }

    private RecordActions recordActions(ClusterSession session) {
        return new RecordActions(
                consumer -> seek(session, subjectsOf(session, consumer)),
                record -> window.resend(session, record),
                (filter, scope) -> window.search(session, filter, scope),
                records -> transfers.exportSelection(session, records),
                window::showInspector,
                window::offerUndo,
                services.dragFiles());
    }

    private void seek(ClusterSession session, List<SeekSubject> subjects) {
        SeekViewModel model = new SeekViewModel(
                subjects,
                session.profile(),
                session.cluster(),
                subject -> histories.computeIfAbsent(
                        session.profile().id() + " " + subject.id(), made -> new SeekHistory()),
                services.ui(),
                services.clock(),
                preferences.zone().getValue(),
                failure -> window.problem(session.profile().name(), failure));
        window.show(new SeekDialog(
                model,
                services.dialogs().about(session.profile()),
                services.background(),
                services.ui(),
                (done, undo) -> window.notice(done, "Undo", undo)));
    }

    private ProducerContext producerContext(ClusterSession session) {
        return new ProducerContext(
                session,
                services.settings(),
                services.dialogs().about(session.profile()),
                services.clipboards(),
                services.ui(),
                services.background(),
                services.pulse(),
                services.clock(),
                preferences.zone(),
                place -> window.goTo(session, place),
                window::showEvents);
    }

    /** Starts the table of a topic's page where its chips say. */
    void startFollowing(Page page) {
        RecordsPage table = tables.get(page);
        if (table != null) {
            table.start();
        }
    }

    /** Asks what to write of a page's records to a file. */
    void export(Page page) {
        Files of = files.get(page);
        if (of != null) {
            of.export.run();
        }
    }

    /** Asks which records to send to the topic of a page. */
    void importRecords(Page page) {
        Files of = files.get(page);
        if (of != null) {
            of.importing.run();
        }
    }

    /** Has the next page of that address go on with the rows of this one, where it is a table. */
    void carryOver(PageAddress address, Page page) {
        RecordsPage table = tables.get(page);
        if (table != null) {
            rests.put(address, table.handover());
        }
    }

    /** Selects a record in the table of a topic's page. */
    void showRecord(Page page, PartitionOffset place) {
        RecordsPage table = tables.get(page);
        if (table != null) {
            table.show(place);
        }
    }

    private Page group(PageAddress address, ClusterSession session) {
        return new GroupPage(
                session,
                address.object(),
                List.of(),
                services.ui(),
                services.pulse(),
                services.clock(),
                preferences.zone(),
                services.clipboards(),
                services.dialogs().about(session.profile()),
                services.settings(),
                () -> seek(session, List.of(offsetsOf(session, address.object()))));
    }

    /** Returns what can be moved from the table of that consumer: its position, and the commits of its group. */
    private static List<SeekSubject> subjectsOf(ClusterSession session, ConsumeSession consumer) {
        SeekSubject position = new SeekSubject.OfConsumer(consumer);
        return position.group().isEmpty() ? List.of(position) : List.of(position, offsetsOf(session, position.group()));
    }

    private static SeekSubject offsetsOf(ClusterSession session, String groupId) {
        return new SeekSubject.OfGroup(
                new GroupReset(session.cluster(), session.groupOffsets(), session.members(), groupId));
    }

    /** Asks for the name of a group, which need not exist yet, and opens its page. */
    void newGroup(ClusterSession session) {
        services.dialogs()
                .about(session.profile())
                .askText(
                        new Dialogs.TextRequest("New group", "Group id (group.id)", "", "Open the group"),
                        name -> window.open(new PageAddress(
                                PageAddress.Kind.GROUP, session.profile().id(), name.strip())));
    }
}
