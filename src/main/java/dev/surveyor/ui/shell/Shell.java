package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.connection.SandboxProfile;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Times;
import dev.surveyor.ui.parts.Toasts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The window as a whole: keeps connections, tabs and regions in step with each other, and is the one place where bars,
 * keys and palette get their actions from. For the JavaFX thread only.
 */
public final class Shell implements ShellActions, Features.Window, ConnectionWatch.Listener, AutoCloseable {

    private final ConnectionService connections;
    private final UiExecutor ui;
    private final List<String> startMessages;
    private final Features features;
    private final WindowMemory memory;
    private final Toasts notices;
    private final OpenPages pages = new OpenPages();
    private final CommandPalette palette = new CommandPalette();
    private final Overlay keys = new Overlay("keys", "Keys", new KeysTable());
    private final Overlay settings;
    private final BottomPanel bottomPanel = new BottomPanel();
    private final ContextBar contextBar = new ContextBar(this::palette);
    private final Toolbar toolbar = new Toolbar(this);
    private final StatusBar statusBar;
    private final PaletteSource paletteSource;
    private final ConnectionWatch watch;
    private final Commands commands;
    private final MainWindow window;
    private @Nullable String bottomOf;
    private boolean restored;
    private @Nullable PageAddress followWhenOpen;

    /** Makes the window; nothing is connected and no tab is open yet. */
    public Shell(ShellServices services) {
        this.connections = services.connections();
        this.ui = services.ui();
        this.startMessages = services.messages();
        this.memory = new WindowMemory(services.settings());
        this.notices = new Toasts(services.pulse(), services.clock());
        this.features = new FeatureWiring(services, this);
        this.settings = new Overlay("settings", "", features.settings());
        String zone =
                new Times(ZoneId.systemDefault()).zoneLabel(services.clock().instant());
        this.statusBar = new StatusBar(services.version(), zone, () -> bottomPanel.open("Problems"));
        this.commands = new Commands(this, connections, pages);
        this.paletteSource = new PaletteSource(
                services.ui(), this::sessionsCurrentFirst, commands::entries, this::openAny, opener());
        this.window = new MainWindow(
                contextBar,
                toolbar,
                new TabStrip(pages, this::goAnywhere),
                bottomPanel,
                statusBar,
                List.of(palette, keys, settings, notices));
        this.watch = new ConnectionWatch(connections, services.ui(), this);
        bind();
    }

    private void bind() {
        window.setSidebar(features.sidebar());
        window.regions(memory.sidebarShown(), memory.inspectorShown());
        pages.selectedProperty().addListener((property, old, now) -> selected(now));
        pages.pages().addListener((ListChangeListener<OpenPage>) change -> rememberTabs());
        selected(null);
        features.problemCount().addListener((property, old, now) -> statusBar.problems(now.intValue()));
    }

    /** Returns the root of the window's scene. */
    public Parent root() {
        return window;
    }

    /** Gives the stage its place and its keys, and brings back the tabs of the last time, nothing running. */
    public void attach(Stage stage) {
        memory.restore(stage);
        for (Shortcut shortcut : Shortcut.values()) {
            stage.getScene().getAccelerators().put(shortcut.combination(), () -> commands.run(shortcut));
        }
        welcome();
        CompletableFuture<?> unused = connections
                .load()
                .whenCompleteAsync(
                        (messages, thrown) -> {
                            startMessages.forEach(this::notice);
                            if (thrown == null) {
                                messages.forEach(this::notice);
                            }
                            restoreTabs();
                        },
                        ui);
    }

    /** Remembers the stage's place. */
    public void keep(Stage stage) {
        memory.keep(stage);
    }

    private void restoreTabs() {
        Optional<PageAddress> selectedBefore = memory.selectedTab();
        List<PageAddress> tabs = memory.tabs();
        restored = true;
        tabs.forEach(this::openDormantOrLive);
        selectedBefore.flatMap(pages::find).ifPresent(pages::select);
        if (!pages.pages().isEmpty()) {
            window.showWorkspace();
        } else if (!window.workspaceShown()) {
            features.focusScreen(features.welcome());
        }
    }

    // Connections

    @Override
    public void opened(ClusterSession session) {
        features.opened(session);
        String id = session.profile().id();
        for (OpenPage dormant : List.copyOf(pages.pages())) {
            if (dormant.address().profileId().equals(id)) {
                pages.replace(dormant, live(dormant.address(), session));
            }
        }
        window.showWorkspace();
        PageAddress first = followWhenOpen;
        if (first != null && first.profileId().equals(id)) {
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
        for (OpenPage live : List.copyOf(pages.pages())) {
            if (live.address().profileId().equals(session.profile().id())) {
                pages.replace(live, dormant(live.address()));
            }
        }
    }

    @Override
    public void changed() {
        toolbar.connections(connections.profiles());
        showContext();
    }

    private void showContext() {
        Optional<ConnectionProfile> profile = currentProfile();
        ConnectionHealth health =
                profile.map(known -> connections.health(known.id())).orElseGet(ConnectionHealth.Disconnected::new);
        contextBar.show(profile.orElse(null), health);
        toolbar.connected(!watch.sessions().isEmpty());
        Optional<ClusterSession> session = currentSession();
        String id = session.map(open -> open.profile().id()).orElse(null);
        if (id == null || !id.equals(bottomOf)) {
            bottomOf = id;
            bottomPanel.tabs(session.map(features::bottom).orElseGet(List::of));
        }
    }

    private Optional<ConnectionProfile> currentProfile() {
        return pages.selected()
                .flatMap(page -> connections.profile(page.address().profileId()))
                .or(() -> watch.sessions().stream().findFirst().map(ClusterSession::profile));
    }

    private Optional<ClusterSession> currentSession() {
        return pages.selected()
                .flatMap(page -> watch.session(page.address().profileId()))
                .or(() -> watch.sessions().stream().findFirst());
    }

    private List<ClusterSession> sessionsCurrentFirst() {
        List<ClusterSession> sessions = new ArrayList<>(watch.sessions());
        currentSession().ifPresent(current -> {
            sessions.remove(current);
            sessions.add(0, current);
        });
        return sessions;
    }

    @Override
    public void connect(ConnectionProfile profile) {
        if (watch.session(profile.id()).isPresent()) {
            window.showWorkspace();
        } else if (profile.id().equals(SandboxProfile.ID)) {
            startSandbox();
        } else {
            features.connect(profile);
        }
    }

    @Override
    public void sandboxReady(String bootstrapServer) {
        ConnectionProfile profile = connections.sandboxRuns(bootstrapServer);
        features.connect(profile);
        if (watch.session(profile.id()).isPresent()) {
            // The connection outlived its broker, so nobody will tell that it opened.
            window.showWorkspace();
        }
        if (pages.pages().stream().noneMatch(page -> page.address().profileId().equals(profile.id()))) {
            followWhenOpen = new PageAddress(PageAddress.Kind.TOPIC, profile.id(), "orders");
        }
    }

    // Pages

    @Override
    public void open(PageAddress address) {
        OpenPage page = openDormantOrLive(address);
        window.showWorkspace();
        page.page().focus();
    }

    private OpenPage openDormantOrLive(PageAddress address) {
        return pages.open(address, () -> watch.session(address.profileId())
                .map(session -> live(address, session))
                .orElseGet(() -> dormant(address)));
    }

    private OpenPage live(PageAddress address, ClusterSession session) {
        return new OpenPage(address, session.profile(), features.page(address, session));
    }

    private OpenPage dormant(PageAddress address) {
        Optional<ConnectionProfile> profile = connections.profile(address.profileId());
        boolean sandbox = address.profileId().equals(SandboxProfile.ID);
        String name = profile.map(ConnectionProfile::name).orElse(sandbox ? "sandbox" : "a deleted connection");
        Runnable connect = () -> connections
                .profile(address.profileId())
                .ifPresentOrElse(this::connect, sandbox ? this::startSandbox : this::connections);
        return new OpenPage(address, profile.orElse(null), new DormantPage(address, name, sandbox, connect));
    }

    private void selected(@Nullable OpenPage page) {
        window.showPage(page, noPage());
        showContext();
        rememberTabs();
    }

    private void rememberTabs() {
        if (!restored) {
            return;
        }
        memory.keepTabs(
                pages.pages().stream().map(OpenPage::address).toList(),
                pages.selected().map(OpenPage::address));
    }

    private Node noPage() {
        Label title = new Label("Nothing is open");
        title.getStyleClass().add("title-15");
        Label how = new Label("Choose a topic or a group at the left, or type its name.");
        how.getStyleClass().add("muted");
        Button choose = new Button("Open a topic\u2026");
        choose.setId("workspace-open");
        choose.getStyleClass().addAll("sv-button", "accent");
        choose.setOnAction(event -> consume());
        VBox box = new VBox(title, how, choose);
        box.getStyleClass().add("no-page");
        box.setAlignment(Pos.CENTER);
        return box;
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

    @Override
    public void resend(ClusterSession session, ConsumedRecord record) {
        PageAddress address = new PageAddress(
                PageAddress.Kind.PRODUCER,
                session.profile().id(),
                record.partition().topic());
        open(address);
        pages.find(address).ifPresent(page -> features.fill(page.page(), record));
    }

    private PaletteSource.Opener opener() {
        return new PaletteSource.Opener() {
            @Override
            public void open(PageAddress address) {
                Shell.this.open(address);
            }

            @Override
            public void goTo(ClusterSession session, PartitionOffset place) {
                Shell.this.goTo(session, place);
            }
        };
    }

    // Actions

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
    public void connections() {
        show(features.connections(), true);
    }

    @Override
    public void showConnections() {
        connections();
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
    public void showDialog(Node dialog) {
        window.showDialog(dialog);
    }

    @Override
    public void dismissDialog() {
        window.dismissDialog();
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
    public void welcome() {
        show(features.welcome(), false);
    }

    private void show(Node screen, boolean withToolbar) {
        window.showScreen(screen, withToolbar);
        features.focusScreen(screen);
    }

    @Override
    public void consume() {
        ask("Which topic do you want to watch?", typed -> paletteSource.topicsFor(PageAddress.Kind.TOPIC, typed));
    }

    @Override
    public void produce() {
        Optional<PageAddress> topic =
                pages.selected().map(OpenPage::address).filter(address -> address.kind() == PageAddress.Kind.TOPIC);
        topic.ifPresentOrElse(
                address -> open(new PageAddress(PageAddress.Kind.PRODUCER, address.profileId(), address.object())),
                () -> ask(
                        "Which topic do you want to send to?",
                        typed -> paletteSource.topicsFor(PageAddress.Kind.PRODUCER, typed)));
    }

    @Override
    public void groups() {
        ask("Which group do you want to see?", paletteSource::groupsOnly);
    }

    private void goAnywhere() {
        ask("Open a topic, a group or a record such as orders[3]@48210", paletteSource::all);
    }

    @Override
    public void palette() {
        ask("Type a command, a topic, a group or a record such as orders[3]@48210", paletteSource::all);
    }

    private void ask(String prompt, Function<String, List<PaletteEntry>> source) {
        palette.show(prompt, source);
        paletteSource.read(palette::refresh);
    }

    private void openAny(ClusterSession session, PageAddress.Kind kind) {
        if (kind == PageAddress.Kind.GROUP) {
            features.newGroup(session);
        }
    }

    @Override
    public void toggleSidebar() {
        window.toggleSidebar();
        rememberRegions();
    }

    @Override
    public void toggleInspector() {
        window.toggleInspector();
        rememberRegions();
    }

    private void rememberRegions() {
        memory.keepRegions(window.sidebarShown(), window.inspectorShown());
    }

    @Override
    public void toggleBottomPanel() {
        bottomPanel.toggle();
    }

    @Override
    public void settings() {
        settings.show();
    }

    @Override
    public void keys() {
        keys.show();
    }

    @Override
    public void refresh() {
        features.refreshSidebar();
    }

    @Override
    public void goToReference() {
        goAnywhere();
    }

    @Override
    public void focusRegion(int by) {
        new RegionCycle(window::regions).move(window.getScene().getFocusOwner(), by);
    }

    @Override
    public void closeTab() {
        pages.selected().ifPresent(pages::close);
    }

    @Override
    public void reopenTab() {
        pages.takeLastClosed().ifPresent(this::open);
    }

    /** Ends all that runs in the pages. */
    @Override
    public void close() {
        watch.close();
        pages.pages().forEach(page -> page.page().close());
        features.close();
    }
}
