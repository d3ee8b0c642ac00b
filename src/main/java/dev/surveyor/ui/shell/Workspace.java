package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.connection.SandboxProfile;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.page.HandsOver;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.StartsReading;
import dev.surveyor.ui.page.Workbench;
import dev.surveyor.ui.parts.Toasts;
import dev.surveyor.ui.topics.SidebarViewModel;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps connections, tabs and screens in step with each other: what comes into sight when a connection comes up or goes.
 * For the JavaFX thread only.
 */
final class Workspace implements ConnectionWatch.Listener {

    private final ConnectionService connections;
    private final UiExecutor ui;
    private final MainWindow window;
    private final Workbench workbench;
    private final Toasts notices;
    private final OpenPages pages;
    private final Tabs tabs;
    private final ConnectionWatch watch;
    private final ConnectionAtHand atHand;
    private final SessionLists lists;
    private final SidebarViewModel sidebar;
    private @Nullable Screens screens;
    private @Nullable PageAddress followWhenOpen;

    Workspace(
            ConnectionService connections,
            UiExecutor ui,
            MainWindow window,
            Workbench workbench,
            Toasts notices,
            OpenPages pages,
            Tabs tabs,
            ConnectionWatch watch,
            ConnectionAtHand atHand,
            SessionLists lists,
            SidebarViewModel sidebar) {
        this.connections = connections;
        this.ui = ui;
        this.window = window;
        this.workbench = workbench;
        this.notices = notices;
        this.pages = pages;
        this.tabs = tabs;
        this.watch = watch;
        this.atHand = atHand;
        this.lists = lists;
        this.sidebar = sidebar;
    }

    /**
     * Shows the welcome screen, and the tabs of the last time as soon as the profiles are read; follows the connections
     * from now on. Called once, before anything else.
     *
     * @param messages what is to be said at the start
     */
    void begin(Screens toShow, List<String> messages) {
        screens = toShow;
        watch.begin(this);
        toShow.showWelcome();
        connections.onMessage(message -> ui.execute(() -> say(message)));
        ui.whenDone(connections.load(), (found, thrown) -> {
            messages.forEach(this::say);
            if (found != null) {
                found.forEach(this::say);
            }
            restoreTabs();
        });
    }

    private Screens screens() {
        return Objects.requireNonNull(screens, "not begun");
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
            screens().expectSandbox();
        }
    }

    // Connections

    @Override
    public void opened(ClusterSession session) {
        sidebar.addSession(session);
        lists.add(session);
        tabs.opened(session);
        window.showWorkspace();
        PageAddress first = followWhenOpen;
        if (first != null && first.profileId().equals(session.profile().id())) {
            followWhenOpen = null;
            workbench.open(first, StartsReading.class, StartsReading::startReading);
            focus();
        }
    }

    @Override
    public void closed(ClusterSession session) {
        sidebar.removeSession(session.profile().id());
        lists.remove(session);
        tabs.closed(session);
    }

    @Override
    public void changed() {
        atHand.show();
    }

    /** Connects to what a tab is about, which may be a sandbox that was never started, or was deleted. */
    void connect(String profileId) {
        connections
                .profile(profileId)
                .ifPresentOrElse(
                        this::connect,
                        profileId.equals(SandboxProfile.ID) ? this::startSandbox : this::showConnections);
    }

    /** Shows the workspace of a connection that is open, and opens one that is not. */
    void connect(ConnectionProfile profile) {
        if (watch.session(profile.id()).isPresent()) {
            window.showWorkspace();
        } else if (profile.id().equals(SandboxProfile.ID)) {
            startSandbox();
        } else {
            ui.whenDone(screens().connect(profile), (session, thrown) -> {
                // Somebody may be in the palette or a dialog meanwhile.
                if (thrown == null && !window.covered()) {
                    focus();
                }
            });
        }
    }

    /** Starts the sandbox, and connects to it when it runs. */
    void startSandbox() {
        // Over open tables the card at the foot of the sidebar tells how it goes; the rows stay in sight.
        if (watch.session(SandboxProfile.ID).isPresent()) {
            window.showWorkspace();
        } else {
            showWelcome();
        }
        screens().startSandbox();
    }

    /** Connects to the sandbox, which runs now; the tabs of one that ran elsewhere go on with what they show. */
    CompletableFuture<?> sandboxReady(String bootstrapServer) {
        boolean wasOpen = connections.session(SandboxProfile.ID).isPresent();
        ConnectionProfile profile = connections.sandboxRuns(bootstrapServer);
        if (wasOpen && connections.session(profile.id()).isEmpty()) {
            tabs.of(profile.id()).forEach(tab -> tab.page().as(HandsOver.class).ifPresent(HandsOver::handOver));
            workbench.notice("The sandbox runs at a new address, " + bootstrapServer + ". Its tabs go on there.");
        }
        CompletableFuture<?> connected = screens().connect(profile);
        if (watch.session(profile.id()).isPresent()) {
            // The connection outlived its broker, so nobody will tell that it opened.
            window.showWorkspace();
        }
        if (tabs.of(profile.id()).isEmpty()) {
            followWhenOpen = new PageAddress(PageAddress.Kind.TOPIC, profile.id(), "orders");
        }
        return connected;
    }

    // What is in sight

    void showWelcome() {
        screens().showWelcome();
    }

    void showConnections() {
        screens().showConnections();
    }

    /** Shows the form of a new connection. */
    void addConnection() {
        screens().addConnection();
    }

    /** Goes back to the tabs from a screen; to the welcome where there is nothing to go back to. */
    void show() {
        if (pages.pages().isEmpty() && watch.sessions().isEmpty()) {
            showWelcome();
        } else {
            window.showWorkspace();
        }
    }

    /** Puts the focus where a user would begin in what is in sight. */
    void focus() {
        if (window.workspaceShown()) {
            window.focusPage();
        } else {
            screens().focus();
        }
    }
}
