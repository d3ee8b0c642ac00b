package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.ui.fx.FocusHeir;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.fx.StagePlace;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.fx.Zoom;
import dev.surveyor.ui.parts.Toasts;
import dev.surveyor.ui.settings.Preferences;
import dev.surveyor.ui.settings.SettingsView;
import dev.surveyor.ui.settings.SettingsViewModel;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Parent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The window as a whole: puts its bars around the workspace, and is the one place where bars, keys and palette get
 * their actions from. For the JavaFX thread only.
 */
public final class Shell implements ShellActions, AutoCloseable {

    private final ConnectionService connections;
    private final WindowMemory memory;
    private final OpenPages pages = new OpenPages();
    private final CommandPalette palette = new CommandPalette();
    private final UiExecutor ui;
    private final Sheets sheets;
    private final Sheet keys = new InfoSheet("keys", "Keys", new KeysTable());
    private final Sheet settings;
    private final Zoom zoom;
    private final ClosingViewModel closing;
    private final BottomPanel bottomPanel = new BottomPanel();
    private final ContextBar contextBar = new ContextBar(this::palette);
    private final Toolbar toolbar = new Toolbar(this);
    private final TroubleBar troubles;
    private final StatusBar statusBar;
    private final MainWindow window;
    private final Workspace workspace;
    private final Commands commands;
    private final Questions questions;
    private final TopicAtHand topicAtHand;
    private final ConnectionAtHand connectionAtHand;
    private @Nullable StagePlace place;

    /** Makes the window; nothing is connected and no tab is open yet. */
    public Shell(ShellServices services) {
        this.connections = services.connections();
        this.ui = services.ui();
        this.sheets = services.sheets();
        this.memory = new WindowMemory(services.settings());
        Preferences preferences = new Preferences(services.settings());
        this.zoom = new Zoom(preferences.zoomProperty());
        this.settings = new InfoSheet("settings", "Settings", new SettingsView(new SettingsViewModel(preferences)));
        settings.wordsProperty().set("each applies at once and is remembered");
        this.statusBar = new StatusBar(
                services.version(),
                () -> new Times(preferences.zone().getValue()).zoneName(),
                () -> bottomPanel.open("Problems"));
        this.troubles = new TroubleBar(services.clipboards());
        Toasts notices = new Toasts(services.pulse(), services.clock());
        this.closing = new ClosingViewModel(services.pulse());
        new ClosingSheet(closing).over(sheets);
        this.window = new MainWindow(
                contextBar,
                toolbar,
                troubles,
                new TabStrip(pages, this::closeTab, this::goToReference),
                bottomPanel,
                statusBar,
                List.of(palette, sheets, notices));
        this.workspace = new Workspace(services, preferences, window, notices, pages, memory, this, this::showContext);
        statusBar.tasks(workspace.tasks().all());
        this.commands = new Commands(this, connections, pages);
        this.questions = new Questions(
                palette,
                new PaletteSource(
                        services.ui(),
                        workspace.current()::sessionsCurrentFirst,
                        commands::entries,
                        workspace.features()::newGroup,
                        workspace));
        this.topicAtHand = new TopicAtHand(pages, workspace, questions);
        this.connectionAtHand = new ConnectionAtHand(connections, workspace, contextBar, toolbar, bottomPanel);
        bind();
    }

    private void bind() {
        sheets.passOn(key -> Arrays.stream(Shortcut.values())
                .anyMatch(each -> each.zooms() && each.combination().match(key)));
        sheets.whenFocusIsNowhere(workspace::focus);
        FocusHeir.keep(window, ui, workspace::focus);
        window.rememberSizes(memory.settings());
        window.regions(memory.sidebarShown(), memory.inspectorShown());
        pages.selectedProperty().addListener((property, old, now) -> selected(now));
        selected(null);
        workspace.features().problemCount().addListener((property, old, now) -> statusBar.problems(now.intValue()));
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
        workspace.begin();
    }

    /**
     * Hides the stage and remembers its place. Where that would cut off records on their way, or a file, the user is
     * asked first, and it stays until there is an answer.
     */
    public void close(Stage stage) {
        closing.close("Close Surveyor?", workspace::unfinished, () -> {
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
        workspace.features().report("Surveyor", failure);
    }

    private void selected(@Nullable OpenPage page) {
        window.showPage(page, new NoPage(this::consume));
        if (page != null) {
            workspace.features().pointAt(page.address());
        }
        showContext();
    }

    private void showContext() {
        connectionAtHand.show();
    }

    // Actions: what is open

    @Override
    public void connect(ConnectionProfile profile) {
        workspace.connect(profile);
    }

    @Override
    public void open(PageAddress address) {
        workspace.open(address);
    }

    @Override
    public void startSandbox() {
        workspace.startSandbox();
    }

    @Override
    public void connections() {
        workspace.showConnections();
    }

    @Override
    public void welcome() {
        workspace.welcome();
    }

    @Override
    public void closeTab() {
        pages.selected().ifPresent(this::closeTab);
    }

    @Override
    public void disconnect(ConnectionProfile profile) {
        closing.disconnect(
                "Disconnect from " + profile.name() + "?",
                () -> workspace.unfinished(profile),
                () -> connections.disconnect(profile.id()));
    }

    private void closeTab(OpenPage page) {
        closing.close(
                "Close " + page.page().titleProperty().get() + "?", page.page()::unfinished, () -> pages.close(page));
    }

    @Override
    public void reopenTab() {
        pages.takeLastClosed().ifPresent(this::open);
    }

    @Override
    public void refresh() {
        workspace.features().refreshSidebar();
    }

    // Actions: what is asked

    @Override
    public void consume() {
        topicAtHand.consume();
    }

    @Override
    public void consumeSeveral() {
        questions.topicsToWatchTogether();
    }

    @Override
    public void produce() {
        topicAtHand.produce();
    }

    @Override
    public void search() {
        topicAtHand.search();
    }

    @Override
    public void export() {
        topicAtHand.export();
    }

    @Override
    public void importRecords() {
        topicAtHand.importRecords();
    }

    @Override
    public void groups() {
        topicAtHand.group();
    }

    @Override
    public void palette() {
        questions.anything();
    }

    @Override
    public void goToReference() {
        questions.where();
    }

    // Actions: what is in sight

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
    public void zoom(int by) {
        Window stage = window.getScene().getWindow();
        if (by == 0) {
            zoom.reset();
        } else {
            zoom.step(by, stage);
        }
        if (by > 0 && zoom.lacking(stage) > 0) {
            workspace.notice("This window has no room for a larger size; a larger window has.");
        }
    }

    @Override
    public void settings() {
        sheets.show(settings);
    }

    @Override
    public void keys() {
        sheets.show(keys);
    }

    @Override
    public void focusRegion(int by) {
        new RegionCycle(window::regions).move(window.getScene().getFocusOwner(), by);
    }

    /** Ends all that runs in the pages. */
    @Override
    public void close() {
        zoom.close();
        if (place != null) {
            place.close();
        }
        workspace.close();
    }
}
