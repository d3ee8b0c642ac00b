package dev.surveyor.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.snippet.OddRecords;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.produce.ProduceSession;
import dev.surveyor.service.produce.Producers;
import dev.surveyor.service.transfer.ExportChoice;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.parts.RunningTasks;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Both dialogs over an empty window. */
@ExtendWith(ApplicationExtension.class)
class TransferDialogsViewTest {

    private static final ConnectionProfile PROFILE = new ConnectionProfile(
            "p",
            "orders-prod",
            Environment.PRODUCTION,
            List.of("localhost:9092"),
            "",
            SecuritySettings.NONE,
            Map.of(),
            Set.of());

    private final FakeDialogs dialogs = new FakeDialogs();
    private final ManualPulse pulse = new ManualPulse();
    private final Sheets window = new Sheets();
    private final List<ConsumedRecord> records = OddRecords.all("orders");
    private final List<String> notices = new ArrayList<>();
    private final TransferTools tools = new TransferTools(
            dialogs,
            Platform::runLater,
            pulse,
            Runnable::run,
            Clock.systemUTC(),
            new RunningTasks(Clock.systemUTC()),
            notices::add,
            failure -> {});
    private Theme theme;
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        Stages.show(stage, new Scene(window, 960, 600));
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void an_export_asks_writes_and_says_what_it_wrote(Theme.Choice choice, FxRobot robot) throws Exception {
        UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
        Path file = folder.resolve("orders.jsonl");
        dialogs.choosing(file);
        show(this::export);
        assertThat(text(robot, "#transfer-export-amount")).isEqualTo("10 rows that pass the filter");
        robot.clickOn("#transfer-export-source-all-kept");
        robot.clickOn("#transfer-export-start");
        UiWait.until("written", () -> text(robot, "#transfer-export-result")
                .startsWith("Wrote " + records.size() + " records, "));
        assertThat(Files.readAllLines(file)).hasSize(records.size());
        robot.clickOn("#transfer-export-format-csv");
        picture("export-done", choice);
        robot.clickOn("#transfer-export-source-from-the-topic");
        UiWait.frames(3);
        robot.clickOn("#transfer-export-from").write("yesterday");
        picture("export-typed", choice);
        robot.clickOn("#transfer-export-start");
        assertThat(text(robot, "#transfer-export-problem"))
                .startsWith("\"yesterday\" is neither an offset nor a time.");
        picture("export-range", choice);
        robot.clickOn("#transfer-export-filter").write("!is:aborted");
        robot.clickOn("#transfer-export-start");
        assertThat(text(robot, "#transfer-export-problem"))
                .startsWith("The filter is none: col 5: is:aborted is looked up in live tables only;");
        picture("export-filter", choice);
        robot.clickOn("#transfer-export-close");
        assertThat(UiWait.onFx(() -> window.top() == null)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void an_import_says_first_what_is_in_the_file(Theme.Choice choice, FxRobot robot) throws Exception {
        UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
        Path file = Files.writeString(
                folder.resolve("some.jsonl"),
                "{\"topic\":\"orders\",\"partition\":2,\"value\":\"x\"}\nnonsense\n{\"value\":null}\n");
        dialogs.choosing(file);
        show(this::importing);
        picture("import-empty", choice);
        robot.clickOn("#transfer-import-choose");
        UiWait.until("read", () -> text(robot, "#transfer-import-preview").startsWith("2 records, "));
        assertThat(text(robot, "#transfer-import-preview"))
                .contains("from orders; partitions up to 2, 1 names none")
                .contains("1 line is no record and will be passed over:\nline 2: not JSON");
        assertThat(text(robot, "#transfer-import-start")).isEqualTo("Import 2 records");
        picture("import-read", choice);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void an_import_says_first_what_will_not_come_back_as_it_is(Theme.Choice choice, FxRobot robot) throws Exception {
        UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
        Path file = Files.writeString(
                folder.resolve("odd.jsonl"),
                "{\"value\":\"x\",\"timestamp\":-5}\n{\"value\":\"y\",\"timestamp\":9999999999999,"
                        + "\"headers\":[{\"keyBase64\":\"/w==\",\"value\":null}]}\n{\"value\":\""
                        + "x".repeat(2_000_000) + "\"}\n");
        dialogs.choosing(file);
        show(this::importing);
        assertThat(shown(robot, "#transfer-import-early-times")).isFalse();
        assertThat(shown(robot, "#transfer-import-limits")).isFalse();
        robot.clickOn("#transfer-import-choose");
        UiWait.until("read", () -> text(robot, "#transfer-import-preview").startsWith("3 records, "));

        assertThat(UiWait.onFx(() -> robot.lookup("#transfer-import-early-times")
                        .queryAs(javafx.scene.control.CheckBox.class)
                        .getText()))
                .startsWith("Send 1 record from before 1970 with the time of sending");
        assertThat(text(robot, "#transfer-import-limits"))
                .contains("1 record lies more than an hour in the future")
                .contains("The largest record has 2.0\u00a0MB")
                .contains("1 header name is not UTF-8");
        picture("import-limits", choice);
        robot.clickOn("#transfer-import-keep-timestamp");
        assertThat(shown(robot, "#transfer-import-early-times")).isFalse();
        assertThat(text(robot, "#transfer-import-limits")).doesNotContain("in the future");
    }

    private static boolean shown(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).query().isVisible());
    }

    @Test
    void on_production_the_name_of_the_topic_is_asked_for(FxRobot robot) throws Exception {
        dialogs.choosing(Files.writeString(folder.resolve("some.jsonl"), "{\"value\":\"x\"}\n"));
        show(this::importing);
        robot.clickOn("#transfer-import-choose");
        UiWait.until("read", () -> text(robot, "#transfer-import-start").equals("Import 1 record"));
        robot.clickOn("#transfer-import-start");
        assertThat(dialogs.asked())
                .anyMatch(asked -> asked instanceof Dialogs.Confirmation question
                        && "orders".equals(question.nameToType())
                        && question.effect().contains("cannot be taken back"));
    }

    @Test
    void the_tab_key_goes_through_the_form_and_escape_closes_it(FxRobot robot) {
        show(this::export);
        UiWait.runOnFx(
                () -> robot.lookup("#transfer-export-source-all-kept").query().requestFocus());
        Node close = robot.lookup("#transfer-export-close").query();
        for (int i = 0; i < 30 && !UiWait.onFx(close::isFocused); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(UiWait.onFx(close::isFocused)).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(UiWait.onFx(() -> window.top() == null)).isTrue();
    }

    private Sheet export() {
        return new ExportDialog(
                new ExportViewModel(
                        "orders",
                        request -> {
                            throw new AssertionError("not searched");
                        },
                        Decodings.unremembered(),
                        () -> 6,
                        List.of(
                                new ExportChoice(
                                        "Shown rows", "rows that pass the filter", () -> records.subList(0, 10)),
                                new ExportChoice("All kept", "records in the buffer", () -> records)),
                        tools),
                PROFILE);
    }

    private Sheet importing() {
        return new ImportDialog(new ImportViewModel(PROFILE, new NoProducers(), "orders", tools), PROFILE);
    }

    private static final class NoProducers implements Producers {
        @Override
        public ProduceSession open(ProducerSettings settings) {
            throw new AssertionError("nothing is sent");
        }

        @Override
        public @Nullable String tagOf(PartitionOffset place) {
            return null;
        }

        @Override
        public int partitionForKey(byte[] key, int partitions) {
            return 0;
        }
    }

    private void show(java.util.function.Supplier<Sheet> dialog) {
        UiWait.runOnFx(() -> window.show(dialog.get()));
        UiWait.frames(3);
    }

    private void picture(String name, Theme.Choice choice) {
        UiWait.frames(4);
        Path file = Path.of("target/pictures/transfer-" + name + "-" + choice + ".png");
        Pictures.check(stage, file);
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }
}
