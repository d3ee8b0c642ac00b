package dev.surveyor.tour;

import dev.surveyor.app.SurveyorApplication;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The running app under a scripted hand: finds controls by their ids, clicks, types, waits and takes pictures. */
final class TourWindow implements AutoCloseable {

    /** Patience for what a broker has a part in; a machine under load is slow, not broken. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int WIDE = 1_280;
    private static final int NARROW = 960;

    private final FxRobot robot = new FxRobot();
    private final Path pictures;
    private final Stage stage;
    private final Application application;
    private final Stage narrow;

    /** Starts the app with empty folders below that one. */
    TourWindow(Path home, Path pictures) throws TimeoutException {
        System.setProperty("surveyor.home", home.toString());
        this.pictures = pictures;
        this.stage = FxToolkit.registerPrimaryStage();
        this.application = FxToolkit.setupApplication(SurveyorApplication.class);
        UiWait.until("the window shows", stage::isShowing);
        this.narrow = UiWait.onFx(TourWindow::narrowStage);
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

    String text(String id) {
        Node node = node(id);
        return UiWait.onFx(() -> node instanceof Labeled label
                ? label.getText()
                : node instanceof TextInputControl input ? input.getText() : String.valueOf(node));
    }

    TableView<?> table(String id) {
        return (TableView<?>) node(id);
    }

    int rows(String id) {
        return UiWait.onFx(() -> table(id).getItems().size());
    }

    /** Waits; where it waits in vain, a picture shows what was on the screen instead. */
    void until(String what, BooleanSupplier condition) {
        try {
            UiWait.until(what, PATIENCE, condition);
        } catch (AssertionError inVain) {
            Pictures.write(stage, pictures.resolve("failed.png"));
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

    /** Takes the picture in both themes and both sizes. */
    void picture(String name) {
        picturesOf(stage, name, WIDE);
        Node focus = UiWait.onFx(() -> stage.getScene().getFocusOwner());
        UiWait.runOnFx(() -> move(stage, narrow));
        UiWait.runOnFx(narrow::show);
        picturesOf(narrow, name, NARROW);
        UiWait.runOnFx(narrow::hide);
        UiWait.runOnFx(() -> move(narrow, stage));
        UiWait.frames(2);
        UiWait.runOnFx(() -> {
            stage.requestFocus();
            if (focus != null) {
                focus.requestFocus();
            }
        });
    }

    private void picturesOf(Stage shown, String name, int width) {
        for (String theme : List.of("light", "dark")) {
            TourTheme.show(theme);
            Path file = pictures.resolve(name + "-" + theme + "-" + width + ".png");
            Pictures.write(shown, file);
            Pictures.assertReadable(file);
        }
        TourTheme.show("light");
    }

    /**
     * Puts the window's content into a stage of the other size. The headless toolkit stops drawing when a stage is
     * resized while it draws, so each stage keeps its size.
     */
    private static void move(Stage from, Stage to) {
        Parent content = from.getScene().getRoot();
        from.getScene().setRoot(new Pane());
        to.getScene().setRoot(content);
    }

    private static Stage narrowStage() {
        Stage made = new Stage();
        made.setScene(new Scene(new Pane(), NARROW, 600));
        return made;
    }

    /** Closes the app as a user does, broker and all. */
    @Override
    public void close() throws TimeoutException {
        UiWait.runOnFx(() ->
                stage.fireEvent(new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
        FxToolkit.cleanupApplication(application);
    }
}
