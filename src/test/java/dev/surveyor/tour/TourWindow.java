package dev.surveyor.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.app.SurveyorApplication;
import dev.surveyor.store.JsonSettings;
import dev.surveyor.store.PlatformFolders;
import dev.surveyor.testing.Await;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The running app under a scripted hand: finds controls by their ids, clicks, types, waits and takes pictures. */
final class TourWindow implements AutoCloseable {

    /** Patience for what a broker has a part in; a machine under load is slow, not broken. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FxRobot robot = new FxRobot();
    private final Path pictures;
    private final Stage stage;
    private final Application application;
    private final Size size;

    /** What a window may be asked to be: what it first is, and the least that it can be. */
    enum Size {
        WIDE(1_280, 800),
        NARROW(960, 600);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /** Starts the app with its folders below that one, in a window of that size. */
    TourWindow(Path home, Path pictures, Size size) throws TimeoutException {
        System.setProperty(PlatformFolders.HOME_PROPERTY, home.toString());
        remember(size);
        this.pictures = pictures;
        this.size = size;
        this.stage = FxToolkit.registerPrimaryStage();
        this.application = FxToolkit.setupApplication(SurveyorApplication.class);
        UiWait.until("the window shows", stage::isShowing);
        assertThat(UiWait.onFx(() -> stage.getScene().getWidth()))
                .as("width of the window")
                .isEqualTo(size.width);
    }

    /**
     * Lets the app find a window size of an earlier start: the headless toolkit stops drawing when a window is resized
     * while it draws, so the window has its size from the start.
     */
    private static void remember(Size size) {
        ScheduledExecutorService unused = Executors.newSingleThreadScheduledExecutor();
        try (JsonSettings settings = new JsonSettings(PlatformFolders.detect().settings(), unused, Clock.systemUTC())) {
            settings.put("window.bounds", "0 0 " + size.width + " " + size.height);
        } finally {
            unused.shutdownNow();
        }
    }

    FxRobot robot() {
        return robot;
    }

    Stage stage() {
        return stage;
    }

    /** Returns the visible control of that id, in any window. */
    Optional<Node> find(String id) {
        return UiWait.onFx(() -> robot.lookup("#" + id).queryAll().stream()
                .filter(node -> node.getScene() != null && isShown(node))
                .findFirst());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    Node node(String id) {
        until("#" + id + " is there", () -> find(id).isPresent());
        return find(id).orElseThrow();
    }

    void click(String id) {
        Node node = node(id);
        until("#" + id + " is enabled", () -> !node.isDisabled());
        robot.clickOn(node);
    }

    /** Puts the text into a field in place of what was there. */
    void type(String id, String text) {
        Node field = node(id);
        robot.clickOn(field);
        UiWait.runOnFx(() -> {
            if (field instanceof TextInputControl input) {
                input.selectAll();
            }
        });
        if (text.isEmpty()) {
            robot.type(KeyCode.DELETE);
        } else {
            robot.write(text, 0);
        }
    }

    /** Returns the words of the control, empty where there is none now. */
    String text(String id) {
        return find(id).map(node -> UiWait.onFx(() -> wordsOf(node))).orElse("");
    }

    private static String wordsOf(Node node) {
        if (node instanceof Labeled label) {
            return label.getText();
        }
        return node instanceof TextInputControl input ? input.getText() : String.valueOf(node);
    }

    TableView<?> table(String id) {
        return (TableView<?>) node(id);
    }

    /** Returns how many rows the table has, 0 where there is none now. */
    int rows(String id) {
        return find(id).map(table ->
                        UiWait.onFx(() -> ((TableView<?>) table).getItems().size()))
                .orElse(0);
    }

    /** Waits; where it waits in vain, a picture shows what was on the screen instead. Asks on the calling thread. */
    void until(String what, BooleanSupplier condition) {
        try {
            Await.until(what, PATIENCE, condition::getAsBoolean);
        } catch (AssertionError inVain) {
            Pictures.write(stage, pictures.resolve("failed-" + size.width + ".png"));
            throw inVain;
        }
    }

    /** Selects a row as a click on it does, so far as it is on the screen. */
    void selectRow(String id, int index) {
        TableView<?> table = table(id);
        UiWait.runOnFx(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(index);
        });
        UiWait.frames(3);
    }

    /** Types into a code area in place of what was there. */
    void writeCode(String id, String text) {
        Node area = node(id);
        robot.clickOn(area);
        robot.press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT);
        robot.write(text, 0);
    }

    /** Opens what the palette finds first for that text. */
    void goTo(String text) {
        click("context-command");
        type("palette-query", text);
        ListView<?> list = (ListView<?>) node("palette-list");
        UiWait.until(
                text + " is found",
                PATIENCE,
                () -> !list.getItems().isEmpty()
                        && list.getItems().get(0).toString().contains("title=" + text + ","));
        robot.type(KeyCode.ENTER);
    }

    /** Runs the item of that id in a menu that is open. */
    void choose(String itemId) {
        UiWait.until("menu item " + itemId, PATIENCE, () -> openItem(itemId).isPresent());
        UiWait.runOnFx(() -> openItem(itemId).ifPresent(MenuItem::fire));
        UiWait.runOnFx(() -> Set.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide));
    }

    private static Optional<MenuItem> openItem(String id) {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst();
    }

    /** Takes the picture in both themes. */
    void picture(String name) {
        for (String theme : List.of("light", "dark")) {
            TourTheme.show(theme);
            Path file = pictures.resolve(name + "-" + theme + "-" + size.width + ".png");
            Pictures.check(stage, file);
        }
        TourTheme.show("light");
    }

    /** Opens the inspector where a narrow window has folded it. */
    void unfoldInspector() {
        if (find("inspector-rail-value").isPresent()) {
            click("inspector-rail-value");
        }
    }

    /** Gives the page the room of the inspector again where the window is narrow. */
    void foldInspector() {
        if (size == Size.NARROW && find("inspector-close").isPresent()) {
            click("inspector-close");
        }
    }

    /** Closes the app as a user does, broker and all. */
    @Override
    public void close() throws TimeoutException {
        UiWait.runOnFx(() ->
                stage.fireEvent(new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
        FxToolkit.cleanupApplication(application);
    }
}
