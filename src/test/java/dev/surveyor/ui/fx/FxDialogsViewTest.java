package dev.surveyor.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The questions that are asked in sheets over the window. */
@ExtendWith(ApplicationExtension.class)
class FxDialogsViewTest {

    private static final ConnectionProfile PRODUCTION = new ConnectionProfile(
            "p",
            "orders-prod",
            Environment.PRODUCTION,
            List.of("localhost:9092"),
            "",
            SecuritySettings.NONE,
            Map.of(),
            Set.of());

    private final List<String> done = new ArrayList<>();
    private final FakeClipboards clipboards = new FakeClipboards();
    private final Sheets sheets = new Sheets();
    private final Dialogs dialogs = new FxDialogs(sheets, clipboards).about(PRODUCTION);
    private TextField under;
    private Theme theme;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        under = new TextField("under");
        Stages.show(stage, new Scene(new StackPane(under, sheets), 960, 600));
        under.requestFocus();
    }

    @AfterEach
    void no_dialog_is_a_window_of_its_own() {
        assertThat(UiWait.onFx(() -> List.copyOf(Window.getWindows()))).containsExactly(stage);
    }

    @Test
    void enter_alone_never_confirms(FxRobot robot) {
        ask(() -> dialogs.confirm(
                new Dialogs.Confirmation("Reset data", "Deletes 6 topics and 48 210 records.", "Reset"),
                () -> done.add("reset")));
        picture("confirm");
        robot.type(KeyCode.ENTER);
        assertThat(done).isEmpty();
        ask(() -> dialogs.confirm(
                new Dialogs.Confirmation("Reset data", "Deletes all.", "Reset"), () -> done.add("reset")));
        robot.clickOn("#dialog-confirm");
        assertThat(done).containsExactly("reset");
    }

    @Test
    void a_name_is_typed_where_that_is_asked_for(FxRobot robot) {
        ask(() -> dialogs.confirm(
                new Dialogs.Confirmation(
                        "Seek billing", "Changes what group billing has committed.", "Commit", "billing"),
                () -> done.add("committed")));
        picture("confirm-name");
        robot.clickOn("#dialog-confirm");
        assertThat(done).isEmpty();
        robot.clickOn("#dialog-name").write("billing").type(KeyCode.ENTER);
        assertThat(done).isEmpty();
        robot.clickOn("#dialog-confirm");
        assertThat(done).containsExactly("committed");
    }

    @Test
    void an_error_says_what_why_and_what_to_do(FxRobot robot) {
        ask(() -> dialogs.error(new BrokerFailure(
                "orders-prod: SASL login rejected.",
                "The broker knows the mechanism but not this user and password.",
                List.of("Type the password again, mind capitals and spaces", "Check the mechanism"),
                "SaslAuthenticationException\n".repeat(40),
                BrokerFailure.Kind.FATAL)));
        picture("error");
        robot.clickOn(".titled-pane > .title");
        picture("error-details");
        robot.clickOn("#dialog-copy");
        assertThat(clipboards.text()).contains("SASL login rejected", "SaslAuthenticationException");
        robot.clickOn("#dialog-cancel");
        assertThat(UiWait.onFx(() -> sheets.top())).isNull();
    }

    @Test
    void secrets_are_asked_by_name(FxRobot robot) {
        ask(() -> dialogs.askSecrets(
                new Dialogs.SecretsRequest(PRODUCTION, List.of("sasl.jaas.config", "ssl.key.password")),
                secrets -> done.add(String.join(",", secrets.keySet()))));
        robot.write("a").type(KeyCode.TAB).write("b");
        picture("secrets");
        robot.type(KeyCode.ENTER);
        assertThat(done).containsExactly("sasl.jaas.config,ssl.key.password");
        assertThat(UiWait.onFx(under::isFocused)).isTrue();
    }

    @Test
    void a_text_and_a_choice_say_what_they_do(FxRobot robot) {
        ask(() -> dialogs.askText(
                new Dialogs.TextRequest("Read as a member of a group", "Group id", "surveyor", "Join now"),
                new Dialogs.Option(
                        "Joins the group at once: its coordinator shares out the partitions of orders among all"
                                + " members, so others may lose some to this table.",
                        "Commit what was received every 5 seconds and on leaving: for the group these records are"
                                + " read then, and no other member gets them",
                        false),
                (text, chosen) -> done.add(text + " " + chosen)));
        picture("text-option");
        robot.clickOn("#dialog-option").clickOn("#dialog-confirm");
        assertThat(done).containsExactly("surveyor true");
    }

    @Test
    void a_text_that_cannot_be_used_stays_to_be_mended(FxRobot robot) {
        ask(() -> dialogs.askText(
                new Dialogs.TextRequest(
                        "Start at an offset",
                        "Offset in every partition, clamped to what each keeps",
                        "0",
                        "Set start",
                        text -> text.matches("\\d+") ? "" : "Not an offset. Write a whole number from 0"),
                done::add));
        robot.write("ten").type(KeyCode.ENTER);
        assertThat(UiWait.onFx(() ->
                        robot.lookup("#dialog-problem").queryAs(Label.class).getText()))
                .isEqualTo("Not an offset. Write a whole number from 0");
        picture("text");
        assertThat(done).isEmpty();
        robot.write("10").type(KeyCode.ENTER);
        assertThat(done).containsExactly("10");
    }

    @Test
    void each_names_the_connection_and_its_environment(FxRobot robot) {
        ask(() -> dialogs.askText(new Dialogs.TextRequest("New group", "Group id", "", "Open"), done::add));
        assertThat(words(robot, "#dialog-environment")).isEqualTo("PRODUCTION");
        assertThat(words(robot, "#dialog-connection")).isEqualTo("on orders-prod");
        robot.type(KeyCode.ESCAPE);
        ask(() -> new FxDialogs(sheets, clipboards)
                .askText(new Dialogs.TextRequest("Save the filter", "Name", "", "Save"), done::add));
        assertThat(robot.lookup("#dialog-environment").queryAll()).isEmpty();
        picture("plain");
    }

    private static String words(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Label.class).getText());
    }

    private static void ask(Runnable question) {
        UiWait.runOnFx(question);
        UiWait.frames(2);
    }

    private void picture(String name) {
        Pictures.inBothThemes(stage, theme, "dialog-" + name);
    }
}
