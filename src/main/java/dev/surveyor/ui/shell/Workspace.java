package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.connection.SandboxProfile;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.RunningTasks;
import dev.surveyor.ui.parts.Toasts;
import dev.surveyor.ui.parts.Unfinished;
import dev.surveyor.ui.settings.Preferences;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Keeps connections, tabs and screens in step with each other: what opens when a connection comes up, what a page may
 * ask of the window. For the JavaFX thread only.
 */
final class Workspace implements Features.Window, PaletteSource.Opener, ConnectionWatch.Listener, AutoCloseable {

    private final ConnectionService connections;
    private final UiExecutor ui;
    private final ShellActions actions;
    private final List<String> startMessages;
    private final MainWindow window;
    private final Sheets sheets;
    private final Toasts notices;
    private final OpenPages pages;
    private final Features features;
    private final ConnectionWatch watch;
    private final CurrentConnection current;
    private final Tabs tabs;
    private final Runnable whenChanged;
    private final RunningTasks tasks;
    private @Nullable PageAddress followWhenOpen;

    /**
     * Fills the window; nothing is connected and no tab is open yet.
     *
     * @param pages the tabs
     * @param memory where the tabs of the last time are
     * @param actions what dormant pages offer
     * @param whenChanged told when profiles, or the health of a connection, may have changed
     */
    Workspace(
            ShellServices services,
            Preferences preferences,
            MainWindow window,
            Toasts notices,
            OpenPages pages,
            WindowMemory memory,
            ShellActions actions,
            Runnable whenChanged) {
        this.connections = services.connections();
        this.ui = services.ui();
        this.actions = actions;
        this.startMessages = services.messages();
        this.window = window;
        this.sheets = services.sheets();
        this.notices = notices;
        this.pages = pages;
        this.whenChanged = whenChanged;
        this.tasks = new RunningTasks(services.clock());
        this.features = new FeatureWiring(services, preferences, this);
        this.watch = new ConnectionWatch(connections, ui, this);
        this.current = new CurrentConnection(pages, watch, connections);
        this.tabs = new Tabs(pages, memory, connections, features, actions, watch::session);
        window.setSidebar(features.sidebar());
        window.acceptDrops(new TopicDrop(this::open));
    }

    Features features() {
        return features;
    }

    CurrentConnection current() {
        return current;
    }

    /** Returns whether any connection is open. */
    boolean connected() {
        return !watch.sessions().isEmpty();
    }

    /** Shows the welcome screen, and the tabs of the last time as soon as the profiles are read. */
    void begin() {
        welcome();
        connections.onMessage(message -> ui.execute(() -> say(message)));
        ui.whenDone(connections.load(), (messages, thrown) -> {
            startMessages.forEach(this::say);
            if (messages != null) {
                messages.forEach(this::say);
            }
            restoreTabs();
        });
    }

    /** Says something about the files of the program, until somebody closes it. */
    void say(String message) {
        notices.showUntilClosed(message);
    }

    private void restoreTabs() {
        tabs.restore();
        if (!pages.pages().isEmpty()) {
            window.showWorkspace();
            pages.selected().ifPresent(selected -> selected.page().focus());
        } else if (!window.workspaceShown()) {
            features.focusScreen(features.welcome());
            features.expectSandbox();
        }
    }

    // Connections

    @Override
    public void opened(ClusterSession session) {
        features.opened(session);
        tabs.opened(session);
        window.showWorkspace();
        PageAddress first = followWhenOpen;
        if (first != null && first.profileId().equals(session.profile().id())) {
            followWhenOpen = null;
            open(first);
            pages.find(first).ifPresent(page -> {
                features.startFollowing(page.page());
                page.page().focus();
            });
        }
    }

    @Override
    public void closed(ClusterSession session) {
        features.closed(session);
        tabs.closed(session);
    }

    @Override
    public void changed() {
        whenChanged.run();
    }

    /** Shows the workspace of a connection that is open, and opens one that is not. */
    void connect(ConnectionProfile profile) {
        if (watch.session(profile.id()).isPresent()) {
            window.showWorkspace();
        } else if (profile.id().equals(SandboxProfile.ID)) {
            startSandbox();
        } else {
            ui.whenDone(features.connect(profile), (session, thrown) -> {
                // Somebody may be in the palette or a dialog meanwhile.
                if (thrown == null && !window.covered()) {
                    focus();
                }
            });
        }
    }

    @Override
    public void startSandbox() {
        // Over open tables the card at the foot of the sidebar tells how it goes; the rows stay in sight.
        if (watch.session(SandboxProfile.ID).isPresent()) {
            window.showWorkspace();
        } else {
            welcome();
        }
        features.startSandbox();
    }

    @Override
    public CompletableFuture<?> sandboxReady(String bootstrapServer) {
        boolean wasOpen = connections.session(SandboxProfile.ID).isPresent();
        ConnectionProfile profile = connections.sandboxRuns(bootstrapServer);
        if (wasOpen && connections.session(profile.id()).isEmpty()) {
            pages.pages().stream()
                    .filter(page -> page.address().profileId().equals(SandboxProfile.ID))
                    .forEach(page -> features.carryOver(page.address(), page.page()));
            notice("The sandbox runs at a new address, " + bootstrapServer + ". Its tabs go on there.");
        }
        CompletableFuture<?> connected = features.connect(profile);
        if (watch.session(profile.id()).isPresent()) {
            // The connection outlived its broker, so nobody will tell that it opened.
            window.showWorkspace();
        }
        if (pages.pages().stream().noneMatch(page -> page.address().profileId().equals(profile.id()))) {
            followWhenOpen = new PageAddress(PageAddress.Kind.TOPIC, profile.id(), "orders");
        }
        return connected;
    }

    // Pages

    @Override
    public void open(PageAddress address) {
        OpenPage page = tabs.open(address);
        window.showWorkspace();
        page.page().focus();
    }

    @Override
    public void goTo(ClusterSession session, PartitionOffset place) {
        PageAddress address = new PageAddress(
                PageAddress.Kind.TOPIC,
                session.profile().id(),
                place.partition().topic());
        open(address);
        pages.find(address).ifPresent(page -> features.showRecord(page.page(), place));
    }

    /** Opens the page of that address and asks what to write of its records to a file. */
    void export(PageAddress address) {
        open(address);
        pages.find(address).ifPresent(page -> features.export(page.page()));
    }

    /** Opens the page of that address and asks which records to send to its topic. */
    void importRecords(PageAddress address) {
        open(address);
        pages.find(address).ifPresent(page -> features.importRecords(page.page()));
    }

    @Override
    public void resend(ClusterSession session, ConsumedRecord record) {
        PageAddress address = new PageAddress(
                PageAddress.Kind.PRODUCER,
                session.profile().id(),
                record.partition().topic());
        open(address);
        pages.find(address).ifPresent(page -> features.fill(page.page(), record));
    }

    @Override
    public void showInspector() {
        if (!window.inspectorShown()) {
            window.toggleInspector();
        }
    }

    @Override
    public void search(ClusterSession session, String filter, SearchScope scope) {
        PageAddress address =
                new PageAddress(PageAddress.Kind.SEARCH, session.profile().id(), scope.topic());
        open(address);
        pages.find(address).ifPresent(page -> features.search(page.page(), filter, scope));
    }

    // Screens

    void welcome() {
        show(features.welcome(), false);
    }

    @Override
    public void showConnections() {
        show(features.connections(), true);
    }

    /** Puts the focus where a user would begin in what is in sight. */
    void focus() {
        if (window.workspaceShown()) {
            window.focusPage();
        } else {
            features.focusScreen(window.screen());
        }
    }

    private void show(Node screen, boolean withToolbar) {
        window.showScreen(screen, withToolbar);
        features.focusScreen(screen);
    }

    @Override
    public void showWorkspace() {
        if (pages.pages().isEmpty() && watch.sessions().isEmpty()) {
            welcome();
        } else {
            window.showWorkspace();
        }
    }

    @Override
    public void show(Sheet dialog) {
        sheets.show(dialog);
    }

    @Override
    public RunningTasks tasks() {
        return tasks;
    }

    @Override
    public void problem(String connection, BrokerFailure failure) {
        features.report(connection, failure);
        window.showBottom("Problems");
    }

    @Override
    public void showEvents() {
        window.showBottom("Events");
    }

    @Override
    public void notice(String text) {
        notices.show(text);
    }

    @Override
    public void notice(String text, String actionWords, Runnable action) {
        notices.show(text, actionWords, action);
    }

    @Override
    public Runnable offerUndo(String text, Runnable undo, Runnable gone) {
        return notices.show(text, "Undo", undo, gone);
    }

    /** Returns what closing the window now would leave half done. */
    Unfinished unfinished() {
        return pages.pages().stream()
                .map(page -> page.page().unfinished())
                .reduce(tasks.unfinished(), Unfinished::plus);
    }

    /** Returns what disconnecting now would cut off. */
    Unfinished unfinished(ConnectionProfile profile) {
        return pages.pages().stream()
                .filter(page -> page.address().profileId().equals(profile.id()))
                .map(page -> page.page().unfinished())
                .reduce(Unfinished.NOTHING, Unfinished::plus);
    }

    @Override
    public void disconnect(ConnectionProfile profile) {
        actions.disconnect(profile);
    }

    /** Ends all that runs in the pages. */
    @Override
    public void close() {
        watch.close();
        pages.pages().forEach(page -> page.page().close());
        features.close();
    }
}
