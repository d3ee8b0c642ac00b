package dev.surveyor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MenuKeyViewTest {

    private ListView<String> list;
    private ContextMenu menu;
    private final List<ContextMenuEvent> requests = new ArrayList<>();

    @Start
    void start(Stage stage) {
        list = new ListView<>();
        menu = new ContextMenu(new MenuItem("Copy"));
        list.getItems().addAll("first", "second", "third");
        list.setContextMenu(menu);
        list.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, requests::add);
        Button other = new Button("Other");
        Scene scene = new Scene(new VBox(list, other), 300, 300);
        MenuKey.in(scene);
        Stages.show(stage, scene);
    }

    @Test
    void shift_and_f10_open_the_menu_of_what_has_the_focus_at_the_selected_row(FxRobot robot) {
        UiWait.runOnFx(() -> {
            list.requestFocus();
            list.getSelectionModel().select(1);
        });
        UiWait.frames(2);
        robot.press(KeyCode.SHIFT, KeyCode.F10).release(KeyCode.F10, KeyCode.SHIFT);

        UiWait.until("the menu", menu::isShowing);
        ContextMenuEvent request = requests.get(0);
        double height =
                UiWait.onFx(() -> list.lookup(".list-cell").getLayoutBounds().getHeight());
        assertThat(request.isKeyboardTrigger()).isTrue();
        assertThat(request.getY()).isBetween(height, 2 * height + 2);
        UiWait.runOnFx(menu::hide);
    }

    @Test
    void the_menu_key_does_the_same(FxRobot robot) {
        UiWait.runOnFx(list::requestFocus);
        robot.type(KeyCode.CONTEXT_MENU);

        UiWait.until("the menu", menu::isShowing);
        UiWait.runOnFx(menu::hide);
    }

    @Test
    void what_has_no_menu_shows_none(FxRobot robot) {
        robot.clickOn("Other");
        robot.type(KeyCode.CONTEXT_MENU);
        UiWait.frames(2);

        assertThat(menu.isShowing()).isFalse();
    }
}
