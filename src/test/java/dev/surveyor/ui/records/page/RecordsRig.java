package dev.surveyor.ui.records.page;

import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.decode.SchemaSources;
import dev.surveyor.service.transfer.DragFiles;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.parts.Toasts;
import dev.surveyor.ui.records.FakeCluster;
import dev.surveyor.ui.records.RecordActions;
import dev.surveyor.ui.records.RecordStyles;
import dev.surveyor.ui.records.highlight.KeptRules;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.RecordTools;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualClock;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * A live table in a window of its own, as wide as it stands in the whole window, on a consumer that obeys the test. Opens
 * before each test and closes after it, inside of what {@code ApplicationExtension} does.
 */
@SuppressWarnings("NullAway.Init") // opened before each test
final class RecordsRig implements BeforeEachCallback, AfterEachCallback {

    static final Path DRAGGED = Path.of("target/dragged");

    final FakeCluster cluster = new FakeCluster();
    final FakeSettings settings = new FakeSettings();
    final FakeDialogs dialogs = new FakeDialogs();
    final FakeClipboards clipboards = new FakeClipboards();
    final ManualPulse pulse = new ManualPulse();
    final ManualClock clock = new ManualClock("2026-11-22T09:02:12Z");
    final Theme theme = new Theme();
    final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.ofHours(1));
    final BooleanProperty newestFirst = new SimpleBooleanProperty();
    final List<ConsumedRecord> exported = new ArrayList<>();
    final List<Asked> asked = new ArrayList<>();
    final DragFiles dragFiles = new DragFiles(DRAGGED, Runnable::run, clock);
    private final RecordTools tools = new RecordTools(
            settings,
            dialogs,
            clipboards,
            Platform::runLater,
            pulse,
            Runnable::run,
            clock,
            zone,
            new SimpleObjectProperty<>(26.0),
            newestFirst,
            new Decodings(settings, SchemaSources.NONE, List.of()),
            new KeptRules(settings));
    private final Toasts toasts = new Toasts(pulse, clock);
    Stage stage;
    RecordTableViewModel model;
    RecordsView view;

    @Override
    public void beforeEach(ExtensionContext test) throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        UiWait.runOnFx(() -> {
            theme.install();
            open(Subscription.to("orders"));
        });
    }

    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }

    /** Opens the table anew, as after a restart. JavaFX thread. */
    void open(Subscription subscription) {
        model = new RecordTableViewModel(subscription, cluster.session, tools, new BufferLimits(1_000, 1_000_000));
        model.consume().partitionCountProperty().set(6);
        view = new RecordsView(
                model,
                tools,
                new RecordActions(
                        session -> {},
                        record -> {},
                        (filter, scope) -> asked.add(new Asked(filter, scope)),
                        exported::addAll,
                        () -> {},
                        (what, undo, gone) -> toasts.show(what, "Undo", undo, gone),
                        dragFiles));
        Stages.show(stage, new Scene(new StackPane(window(), toasts), 1100, 700));
    }

    private BorderPane window() {
        HBox actions = new HBox(8);
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinHeight(32);
        actions.getChildren().addAll(view.tabActions(List.of()));
        HBox status = new HBox();
        status.getChildren().addAll(view.statusCounts());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        status.getChildren().add(gap);
        status.getChildren().addAll(view.statusState());
        status.setMinHeight(26);
        VBox page = new VBox(actions, view.content());
        VBox.setVgrow(view.content(), Priority.ALWAYS);
        BorderPane window = new BorderPane(page, null, view.inspector(), status, null);
        window.getStylesheets().add(RecordStyles.sheet());
        return window;
    }

    void close() {
        UiWait.runOnFx(view::close);
    }

    void poll(List<ConsumedRecord> batch) {
        cluster.consumer().poll(batch);
        tick();
    }

    void run(Runnable action) {
        UiWait.runOnFx(action);
        tick();
    }

    void tick() {
        UiWait.runOnFx(pulse::tick);
        UiWait.frames(2);
    }

    void picture(String name) {
        Pictures.inBothThemes(stage, theme, "records-" + name);
    }

    @SuppressWarnings("unchecked")
    TableView<LogEntry> table() {
        return (TableView<LogEntry>) view.content().lookup("#records-table");
    }

    /** Opens a menu, then chooses the item of that id, in whichever menu of it that is. */
    static void choose(FxRobot robot, String button, String item) {
        MenuButton menu = robot.lookup(button).queryAs(MenuButton.class);
        robot.clickOn(button);
        UiWait.until("the menu is open", menu::isShowing);
        robot.interact(() -> {
            Objects.requireNonNull(find(menu.getItems(), item), item).fire();
            menu.hide();
        });
    }

    static @Nullable MenuItem find(List<MenuItem> items, String id) {
        for (MenuItem item : items) {
            if (id.equals(item.getId())) {
                return item;
            }
            MenuItem inside = item instanceof Menu menu ? find(menu.getItems(), id) : null;
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    /** What a search was asked for. */
    record Asked(String filter, SearchScope scope) {}
}
