package dev.surveyor.ui.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.BrokerInfo;
import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class BrokersPageViewTest {

    private final FakeTopicsCluster cluster = new FakeTopicsCluster("sandbox");
    private final FakeClipboards clipboards = new FakeClipboards();
    private Stage stage;
    private Theme theme;
    private BrokersPage page;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        page = new BrokersPage(cluster, new FxUiExecutor(), clipboards);
        Stages.show(stage, new Scene(new StackPane(page.content()), 860, 420));
    }

    @Test
    void brokers_are_listed_and_readable_in_both_themes(FxRobot robot) {
        answer(List.of(
                new BrokerInfo(1, "kafka-1.example.com", 9092, "eu-west-1a", true),
                new BrokerInfo(2, "kafka-2.example.com", 9092, null, false)));
        assertThat(UiWait.onFx(() ->
                        robot.lookup("#brokers-count").queryAs(Label.class).getText()))
                .isEqualTo("2");
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
            picture("read-" + choice);
        }
    }

    @Test
    void the_address_is_copied_with_the_keyboard_and_with_the_button(FxRobot robot) {
        answer(List.of(
                new BrokerInfo(1, "kafka-1.example.com", 9092, null, true),
                new BrokerInfo(2, "kafka-2.example.com", 9092, null, false)));
        UiWait.runOnFx(page::focus);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(clipboards.text()).isEqualTo("[kafka-2.example.com:9092]/2");
        robot.push(KeyCode.UP);
        robot.clickOn("#brokers-copy");
        assertThat(clipboards.text()).isEqualTo("[kafka-1.example.com:9092]/1");
    }

    @Test
    void a_failure_is_said_and_another_try_clears_it(FxRobot robot) {
        UiWait.runOnFx(() -> cluster.overviews
                .get(0)
                .completeExceptionally(new BrokerFailureException(
                        new BrokerFailure(
                                "sandbox: brokers cannot be listed.",
                                "No broker answers.",
                                List.of("Start the broker again"),
                                "",
                                BrokerFailure.Kind.RETRIABLE),
                        null)));
        UiWait.frames(3);
        assertThat(page.markProperty().get()).isEqualTo(Page.Mark.FAILED);
        picture("failed-LIGHT");
        robot.clickOn("#brokers-retry");
        assertThat(cluster.overviews).hasSize(2);
        assertThat(page.markProperty().get()).isEqualTo(Page.Mark.NONE);
    }

    @Test
    void the_selected_broker_stays_selected_after_a_refresh(FxRobot robot) {
        BrokerInfo first = new BrokerInfo(1, "a", 9092, null, true);
        BrokerInfo second = new BrokerInfo(2, "b", 9092, null, false);
        answer(List.of(first, second));
        TableView<BrokerInfo> table = robot.lookup("#brokers-table").query();
        UiWait.runOnFx(() -> table.getSelectionModel().select(second));
        robot.clickOn("#brokers-refresh");
        answer(List.of(new BrokerInfo(0, "z", 9092, null, false), first, second));
        assertThat(UiWait.onFx(() -> table.getSelectionModel().getSelectedItem()))
                .isEqualTo(second);
    }

    @Test
    void closing_gives_up_on_the_answer() {
        UiWait.runOnFx(page::close);
        assertThat(cluster.overviews.get(0)).isCancelled();
    }

    @Test
    void a_cluster_that_names_no_broker_says_so(FxRobot robot) {
        answer(List.of());
        assertThat(robot.lookup("The cluster named no broker. Read it again in a moment.")
                        .tryQuery())
                .isPresent();
        assertThat(UiWait.onFx(() -> robot.lookup("#brokers-copy").query().isDisabled()))
                .isTrue();
    }

    private void answer(List<BrokerInfo> brokers) {
        UiWait.runOnFx(() -> cluster.answer(new ClusterOverview("cluster", brokers, List.of(), List.of(), List.of())));
        UiWait.frames(3);
    }

    private void picture(String name) {
        Path file = Path.of("target/pictures/brokers-" + name + ".png");
        Pictures.check(stage, file);
    }
}
