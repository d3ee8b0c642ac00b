package dev.surveyor.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RawRecord;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.service.inspect.Finder;
import dev.surveyor.service.inspect.Hit;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A fault while a record is shown: the part says so, and nothing of another record stands under its head. */
@ExtendWith(ApplicationExtension.class)
class InspectorFaultsViewTest {

    private final InspectorRig rig = new InspectorRig(Platform::runLater);
    private final ConsumedRecord sound = record("sound", 1);
    private final ConsumedRecord next = record("next", 2);
    private Inspector inspector;
    private Stage stage;

    @Start
    @SuppressWarnings("NullAway") // does not see that the type argument is nullable
    void start(Stage shown) {
        stage = shown;
        rig.previous = sound;
        inspector = new Inspector(rig.tools, rig.actions(), rig.selected.getReadOnlyProperty());
        Stages.show(stage, new Scene(new BorderPane(new Region(), null, inspector.root(), null, null), 700, 700));
    }

    @AfterEach
    void close() {
        UiWait.runOnFx(inspector::close);
    }

    @Test
    void a_value_that_cannot_be_shown_leaves_the_pane_empty_with_the_reason() {
        select(sound);
        assertThat(words()).contains("sound-value");
        rig.broken.add("decode");
        select(next);
        assertThat(words())
                .contains("orders-next", "The value cannot be shown: an error inside Surveyor, decode")
                .doesNotContain("sound", "Decoding");
        assertThat(words()).contains("This header cannot be read: an error inside Surveyor, decode");
        rig.broken.clear();
        select(record("third", 3));
        assertThat(words()).contains("third-value", "third-header").doesNotContain("cannot be shown", "next", "sound");
    }

    @Test
    void a_key_that_cannot_be_shown_leaves_the_pane_empty_with_the_reason(FxRobot robot) {
        select(sound);
        robot.clickOn("#inspector-tab-key");
        work();
        assertThat(words()).contains("sound-key");
        rig.broken.add("decode");
        select(next);
        assertThat(words()).contains("The key cannot be shown: an error inside").doesNotContain("sound");
    }

    @Test
    void nothing_of_the_record_before_stays_while_the_next_one_is_decoded() {
        select(sound);
        UiWait.runOnFx(() -> rig.selected.set(next));
        UiWait.frames(2);
        assertThat(rig.background).isNotEmpty();
        assertThat(words()).contains("orders-next").doesNotContain("sound");
        work();
        assertThat(words()).contains("next-value");
    }

    @Test
    void headers_that_cannot_be_read_say_so() {
        select(sound);
        select(withoutItsHeaders());
        assertThat(words())
                .contains("orders-odd", "The headers cannot be shown: an error inside Surveyor")
                .doesNotContain("sound");
    }

    @Test
    void metadata_that_fails_says_so_and_the_value_is_shown(FxRobot robot) {
        select(sound);
        robot.clickOn("#inspector-tab-metadata");
        rig.broken.add("transaction");
        select(next);
        assertThat(words())
                .contains("The metadata cannot be shown: an error inside Surveyor, transaction", "next-value")
                .doesNotContain("sound");
        rig.broken.clear();
        rig.broken.add("opaque");
        select(record("third", 3));
        assertThat(words())
                .contains("The metadata cannot be shown: an error inside Surveyor, opaque", "third-value")
                .doesNotContain("next");
    }

    @Test
    void a_comparison_that_fails_says_so(FxRobot robot) {
        select(sound);
        robot.clickOn("#inspector-tab-diff");
        work();
        rig.broken.add("previous");
        select(next);
        assertThat(words())
                .contains("The record cannot be compared: an error inside Surveyor, previous")
                .doesNotContain("Looking for");
        rig.broken.clear();
        select(record("third", 3));
        assertThat(words()).contains("Compared with").doesNotContain("cannot be compared");
    }

    @Test
    void a_search_that_fails_says_so_and_the_next_one_works() {
        Finder.Search search = (text, givenUp) -> {
            rig.fault("find");
            return List.of(new Hit(0, 1, null));
        };
        FindBar bar = UiWait.onFx(() -> {
            FindViewModel model = new FindViewModel(rig.background::add, Platform::runLater);
            FindBar made = new FindBar(model, () -> {});
            model.in(search);
            made.open();
            return made;
        });
        rig.broken.add("find");
        assertThat(count(bar, "a")).isEqualTo("not searched");
        rig.broken.clear();
        assertThat(count(bar, "ab")).isEqualTo("1 of 1");
    }

    private String count(FindBar bar, String text) {
        UiWait.runOnFx(() -> ((TextField) bar.lookup("#inspector-find-text")).setText(text));
        work();
        return UiWait.onFx(() -> ((Labeled) bar.lookup("#inspector-find-count")).getText());
    }

    @Test
    void a_pinned_record_and_one_in_its_own_window_do_the_same(FxRobot robot) {
        select(sound);
        robot.clickOn("#inspector-pin").clickOn("#inspector-tab-diff");
        work();
        rig.broken.add("previous");
        select(next);
        assertThat(words()).contains("The record cannot be compared: ");
        robot.clickOn("#inspector-pin");
        robot.clickOn("#inspector-tab-value");
        work();
        assertThat(words()).contains("next-value");
        rig.broken.add("decode");
        select(record("third", 3));
        robot.clickOn("#inspector-pop-out");
        work();
        Window other = UiWait.onFx(() -> Window.getWindows().stream()
                .filter(window -> window instanceof Stage && !window.equals(stage))
                .findFirst()
                .orElseThrow());
        assertThat(words(other.getScene().getRoot()))
                .contains("orders-third", "The value cannot be shown: ")
                .doesNotContain("sound", "next");
    }

    private void select(ConsumedRecord record) {
        UiWait.runOnFx(() -> rig.selected.set(record));
        work();
    }

    /** Does what was left for the background, and waits until it is on the screen. */
    private void work() {
        UiWait.frames(2);
        while (!rig.background.isEmpty()) {
            rig.background.remove().run();
            UiWait.frames(2);
        }
        UiWait.frames(2);
    }

    private String words() {
        return words(inspector.root());
    }

    /** Returns all that can be read. */
    private static String words(Node root) {
        return UiWait.onFx(() -> root.lookupAll("*").stream()
                .filter(InspectorFaultsViewTest::seen)
                .map(node -> node instanceof Labeled label
                        ? label.getText()
                        : node instanceof TextInputControl input ? input.getText() : null)
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining("\n")));
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static ConsumedRecord record(String name, long offset) {
        return ConsumedRecord.at(new PartitionId("orders-" + name, 0), offset)
                .timestamp(1_000_000_000_000L + offset, TimestampType.CREATE_TIME)
                .receivedAt(1_000_000_000_003L)
                .key((name + "-key").getBytes(StandardCharsets.UTF_8))
                .value((name + "-value").getBytes(StandardCharsets.UTF_8))
                .headers(List.of(RecordHeader.text(name + "-header", "1")))
                .build();
    }

    /** Returns a record that says it has two headers and ends before them. */
    private static ConsumedRecord withoutItsHeaders() {
        ConsumedRecord whole = ConsumedRecord.at(new PartitionId("orders-odd", 0), 9)
                .value("odd-value".getBytes(StandardCharsets.UTF_8))
                .build();
        RawRecord torn = (RawRecord) Proxy.newProxyInstance(
                RawRecord.class.getClassLoader(),
                new Class<?>[] {RawRecord.class},
                (self, method, arguments) ->
                        method.getName().equals("headerCount") ? (Object) 2 : method.invoke(whole, arguments));
        return ConsumedRecord.copyOf(torn, 0, ConsumedRecord.NO_LEADER_EPOCH, 0);
    }
}
