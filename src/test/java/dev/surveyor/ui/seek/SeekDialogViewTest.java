package dev.surveyor.ui.seek;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.seek.SeekSubject;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The seek dialog under a hand, and its pictures. */
@ExtendWith(ApplicationExtension.class)
class SeekDialogViewTest {

    private SeekWindow window;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        window = new SeekWindow(shown);
    }

    @Test
    void the_tab_key_goes_through_the_fields_and_changes_nothing(FxRobot robot) {
        UiWait.until(
                "the preview",
                () -> window.apply().getText().equals("Seek 6 partitions")
                        && !window.apply().isDisabled());
        for (int i = 0; i < 40 && !UiWait.onFx(() -> window.apply().isFocused()); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(UiWait.onFx(() -> window.apply().isFocused())).isTrue();
        assertThat(window.model().form().kindProperty().get()).isEqualTo(SeekForm.Kind.BEGINNING);
        UiWait.runOnFx(() -> robot.lookup("#seek-relative").query().requestFocus());
        robot.write("5");
        UiWait.until(
                "what is typed into is chosen",
                () -> window.model().form().kindProperty().get() == SeekForm.Kind.RELATIVE);
    }

    @Test
    void an_offset_is_previewed_then_applied_then_undone(FxRobot robot) {
        robot.clickOn("#seek-offset").push(KeyCode.CONTROL, KeyCode.A).write("500");
        UiWait.until(
                "the preview",
                () -> window.apply().getText().equals("Seek 6 partitions")
                        && !window.apply().isDisabled());
        robot.clickOn("#seek-tick-4");
        UiWait.until("five", () -> window.apply().getText().equals("Seek 5 partitions"));
        assertThat(((TextField) window.node("#seek-target-3")).getText()).isEqualTo("1\u00a0200");
        robot.clickOn("#seek-apply");
        UiWait.until("closed", () -> window.root.top() == null);
        assertThat(window.session.seeks).hasSize(1);
        assertThat(window.session.seeks.get(0)).hasSize(5).containsEntry(new PartitionId("orders", 3), 1_200L);
        assertThat(window.applied).containsExactly("Moved 5 partitions to offset 500");
        UiWait.runOnFx(window.undo.get(0));
        assertThat(window.session.seeks.get(1)).containsEntry(new PartitionId("orders", 3), 48_207L);
    }

    @Test
    void a_target_typed_into_a_row_is_custom(FxRobot robot) {
        robot.clickOn("#seek-tick-all");
        UiWait.until("none", () -> window.label("#seek-reason").getText().equals("Tick a partition to move it."));
        assertThat(window.apply().isDisabled()).isTrue();
        robot.clickOn("#seek-tick-5").clickOn("#seek-target-5").push(KeyCode.CONTROL, KeyCode.A);
        robot.write("12000").type(KeyCode.ENTER);
        UiWait.until("custom", () -> window.label("#seek-summary").getText().startsWith("Reads about 747 records"));
        assertThat(UiWait.onFx(window.root::top)).isNotNull();
        robot.clickOn("#seek-apply");
        UiWait.until("closed", () -> window.root.top() == null);
        assertThat(window.session.seeks).containsExactly(Map.of(new PartitionId("orders", 5), 12_000L));
    }

    @Test
    void a_failed_seek_is_told_in_the_dialog_which_stays(FxRobot robot) {
        UiWait.until("the preview", () -> !window.apply().isDisabled());
        window.session.refusal = SeekViewModelTest.failure("Broker 1 did not answer.");
        robot.clickOn("#seek-apply");
        UiWait.until("the banner", () -> window.node("#seek-banner").isVisible());
        assertThat(UiWait.onFx(window.root::top)).isNotNull();
    }

    @Test
    void esc_cancels_and_nothing_moves(FxRobot robot) {
        robot.clickOn("#seek-offset").type(KeyCode.ESCAPE);
        UiWait.until("closed", () -> window.root.top() == null);
        assertThat(window.session.seeks).isEmpty();
    }

    @Test
    void the_preview_is_exported(FxRobot robot) throws Exception {
        Path file = folder.resolve("seek.csv");
        window.dialogs.choosing(file);
        UiWait.until("the preview", () -> !window.apply().isDisabled());
        robot.clickOn("#seek-export");
        UiWait.until("said", () -> window.label("#seek-reason").getText().startsWith("Exported"));
        assertThat(Files.readAllLines(file)).hasSize(7);
    }

    @Test
    void five_hundred_partitions_have_only_the_visible_rows_drawn(FxRobot robot) {
        UiWait.runOnFx(() -> {
            for (int i = 6; i < 500; i++) {
                PictureConsumer.add(window.session, 0, 1_000, 1_000, -1);
            }
            window.open(new SeekSubject.OfConsumer(window.session));
        });
        UiWait.until("the preview", () -> window.apply().getText().equals("Seek 500 partitions"));
        UiWait.frames(3);
        assertThat(window.root.lookupAll(".table-row-cell").size()).isLessThan(40);
    }

    @ParameterizedTest
    @EnumSource(Theme.Variant.class)
    void pictures(Theme.Variant variant) {
        UiWait.runOnFx(() -> {
            window.theme.choiceProperty().set(Theme.Choice.valueOf(variant.name()));
            window.model().form().offsetProperty().set("500");
            window.model().form().kindProperty().set(SeekForm.Kind.OFFSET);
            window.model().partitions().tick(new PartitionId("orders", 4), false);
            window.model().partitions().setCustom(new PartitionId("orders", 5), "12000");
        });
        UiWait.until("the preview", () -> window.apply().getText().equals("Seek 5 partitions"));
        for (double[] size : new double[][] {{1280, 800}, {960, 600}}) {
            UiWait.runOnFx(() -> {
                window.stage.setWidth(size[0]);
                window.stage.setHeight(size[1]);
            });
            Path file = Path.of("target", "pictures", "seek-" + variant + "-" + (int) size[0] + ".png");
            Pictures.check(window.stage, file);
        }
    }
}
