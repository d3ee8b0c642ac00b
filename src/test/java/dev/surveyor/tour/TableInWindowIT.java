package dev.surveyor.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.Gestures;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a live table and the window around it do together, with pictures: clear and undo, menus, the palette, dragging. */
@Tag("tour")
class TableInWindowIT {

    private static final Path PICTURES = Path.of(System.getProperty("tour.dir", "target/tour"));

    private static final Duration LONG = Duration.ofSeconds(90);

    @ParameterizedTest
    @EnumSource
    void a_table_and_its_window_work_together(TourWindow.Size size, @TempDir Path home) throws Exception {
        try (TourWindow window = new TourWindow(home, PICTURES, size)) {
            window.click("welcome-start-sandbox");
            UiWait.until("the first record", LONG, () -> window.rows("records-table") > 0);
            window.type("sandbox-rate", "50");
            window.robot().type(KeyCode.ENTER);
            window.until("40 rows", () -> window.rows("records-table") >= 40);
            window.click("records-run");
            window.until("stopped", () -> window.text("records-state").equals("Stopped"));

            clearAndUndo(window);
            menus(window);
            palette(window);
            dragToProducer(window);
        }
    }

    private static void clearAndUndo(TourWindow window) {
        int rows = window.rows("records-table");
        clear(window);
        window.until("no rows", () -> window.rows("records-table") == 0);
        assertThat(window.text("toast-text")).isEqualTo("Cleared " + rows + " records");
        window.picture("31-cleared");
        window.click("toast-action");
        window.until("the rows are back", () -> window.rows("records-table") == rows);
        assertThat(window.find("toast-text")).isEmpty();
    }

    private static void clear(TourWindow window) {
        MenuButton more = (MenuButton) window.node("records-more");
        UiWait.runOnFx(() -> more.getItems().stream()
                .filter(item -> "records-clear".equals(item.getId()))
                .forEach(item -> item.fire()));
        UiWait.frames(3);
    }

    private static void menus(TourWindow window) {
        window.selectRow("records-table", window.rows("records-table") - 3);
        Gestures.contextMenu(row(window, window.rows("records-table") - 3));
        window.until("the menu", TableInWindowIT::menuIsOpen);
        window.picture("32-record-menu");
        hidePopups();
        TableView<?> table = window.table("records-table");
        UiWait.runOnFx(() -> {
            ContextMenu head = Objects.requireNonNull(table.getColumns().get(1).getContextMenu());
            head.show(table, 260, 190);
        });
        UiWait.frames(3);
        window.picture("33-head-menu");
        hidePopups();
    }

    private static void palette(TourWindow window) {
        window.click("context-command");
        window.type("palette-query", "record");
        window.picture("34-record-commands");
        window.robot().type(KeyCode.ESCAPE);
        window.goTo("Mark");
        window.goTo("Remove mark");
    }

    private static void dragToProducer(TourWindow window) {
        int last = window.rows("records-table") - 3;
        UiWait.runOnFx(() -> window.table("records-table").getSelectionModel().clearAndSelect(last));
        window.click("toolbar-produce");
        window.node("producer-page");
        window.click("tab-orders");
        window.until("the table is back", () -> window.rows("records-table") > 0);
        drag(window, row(window, last), window.node("tab-produce-orders"));
        window.until("the form is filled", () -> value(window).contains("\"status\":"));
        window.picture("35-dragged-record");
    }

    private static String value(TourWindow window) {
        CodeArea value = (CodeArea) window.node("producer-value");
        return UiWait.onFx(() -> value.getText());
    }

    private static void drag(TourWindow window, Node from, Node to) {
        window.robot().moveTo(from).press(MouseButton.PRIMARY);
        UiWait.frames(3);
        window.robot().moveBy(15, 3).moveTo(to);
        window.robot().release(MouseButton.PRIMARY);
        UiWait.frames(3);
    }

    private static Node row(TourWindow window, int index) {
        return window.robot()
                .lookup(node -> node instanceof TableRow<?> row && row.getIndex() == index && shown(row))
                .query();
    }

    private static boolean shown(IndexedCell<?> cell) {
        return !cell.isEmpty() && cell.isVisible() && cell.getScene() != null;
    }

    private static boolean menuIsOpen() {
        return UiWait.onFx(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
    }

    private static void hidePopups() {
        UiWait.runOnFx(() -> Set.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide));
    }
}
