package dev.surveyor.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Every small control in both themes, and the ones that a person acts on. */
@ExtendWith(ApplicationExtension.class)
class PartsGalleryViewTest {

    private final List<String> done = new ArrayList<>();
    private final ManualPulse pulse = new ManualPulse();
    private Instant now = Instant.parse("2026-11-22T09:02:11.482Z");
    private Theme theme;
    private Stage stage;
    private SegmentedControl<String> segments;
    private Toasts toasts;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        segments = new SegmentedControl<>("gallery-format", word -> word, List.of("Auto", "JSON", "Text", "Hex"));
        toasts = new Toasts(pulse, new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
        Stages.show(stage, new Scene(gallery(segments, toasts), 900, 900));
    }

    private VBox gallery(SegmentedControl<String> formats, Toasts notes) {
        HBox chips = new HBox(6);
        for (int partition = 0; partition < 26; partition++) {
            chips.getChildren().add(new PartitionChip(partition));
        }
        HBox tags = new HBox(
                8,
                ValueTag.ofNull(),
                ValueTag.empty(),
                ValueTag.tombstone(),
                ValueTag.binary(),
                ValueTag.error("not UTF-8 @18"),
                new CountBadge("gallery-count", 48_210));
        Banner warn = new Banner(Banner.Kind.WARN, "Buffer full: paused so your place stays.", "");
        warn.button("gallery-resume", "Resume, drop oldest", () -> done.add("resume"));
        Banner danger = new Banner(
                Banner.Kind.DANGER,
                "sandbox: broker 1 closed the connection.",
                "Nothing listens on 127.0.0.1:41092. Try: start the broker again.");
        danger.button("gallery-retry", "Retry now", () -> done.add("retry"));
        StatusSegment counts = new StatusSegment("gallery-status").words("Received");
        counts.value("gallery-received", Numbers.grouped(48_210));
        counts.words("= Shown");
        counts.value("gallery-shown", Numbers.grouped(1_204));
        StatusSegment state = new StatusSegment("gallery-state");
        state.dot(Dot.Kind.OK);
        state.value("gallery-live", "Live");
        ProgressLine progress = new ProgressLine("gallery-progress", () -> done.add("cancel"));
        progress.show("Exporting 40 %", 0.4);
        EmptyState empty = new EmptyState(Feather.SERVER, "No connections yet", "Begin with a broker on this machine.");
        empty.button("gallery-sandbox", "Start sandbox", () -> done.add("sandbox"))
                .getStyleClass()
                .add("accent");
        empty.button("gallery-add", "Add connection", () -> done.add("add"));
        SegmentedControl<String> small = new SegmentedControl<>("gallery-small", w -> w, List.of("Value", "Key"));
        small.getStyleClass().add("small");
        VBox box = new VBox(
                14,
                chips,
                tags,
                warn,
                danger,
                new Banner(Banner.Kind.OK, "Complete: every offset in the range was read", ""),
                new Banner(Banner.Kind.INFO, "The sandbox keeps its data", "under its data folder"),
                new HBox(
                        12,
                        formats,
                        small,
                        new ChipMenu("gallery-chip", "P: all 6", Feather.LAYERS, new CheckMenuItem("0")),
                        new Dot(Dot.Kind.WARN),
                        new Dot(Dot.Kind.DANGER)),
                new HBox(24, counts, state, progress),
                empty,
                notes);
        box.setStyle("-fx-padding: 16;");
        return box;
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void every_part_is_readable(Theme.Choice choice) {
        UiWait.runOnFx(() -> {
            theme.choiceProperty().set(choice);
            toasts.show("Cleared 48\u00a0210 rows", "Undo", () -> done.add("undo"));
        });
        Path picture = Path.of("target/pictures/parts-" + choice + ".png");
        Pictures.check(stage, picture);
    }

    @Test
    void one_segment_always_holds(FxRobot robot) {
        robot.clickOn("#gallery-format-json");
        robot.clickOn("#gallery-format-json");
        assertThat(segments.getValue()).isEqualTo("JSON");
        assertThat(segments.segment("JSON").isSelected()).isTrue();
        robot.push(javafx.scene.input.KeyCode.RIGHT);
        assertThat(segments.getValue()).isEqualTo("Text");
    }

    @Test
    void a_note_goes_by_itself_and_its_action_runs_once(FxRobot robot) {
        UiWait.runOnFx(() -> toasts.show("Closed orders", "Undo", () -> done.add("undo")));
        UiWait.until(
                "the note is laid out",
                () -> robot.lookup("#toast-action").queryButton().getWidth() > 0);
        UiWait.frames(2);
        robot.clickOn("#toast-action");
        assertThat(done).containsExactly("undo");
        assertThat(pulse.listeners()).isZero();
        UiWait.runOnFx(() -> toasts.show("Copied 3 rows"));
        robot.moveTo("#gallery-format-json");
        now = now.plusSeconds(5);
        UiWait.runOnFx(pulse::tick);
        assertThat(toasts.getChildren()).isEmpty();
        assertThat(pulse.listeners()).isZero();
    }

    @Test
    void the_buttons_of_a_banner_act(FxRobot robot) {
        robot.clickOn("#gallery-retry");
        assertThat(done).containsExactly("retry");
    }
}
