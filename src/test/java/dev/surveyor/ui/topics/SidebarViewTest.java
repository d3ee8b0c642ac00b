package dev.surveyor.ui.topics;

import static dev.surveyor.ui.topics.FakeTopicsCluster.group;
import static dev.surveyor.ui.topics.FakeTopicsCluster.overview;
import static dev.surveyor.ui.topics.FakeTopicsCluster.topic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.TopicSummary;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.sandbox.SandboxState;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.FakeSandbox;
import dev.surveyor.ui.testing.Gestures;
import dev.surveyor.ui.testing.ManualClock;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SidebarViewTest {

    private static final long FAST_ENOUGH_MILLIS = 1_500;

    private final List<String> opened = new ArrayList<>();
    private final ManualPulse pulse = new ManualPulse();
    private final ManualClock clock = new ManualClock("2026-11-22T09:00:00Z");
    private final FakeTopicsCluster cluster = new FakeTopicsCluster("sandbox");
    private final FakeSandbox sandbox = new FakeSandbox(new SandboxState.Running("127.0.0.1:41092", Path.of("data")));
    private final FakeClipboards clipboards = new FakeClipboards();
    private Stage stage;
    private Theme theme;
    private SidebarViewModel model;
    private SidebarView view;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        model = new SidebarViewModel(new FxUiExecutor(), pulse, clock);
        SandboxCardViewModel card = new SandboxCardViewModel(sandbox, new FxUiExecutor(), FakeDialogs::new);
        view = new SidebarView(model, card, new Opened(opened), clipboards);
        Stages.show(stage, new Scene(view, 220, 698));
    }

    @Test
    void enter_opens_a_topic_and_f5_reads_again(FxRobot robot) {
        fill();
        robot.clickOn("#sidebar-filter").write("ord").push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertThat(opened).containsExactly("topic sandbox orders");
        robot.push(KeyCode.F5);
        UiWait.until("read again", () -> cluster.overviews.size() == 2);
    }

    @Test
    void the_row_of_the_page_in_sight_is_selected_as_soon_as_it_is_there(FxRobot robot) {
        UiWait.runOnFx(() -> view.point("sandbox", false, "orders"));
        fill();
        assertThat(selected(robot))
                .matches(row ->
                        row instanceof SidebarRow.Topic topic && topic.name().equals("orders"));

        UiWait.runOnFx(() -> view.point("sandbox", true, "orders"));
        assertThat(selected(robot)).as("no group is called so").isNull();
        assertThat(opened).isEmpty();
    }

    private static @Nullable SidebarRow selected(FxRobot robot) {
        return UiWait.onFx(() -> {
            TreeItem<SidebarNode> item = tree(robot).getSelectionModel().getSelectedItem();
            return item == null ? null : item.getValue().row();
        });
    }

    @Test
    void a_connection_has_the_word_of_its_environment(FxRobot robot) {
        fill();
        assertThat(UiWait.onFx(() -> robot.lookup("#sidebar-tree .environment-tag").queryAllAs(Label.class).stream()
                        .filter(tag -> tag.getScene() != null)
                        .map(Label::getText)
                        .toList()))
                .containsExactly("SBX");
    }

    @Test
    void a_context_menu_copies_the_name(FxRobot robot) {
        fill();
        UiWait.runOnFx(() -> tree(robot).getSelectionModel().select(row(robot, "orders")));
        Gestures.contextMenu(tree(robot));
        Pictures.check(stage, Path.of("target/pictures/sidebar-menu.png"));
        robot.clickOn("#sidebar-menu-copy");
        assertThat(clipboards.text()).isEqualTo("orders");
    }

    @Test
    void several_selected_topics_are_opened_in_one_table(FxRobot robot) {
        fill();
        UiWait.runOnFx(() -> {
            tree(robot).getSelectionModel().clearAndSelect(row(robot, "audit"));
            tree(robot).getSelectionModel().select(row(robot, "orders"));
            model.refresh();
        });
        Gestures.contextMenu(tree(robot));
        robot.clickOn("#sidebar-menu-together");
        assertThat(opened).containsExactly("together audit orders");
    }

    @Test
    void a_refresh_keeps_selection_and_expansion(FxRobot robot) {
        fill();
        UiWait.runOnFx(() -> {
            tree(robot).getSelectionModel().select(row(robot, "orders"));
            tree(robot).getRoot().getChildren().get(0).getChildren().get(1).setExpanded(false);
            model.refresh();
        });
        UiWait.runOnFx(() -> cluster.answer(overview(
                List.of(topic("aaa", 1), topic("audit", 1), topic("orders", 12)),
                List.of(group("billing", "Stable", -1), group("late", "Stable", -1)))));
        UiWait.until("the new topic is there", () -> row(robot, "aaa") >= 0);
        UiWait.runOnFx(() -> {
            assertThat(tree(robot)
                            .getSelectionModel()
                            .getSelectedItem()
                            .getValue()
                            .key())
                    .isEqualTo("orders");
            assertThat(tree(robot)
                            .getRoot()
                            .getChildren()
                            .get(0)
                            .getChildren()
                            .get(1)
                            .isExpanded())
                    .isFalse();
        });
    }

    @Test
    void five_thousand_topics_stay_fast(FxRobot robot) {
        List<TopicSummary> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(topic(String.format(Locale.ROOT, "topic-%05d", i), 3));
        }
        UiWait.runOnFx(() -> model.addSession(cluster.session));
        UiWait.runOnFx(() -> cluster.answer(overview(many, List.of())));
        UiWait.until("all are there", () -> topics(robot) == 5_000);
        many.remove(17);
        UiWait.runOnFx(model::refresh);
        long begin = UiWait.onFx(SidebarViewTest::cpuMillis);
        UiWait.runOnFx(() -> cluster.answer(overview(many, List.of())));
        UiWait.until("the removed one is gone", () -> topics(robot) == 4_999);
        UiWait.runOnFx(() -> model.filterProperty().set("4999"));
        UiWait.until("the filter holds", () -> topics(robot) == 1);
        UiWait.runOnFx(() -> model.filterProperty().set(""));
        UiWait.until("all are back", () -> topics(robot) == 4_999);
        // Processor time of the JavaFX thread, so that a busy machine does not fail the test.
        assertThat(UiWait.onFx(SidebarViewTest::cpuMillis) - begin).isLessThan(FAST_ENOUGH_MILLIS);
    }

    private static long cpuMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    private static int topics(FxRobot robot) {
        TreeItem<SidebarNode> connection = tree(robot).getRoot().getChildren().get(0);
        return connection.getChildren().isEmpty()
                ? 0
                : connection.getChildren().get(0).getChildren().size();
    }

    @Test
    void every_state_is_readable_in_both_themes(FxRobot robot) {
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            UiWait.runOnFx(() -> {
                theme.choiceProperty().set(choice);
                model.removeSession("sandbox");
            });
            picture("empty-" + choice);
            UiWait.runOnFx(() -> {
                model.addSession(cluster.session);
                clock.forward(java.time.Duration.ofMillis(1_400));
                pulse.tick();
            });
            UiWait.frames(2);
            UiWait.runOnFx(() -> {
                clock.forward(java.time.Duration.ofMillis(1_400));
                pulse.tick();
            });
            picture("loading-" + choice);
            fillNow();
            UiWait.until("topics are there", () -> row(robot, "orders") >= 0);
            UiWait.runOnFx(() -> tree(robot).getSelectionModel().select(row(robot, "orders")));
            picture("full-" + choice);
            UiWait.runOnFx(model::refresh);
            UiWait.runOnFx(() -> cluster.overviews
                    .get(cluster.overviews.size() - 1)
                    .completeExceptionally(new BrokerFailureException(
                            new BrokerFailure(
                                    "sandbox: no broker answers.",
                                    "Nothing listens on 127.0.0.1:41092.",
                                    List.of("Start the broker again"),
                                    "",
                                    BrokerFailure.Kind.RETRIABLE),
                            null)));
            UiWait.until(
                    "the notice is there",
                    () -> robot.lookup("#sidebar-retry").tryQuery().isPresent());
            picture("failed-" + choice);
        }
    }

    private void picture(String name) {
        Path file = Path.of("target/pictures/sidebar-" + name + ".png");
        Pictures.check(stage, file);
    }

    private void fill() {
        UiWait.runOnFx(() -> model.addSession(cluster.session));
        UiWait.until("asked", () -> !cluster.overviews.isEmpty());
        fillNow();
        UiWait.frames(3);
    }

    private void fillNow() {
        UiWait.runOnFx(() -> {
            cluster.groups.clear();
            cluster.groups.add(group("billing", "Stable", 122));
            cluster.groups.add(group("reporting", "Empty", 0));
            cluster.answer(overview(
                    List.of(
                            topic("audit", 1),
                            topic("inventory", 6),
                            topic("orders", 6),
                            topic("orders.dlq", 1),
                            topic("payments", 3),
                            topic("shipments", 3)),
                    List.of(group("billing", "Stable", -1), group("reporting", "Empty", -1))));
        });
    }

    private static TreeView<SidebarNode> tree(FxRobot robot) {
        return UiWait.onFx(() -> robot.lookup("#sidebar-tree").query());
    }

    private static int row(FxRobot robot, String key) {
        TreeView<SidebarNode> tree = tree(robot);
        for (int i = tree.getExpandedItemCount() - 1; i >= 0; i--) {
            TreeItem<SidebarNode> item = tree.getTreeItem(i);
            if (item.getValue().key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private record Opened(List<String> log) implements SidebarActions {
        @Override
        public void openTopic(String profileId, String topic) {
            log.add("topic " + profileId + " " + topic);
        }

        @Override
        public void openTogether(String profileId, List<String> topics) {
            log.add("together " + String.join(" ", topics));
        }

        @Override
        public void openProducer(String profileId, String topic) {
            log.add("producer " + profileId + " " + topic);
        }

        @Override
        public void openGroup(String profileId, String groupId) {
            log.add("group " + profileId + " " + groupId);
        }

        @Override
        public void openBrokers(String profileId) {
            log.add("brokers " + profileId);
        }

        @Override
        public void startSandbox() {
            log.add("sandbox");
        }

        @Override
        public void addConnection() {
            log.add("add");
        }
    }
}
