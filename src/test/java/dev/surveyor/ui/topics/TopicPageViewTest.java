package dev.surveyor.ui.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TopicPageViewTest {

    private final List<String> opened = new ArrayList<>();
    private final FakeTopicsCluster cluster = new FakeTopicsCluster("sandbox");
    private final Records records = new Records();
    private Stage stage;
    private Theme theme;
    private TopicPage page;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        page = new TopicPage("orders", cluster, new FxUiExecutor(), records, opened::add);
        Stages.show(stage, new Scene(new StackPane(page.content()), 740, 500));
    }

    @Test
    void the_cluster_is_asked_only_when_a_tab_is_opened(FxRobot robot) {
        assertThat(cluster.details).isEmpty();
        assertThat(robot.lookup("#records").tryQuery()).isPresent();
        robot.clickOn("#topic-tab-partitions");
        assertThat(cluster.details).hasSize(1);
        answer();
        TableView<PartitionDetail> table =
                robot.lookup("#topic-partitions-table").query();
        UiWait.until("partitions are there", () -> table.getItems().size() == 2);
        assertThat(UiWait.onFx(() -> robot.lookup("#topic-partition-count")
                        .queryAs(Label.class)
                        .getText()))
                .isEqualTo("2");
    }

    @Test
    void a_failure_offers_another_try(FxRobot robot) {
        robot.clickOn("#topic-tab-groups");
        UiWait.runOnFx(() -> cluster.details
                .get(0)
                .completeExceptionally(new BrokerFailureException(
                        new BrokerFailure(
                                "sandbox: orders cannot be described.",
                                "No broker answers.",
                                List.of("Start the broker again"),
                                "",
                                BrokerFailure.Kind.RETRIABLE),
                        null)));
        UiWait.frames(3);
        picture("failed-LIGHT");
        robot.clickOn("#topic-retry");
        assertThat(cluster.details).hasSize(2);
    }

    @Test
    void a_group_is_opened_by_a_double_click(FxRobot robot) {
        robot.clickOn("#topic-tab-groups");
        answer();
        UiWait.until(
                "groups are there", () -> robot.lookup("billing").tryQuery().isPresent());
        robot.doubleClickOn("billing");
        assertThat(opened).containsExactly("billing");
    }

    @Test
    void every_tab_is_readable_in_both_themes(FxRobot robot) {
        robot.clickOn("#topic-tab-partitions");
        answer();
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
            for (String tab : List.of("messages", "partitions", "config", "groups")) {
                robot.clickOn("#topic-tab-" + tab);
                picture(tab + "-" + choice);
            }
        }
    }

    @Test
    void the_inspector_of_records_stands_beside_records_only(FxRobot robot) {
        assertThat(records.inspector.isVisible()).isTrue();
        for (String tab : List.of("partitions", "config", "groups")) {
            robot.clickOn("#topic-tab-" + tab);
            assertThat(records.inspector.isVisible()).as(tab).isFalse();
        }
        robot.clickOn("#topic-tab-messages");
        assertThat(records.inspector.isVisible()).isTrue();
    }

    @Test
    void closing_closes_the_records_too() {
        UiWait.runOnFx(page::close);
        assertThat(records.closed).isTrue();
    }

    private void picture(String name) {
        Path file = Path.of("target/pictures/topic-" + name + ".png");
        Pictures.check(stage, file);
    }

    private void answer() {
        PartitionId p0 = new PartitionId("orders", 0);
        UiWait.runOnFx(() -> {
            cluster.groups.add(FakeTopicsCluster.group("billing", "Stable", 210));
            cluster.groupDetails.put(
                    "billing", TopicPageViewModelTest.group("billing", Map.of(p0, 48_000L), List.of(p0)));
            cluster.details.get(cluster.details.size() - 1).complete(TopicPageViewModelTest.orders());
        });
        UiWait.frames(3);
    }

    /** Stands in for the page of records. */
    private static final class Records implements Page {
        private final Region inspector = new Region();
        private boolean closed;

        @Override
        public ReadOnlyStringProperty titleProperty() {
            return new ReadOnlyStringWrapper("orders").getReadOnlyProperty();
        }

        @Override
        public ReadOnlyObjectProperty<Mark> markProperty() {
            return new ReadOnlyObjectWrapper<>(Mark.LIVE).getReadOnlyProperty();
        }

        @Override
        public Node content() {
            Label label = new Label("The records of the topic, one to a line\n".repeat(8));
            label.setId("records");
            return label;
        }

        @Override
        public Node inspector() {
            return inspector;
        }

        @Override
        public void focus() {}

        @Override
        public void close() {
            closed = true;
        }
    }
}
