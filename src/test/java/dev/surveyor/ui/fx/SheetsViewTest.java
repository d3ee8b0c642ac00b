package dev.surveyor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What keys, clicks and the focus do while dialogs lie over the window. */
@ExtendWith(ApplicationExtension.class)
class SheetsViewTest {

    private static final KeyCombination CTRL_K = new KeyCodeCombination(KeyCode.K, KeyCombination.CONTROL_DOWN);
    private static final KeyCombination CTRL_PLUS = new KeyCodeCombination(KeyCode.PLUS, KeyCombination.CONTROL_DOWN);

    private final List<String> done = new ArrayList<>();
    private final Sheets sheets = new Sheets();
    private TextField under;
    private Button underButton;
    private VBox window;

    @Start
    void start(Stage stage) {
        new Theme().install();
        under = new TextField();
        underButton = new Button("_Under");
        window = new VBox(under, underButton);
        underButton.setOnAction(event -> done.add("under"));
        Scene scene = new Scene(new StackPane(window, sheets), 800, 500);
        scene.getAccelerators().put(CTRL_K, () -> done.add("palette"));
        scene.getAccelerators().put(CTRL_PLUS, () -> done.add("larger"));
        sheets.passOn(CTRL_PLUS::match);
        Stages.show(stage, scene);
        under.requestFocus();
    }

    /** A dialog with a field, a button that closes it and an action. */
    private Sheet sheet(String name) {
        Sheet sheet = new Sheet(name, name, 400);
        TextField field = new TextField();
        field.setId(name + "-field");
        sheet.add(field);
        sheet.closing(name + "-cancel", "Cancel");
        sheet.action(name + "-ok", "_Okay", () -> {
            done.add(name);
            sheet.close();
        });
        sheet.beginAt(field);
        return sheet;
    }

    private Sheet show(String name) {
        Sheet sheet = sheet(name);
        UiWait.runOnFx(() -> sheets.show(sheet));
        UiWait.frames(2);
        return sheet;
    }

    private static String focused(FxRobot robot) {
        return UiWait.onFx(() -> {
            Node owner = robot.window(0).getScene().getFocusOwner();
            return owner == null ? "nothing" : String.valueOf(owner.getId());
        });
    }

    @Test
    void the_focus_stays_within_and_goes_back(FxRobot robot) {
        show("a");
        assertThat(focused(robot)).isEqualTo("a-field");
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            robot.type(KeyCode.TAB);
            order.add(focused(robot));
        }
        assertThat(order).containsExactly("a-cancel", "a-ok", "a-x", "a-field", "a-cancel");
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertThat(focused(robot)).isEqualTo("a-x");
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertThat(focused(robot)).isEqualTo("a-ok");
        robot.type(KeyCode.ESCAPE);
        assertThat(UiWait.onFx(under::isFocused)).isTrue();
    }

    @Test
    void escape_closes_one_level(FxRobot robot) {
        show("a");
        show("b");
        robot.type(KeyCode.ESCAPE);
        assertThat(UiWait.onFx(() -> robot.lookup("#b-field").tryQuery().isPresent()))
                .isFalse();
        assertThat(focused(robot)).isEqualTo("a-field");
        robot.type(KeyCode.ESCAPE);
        assertThat(UiWait.onFx(sheets::top)).isNull();
        robot.type(KeyCode.ESCAPE);
        assertThat(UiWait.onFx(under::isFocused)).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void enter_runs_the_action_from_a_field_and_what_has_the_focus_else(FxRobot robot) {
        show("a");
        robot.write("typed").type(KeyCode.ENTER);
        assertThat(done).containsExactly("a");
        show("b");
        robot.type(KeyCode.TAB).type(KeyCode.ENTER);
        assertThat(done).containsExactly("a");
        assertThat(UiWait.onFx(sheets::top)).isNull();
    }

    @Test
    void enter_runs_the_action_from_a_choice_too_which_keeps_as_it_is(FxRobot robot) {
        for (ButtonBase choice : List.of(new ToggleButton("Rows"), new RadioButton("End"), new CheckBox("Mark"))) {
            done.clear();
            Sheet sheet = sheet("a");
            UiWait.runOnFx(() -> {
                sheet.add(choice);
                sheet.beginAt(choice);
                choice.addEventHandler(ActionEvent.ACTION, event -> done.add("chosen"));
                sheets.show(sheet);
            });
            UiWait.frames(2);
            robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
            assertThat(done).containsExactly("chosen", "a");
            assertThat(UiWait.onFx(sheets::top)).isNull();
        }
    }

    @Test
    void a_disabled_action_is_not_run_by_enter(FxRobot robot) {
        show("a");
        UiWait.runOnFx(() -> robot.lookup("#a-ok").queryButton().setDisable(true));
        robot.type(KeyCode.ENTER);
        assertThat(done).isEmpty();
        assertThat(focused(robot)).isEqualTo("a-field");
    }

    @Test
    void the_keys_of_the_window_keep_still_but_for_those_that_pass(FxRobot robot) {
        show("a");
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.press(KeyCode.ALT).type(KeyCode.U).release(KeyCode.ALT);
        assertThat(done).isEmpty();
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).release(KeyCode.CONTROL);
        assertThat(done).containsExactly("larger");
        robot.press(KeyCode.ALT).type(KeyCode.O).release(KeyCode.ALT);
        assertThat(done).containsExactly("larger", "a");
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        assertThat(done).containsExactly("larger", "a", "palette");
    }

    @Test
    void a_click_on_what_lies_under_it_does_nothing(FxRobot robot) {
        show("a");
        robot.clickOn(underButton);
        assertThat(done).isEmpty();
        assertThat(UiWait.onFx(() -> sheets.top() != null)).isTrue();
        assertThat(focused(robot)).isEqualTo("a-field");
    }

    @Test
    void where_the_focus_came_from_has_gone_another_place_is_found(FxRobot robot) {
        UiWait.runOnFx(() -> sheets.whenFocusIsNowhere(underButton::requestFocus));
        show("a");
        UiWait.runOnFx(() -> window.getChildren().remove(under));
        robot.type(KeyCode.ESCAPE);
        assertThat(UiWait.onFx(underButton::isFocused)).isTrue();
    }

    @Test
    void a_sheet_under_another_one_can_go_first(FxRobot robot) {
        Sheet below = show("a");
        show("b");
        UiWait.runOnFx(below::close);
        assertThat(focused(robot)).isEqualTo("b-field");
        robot.type(KeyCode.ESCAPE);
        assertThat(UiWait.onFx(sheets::top)).isNull();
        assertThat(UiWait.onFx(() -> robot.window(0).getScene().getFocusOwner() == null))
                .isFalse();
    }
}
