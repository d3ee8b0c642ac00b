package dev.surveyor.ui.shell;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.connection.SandboxProfile;
import dev.surveyor.ui.fx.FocusHeir;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.fx.StagePlace;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.fx.Zoom;
import dev.surveyor.ui.groups.NewGroup;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.Workbench;
import dev.surveyor.ui.parts.RunningTasks;
import dev.surveyor.ui.parts.Toasts;
import dev.surveyor.ui.settings.Preferences;
import dev.surveyor.ui.settings.SettingsView;
import dev.surveyor.ui.settings.SettingsViewModel;
import dev.surveyor.ui.shell.palette.CommandPalette;
import dev.surveyor.ui.shell.palette.KeysTable;
import dev.surveyor.ui.shell.palette.PaletteSource;
import dev.surveyor.ui.shell.palette.Questions;
import dev.surveyor.ui.shell.palette.Shortcut;
import dev.surveyor.ui.topics.SandboxCardViewModel;
import dev.surveyor.ui.topics.SidebarLinks;
import dev.surveyor.ui.topics.SidebarView;
import dev.surveyor.ui.topics.SidebarViewModel;
import dev.surveyor.ui.topics.TopicDrop;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The window as a whole: makes its parts in the order in which they need each other, and ties them together when it
 * begins. Reads like a table of contents. For the JavaFX thread only.
 */
public final class Shell implements AutoCloseable {

    private final List<String> startMessages;
    private final UiExecutor ui;
    private final Sheets sheets;
    private final WindowMemory memory;
    private final Zoom zoom;
    private final OpenPages pages = new OpenPages();
    private final ConnectionWatch watch;
    private final SessionLists lists;
    private final SidebarViewModel sidebar;
    private final ContextBar contextBar = new ContextBar();
    private final Toolbar toolbar = new Toolbar();
    private final TroubleBar troubles;
    private final TabStrip tabStrip;
    private final StatusBar statusBar;
    private final MainWindow window;
    private final Tabs tabs;
    private final ConnectionAtHand connectionAtHand;
    private final Closing closing;
    private final Workspace workspace;
    private final Screens screens;
    private final SidebarView sidebarView;
    private final TopicAtHand topicAtHand;
    private final ShellActions actions;
    private final Commands commands;
    private @Nullable StagePlace place;

    /** Makes the window; nothing is connected and no tab is open yet. */
    public Shell(ShellServices services) {
        startMessages = services.messages();
        ui = services.ui();
        sheets = services.sheets();
        memory = new WindowMemory(services.settings());
        Preferences preferences = new Preferences(services.settings());
        follow(services.theme(), preferences);
        zoom = new Zoom(preferences.zoomProperty());
        Toolkit toolkit = toolkit(services, preferences);
        RunningTasks tasks = new RunningTasks(services.clock());
        Toasts notices = new Toasts(services.pulse(), services.clock());
        CommandPalette palette = new CommandPalette();
        BottomPanel bottomPanel = new BottomPanel();

        watch = new ConnectionWatch(services.connections(), ui);
        CurrentConnection current = new CurrentConnection(pages, watch, services.connections());
        ClosingViewModel closingQuestion = new ClosingViewModel(services.pulse());
        new ClosingSheet(closingQuestion).over(sheets);
        closing = new Closing(closingQuestion, pages, tasks, services.connections());
        lists = new SessionLists(toolkit, services.clientLog());
        sidebar = new SidebarViewModel(services.ui(), services.pulse(), services.clock());
        connectionAtHand =
                new ConnectionAtHand(services.connections(), watch, current, lists, contextBar, toolbar, bottomPanel);

        troubles = new TroubleBar(services.clipboards());
        tabStrip = new TabStrip(pages, closing::closeTab);
        statusBar = new StatusBar(
                services.version(),
                () -> new Times(preferences.zone().getValue()).zoneName(),
                () -> bottomPanel.open("Problems"));
        statusBar.tasks(tasks.all());
        window = new MainWindow(
                contextBar, toolbar, troubles, tabStrip, bottomPanel, statusBar, List.of(palette, sheets, notices));

        tabs = new Tabs(pages, memory, services.connections(), watch);
        Workbench workbench = new WindowWorkbench(tabs, window, sheets, notices, tasks, lists);
        workspace = new Workspace(
                services.connections(),
                ui,
                window,
                workbench,
                notices,
                pages,
                tabs,
                watch,
                connectionAtHand,
                lists,
                sidebar);
        tabs.begin(
                PageFactories.of(toolkit, workbench, preferences, services.decodings(), services.dragFiles()),
                workspace::connect);
        screens = Screens.of(services, preferences, window, workspace, closing, lists);
        sidebarView = new SidebarView(
                sidebar,
                sandboxCard(services),
                new SidebarLinks(workbench, workspace::startSandbox, workspace::addConnection),
                services.clipboards());
        window.setSidebar(sidebarView);
        window.acceptDrops(new TopicDrop(workbench::open));

        NewGroup newGroup = new NewGroup(services.dialogs(), workbench);
        Questions questions =
                new Questions(palette, new PaletteSource(ui, current::sessionsCurrentFirst, newGroup::ask, workbench));
        topicAtHand = new TopicAtHand(pages, workbench, questions);
        actions = new WindowActions(
                workspace,
                workbench,
                pages,
                closing,
                window,
                memory,
                bottomPanel,
                sidebar,
                zoom,
                sheets,
                settings(preferences),
                new InfoSheet("keys", "Keys", new KeysTable()));
        commands = new Commands(actions, topicAtHand, questions, services.connections(), pages);
    }

    private static void follow(Theme theme, Preferences preferences) {
        preferences.themeProperty().addListener((property, old, now) -> theme.choiceProperty()
                .set(now));
        theme.choiceProperty().set(preferences.themeProperty().get());
    }

    private static Toolkit toolkit(ShellServices services, Preferences preferences) {
        return new Toolkit(
                services.ui(),
                services.pulse(),
                services.background(),
                services.clock(),
                preferences.zone(),
                services.dialogs(),
                services.clipboards(),
                services.settings());
    }

    private static SandboxCardViewModel sandboxCard(ShellServices services) {
        return new SandboxCardViewModel(services.sandbox(), services.ui(), () -> services.dialogs()
                .about(services.connections()
                        .profile(SandboxProfile.ID)
                        .orElseGet(() -> SandboxProfile.of("127.0.0.1:9092"))));
    }

    private static Sheet settings(Preferences preferences) {
        Sheet settings = new InfoSheet("settings", "Settings", new SettingsView(new SettingsViewModel(preferences)));
        settings.wordsProperty().set("each applies at once and is remembered");
        return settings;
    }

    /** Returns the root of the window's scene. */
    public Parent root() {
        return window;
    }

    /** Gives the stage its place and its keys, and brings back the tabs of the last time, nothing running. */
    public void attach(Stage stage) {
        place = memory.restore(stage);
        for (Shortcut shortcut : Shortcut.values()) {
            stage.getScene().getAccelerators().put(shortcut.combination(), () -> commands.run(shortcut));
        }
        begin();
    }

    private void begin() {
        contextBar.begin(commands::palette);
        toolbar.begin(actions, topicAtHand);
        tabStrip.begin(commands::goTo);
        sheets.passOn(key -> Arrays.stream(Shortcut.values())
                .anyMatch(each -> each.zooms() && each.combination().match(key)));
        sheets.whenFocusIsNowhere(workspace::focus);
        FocusHeir.keep(window, ui, workspace::focus);
        window.rememberSizes(memory.settings());
        window.regions(memory.sidebarShown(), memory.inspectorShown());
        pages.selectedProperty().addListener((property, old, now) -> selected(now));
        selected(null);
        lists.problemCount().addListener((property, old, now) -> statusBar.problems(now.intValue()));
        workspace.begin(screens, startMessages);
    }

    private void selected(@Nullable OpenPage page) {
        window.showPage(page, new NoPage(topicAtHand::consume));
        if (page != null) {
            PageAddress address = page.address();
            sidebarView.point(address.profileId(), address.kind() == PageAddress.Kind.GROUP, address.object());
        }
        connectionAtHand.show();
    }

    /**
     * Hides the stage and remembers its place. Where that would cut off records on their way, or a file, the user is
     * asked first, and it stays until there is an answer.
     */
    public void close(Stage stage) {
        closing.closeWindow(() -> {
            if (place != null) {
                memory.keep(place, stage.isMaximized());
            }
            // Later: the toolkit on Linux goes on with the window when the key has been handled that was answered with.
            ui.execute(stage::hide);
        });
    }

    /** Says something about the files of the program, until somebody closes it. */
    public void say(String message) {
        workspace.say(message);
    }

    /** Says why the settings are not saved; null when they are. */
    public void settingsTrouble(@Nullable BrokerFailure failure) {
        troubles.settings(failure);
    }

    /** Says that something failed that nobody expected, and keeps it under Problems. */
    public void crashed(BrokerFailure failure) {
        troubles.crash(failure);
        lists.report("Surveyor", failure);
    }

    /** Ends all that runs in the pages. */
    @Override
    public void close() {
        zoom.close();
        if (place != null) {
            place.close();
        }
        watch.close();
        pages.pages().forEach(page -> page.page().close());
        screens.close();
        sidebar.close();
        lists.close();
    }
}
