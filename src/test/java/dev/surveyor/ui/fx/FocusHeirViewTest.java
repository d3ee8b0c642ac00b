package dev.surveyor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Where the focus goes when the control that has it goes away. */
@ExtendWith(ApplicationExtension.class)
class FocusHeirViewTest {

    private Button command;
    private Button cancel;
    private Button connect;
    private HBox bar;
    private VBox page;
    private Scene scene;
    private boolean nobody;

    @Start
    void start(Stage stage) {
        command = new Button("command");
        cancel = new Button("cancel");
        cancel.setVisible(false);
        connect = new Button("connect");
        bar = new HBox(cancel, connect);
        page = new VBox(bar);
        VBox root = new VBox(new VBox(command, page));
        FocusHeir.keep(root, Platform::runLater, () -> nobody = true);
        scene = new Scene(root, 300, 200);
        Stages.show(stage, scene);
        connect.requestFocus();
    }

    private Node focused() {
        UiWait.frames(2);
        return UiWait.onFx(scene::getFocusOwner);
    }

    @Test
    void the_one_that_takes_its_place_gets_it_whatever_comes_first() {
        UiWait.runOnFx(() -> {
            connect.setVisible(false);
            cancel.setVisible(true);
        });
        assertThat(focused()).isEqualTo(cancel);
        UiWait.runOnFx(() -> {
            cancel.setVisible(false);
            connect.setVisible(true);
        });
        assertThat(focused()).isEqualTo(connect);
    }

    @Test
    void a_disabled_one_gives_it_to_its_neighbour() {
        cancel.setVisible(true);
        UiWait.runOnFx(() -> connect.setDisable(true));
        assertThat(focused()).isEqualTo(cancel);
    }

    @Test
    void a_line_that_is_dragged_is_nobodys_heir() {
        Button line = new Button("line");
        FocusHeir.passOver(line);
        UiWait.runOnFx(() -> {
            bar.getChildren().add(line);
            cancel.setVisible(true);
            connect.setVisible(false);
        });
        assertThat(focused()).isEqualTo(cancel);
    }

    @Test
    void what_is_chosen_in_the_same_moment_is_left_alone() {
        UiWait.runOnFx(() -> {
            connect.setVisible(false);
            cancel.setVisible(true);
            command.requestFocus();
            command.requestFocus();
        });
        UiWait.runOnFx(cancel::requestFocus);
        assertThat(focused()).isEqualTo(cancel);
    }

    @Test
    void a_page_that_another_one_replaces_leaves_it_to_somebody_else_not_to_the_first_control_of_the_window() {
        UiWait.runOnFx(() -> replacePage(new Button("other")));
        focused();
        assertThat(nobody).isTrue();
    }

    @Test
    void what_is_chosen_when_the_one_that_has_it_was_taken_out_keeps_it() {
        Button other = new Button("other");
        UiWait.runOnFx(() -> {
            replacePage(other);
            other.requestFocus();
        });
        assertThat(focused()).isEqualTo(other);
        assertThat(nobody).isFalse();
    }

    private void replacePage(Button other) {
        VBox frame = (VBox) page.getParent();
        frame.getChildren().set(frame.getChildren().indexOf(page), new VBox(other));
    }

    @Test
    void a_dialog_gives_it_back_to_the_control_that_had_it_and_to_no_other() {
        Sheets sheets = UiWait.onFx(Sheets::new);
        Sheet sheet = UiWait.onFx(() -> {
            ((VBox) scene.getRoot()).getChildren().add(sheets);
            Sheet made = new Sheet("dialog", "Sure?", 200);
            made.closing("dialog-cancel", "Cancel");
            sheets.show(made);
            return made;
        });
        assertThat(focused()).isNotEqualTo(connect);
        UiWait.runOnFx(sheet::close);
        assertThat(focused()).isEqualTo(connect);
        assertThat(nobody).isFalse();
    }

    /** A scroll pane has the focus after a click into it, though Tab never leads there. */
    @Test
    void one_that_only_a_click_can_focus_is_there_all_the_same() {
        UiWait.runOnFx(() -> {
            cancel.setVisible(true);
            connect.setFocusTraversable(false);
            connect.requestFocus();
        });
        UiWait.runOnFx(command::requestFocus);
        assertThat(focused()).isEqualTo(command);
    }

    @Test
    void a_part_that_is_taken_out_leaves_it_to_what_is_around() {
        Button other = UiWait.onFx(() -> {
            Button made = new Button("other");
            page.getChildren().add(made);
            page.getChildren().remove(bar);
            return made;
        });
        assertThat(focused()).isEqualTo(other);
        assertThat(nobody).isFalse();
    }

    @Test
    void where_nothing_is_left_near_by_another_place_is_found() {
        UiWait.runOnFx(() -> page.getChildren().clear());
        focused();
        assertThat(nobody).isTrue();
    }
}
