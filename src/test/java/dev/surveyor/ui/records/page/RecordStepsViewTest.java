package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.service.rows.Notice;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.UiWait;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The keys that lead from the selected record to another one. */
@ExtendWith(ApplicationExtension.class)
class RecordStepsViewTest {

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @Test
    void keys_lead_to_the_same_key_and_through_what_was_selected(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        rig.run(() -> rig.view.show(Samples.picture().get(2).reference()));
        assertThat(offset()).isEqualTo(48_199);

        ctrl(rig.table(), KeyCode.CLOSE_BRACKET);
        assertThat(offset()).isEqualTo(48_207);
        ctrl(rig.table(), KeyCode.CLOSE_BRACKET);
        assertThat(offset()).isEqualTo(48_207);
        Labeled title = robot.lookup("#records-banner-title").query();
        assertThat(title.getText()).isEqualTo("No other record with this key is below.");
        rig.picture("same-key");

        ctrl(rig.table(), KeyCode.HOME);
        assertThat(offset()).isEqualTo(48_198);
        alt(rig.table(), KeyCode.LEFT);
        assertThat(offset()).isEqualTo(48_207);
        alt(rig.table(), KeyCode.LEFT);
        assertThat(offset()).isEqualTo(48_199);
        alt(rig.table(), KeyCode.RIGHT);
        assertThat(offset()).isEqualTo(48_207);
        ctrl(rig.table(), KeyCode.OPEN_BRACKET);
        assertThat(offset()).isEqualTo(48_199);

        ctrl(rig.table(), KeyCode.END);
        assertThat(offset()).isEqualTo(9_312);
    }

    @Test
    void what_a_step_could_not_do_is_said_until_another_record_is_selected_or_a_step_succeeds(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        rig.run(() -> rig.view.show(Samples.picture().get(2).reference()));
        ctrl(rig.table(), KeyCode.CLOSE_BRACKET);
        ctrl(rig.table(), KeyCode.CLOSE_BRACKET);
        assertThat(told()).isEqualTo("No other record with this key is below.");
        rig.poll(Samples.plain(1, 30_000, 3));
        assertThat(told()).isEqualTo("No other record with this key is below.");
        robot.interact(() -> rig.table().getSelectionModel().clearAndSelect(0));
        assertThat(told()).isEmpty();

        rig.run(() -> rig.view.show(Samples.picture().get(2).reference()));
        ctrl(rig.table(), KeyCode.OPEN_BRACKET);
        assertThat(told()).isEqualTo("No other record with this key is above.");
        ctrl(rig.table(), KeyCode.CLOSE_BRACKET);
        assertThat(told()).isEmpty();
    }

    @Test
    void what_was_told_by_others_stays_when_another_record_is_selected() {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        rig.run(() -> rig.model.notices().tell(new Notice.Told("No record came.", "")));
        rig.run(() -> rig.table().getSelectionModel().clearAndSelect(2));
        assertThat(told()).isEqualTo("No record came.");
    }

    /** Returns what the strip says, empty for nothing. */
    private String told() {
        return UiWait.onFx(
                () -> rig.model.notices().shownProperty().get() instanceof Notice.Told told ? told.what() : "");
    }

    @Test
    void a_text_field_keeps_the_keys_of_its_caret() {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        rig.run(() -> rig.view.show(Samples.picture().get(2).reference()));
        rig.run(() -> rig.view.show(Samples.picture().get(7).reference()));
        Node field = UiWait.onFx(() -> rig.view.content().lookup("#records-filter"));
        assertThat(field).isInstanceOf(TextField.class);
        alt(field, KeyCode.LEFT);
        ctrl(field, KeyCode.HOME);
        assertThat(offset()).isEqualTo(21_951);
    }

    private long offset() {
        return UiWait.onFx(
                () -> rig.table().getSelectionModel().getSelectedItem().offset());
    }

    private void ctrl(Node on, KeyCode code) {
        press(on, code, true, false);
    }

    private void alt(Node on, KeyCode code) {
        press(on, code, false, true);
    }

    private void press(Node on, KeyCode code, boolean ctrl, boolean alt) {
        rig.run(() -> Event.fireEvent(on, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, ctrl, alt, false)));
    }
}
