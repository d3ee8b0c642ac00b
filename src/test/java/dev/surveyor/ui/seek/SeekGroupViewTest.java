package dev.surveyor.ui.seek;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.group.FakeGroupMember;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.group.GroupReset;
import dev.surveyor.service.group.NoMembers;
import dev.surveyor.service.seek.SeekSubject;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumnBase;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The seek dialog on the commits of a group. */
@ExtendWith(ApplicationExtension.class)
class SeekGroupViewTest {

    private SeekWindow window;

    @Start
    void start(Stage shown) {
        window = new SeekWindow(shown);
    }

    @Test
    void the_commits_of_an_empty_group_start_unticked_and_are_undone(FxRobot robot) {
        PartitionId orders = new PartitionId("orders", 0);
        PartitionId payments = new PartitionId("payments", 0);
        for (PartitionId partition : List.of(orders, payments)) {
            window.cluster.topics.put(partition.topic(), 1);
            window.cluster.begins.put(partition, 100L);
            window.cluster.ends.put(partition, 8_102L);
            window.cluster.committed.put(partition, 8_090L);
        }
        robot.interact(() -> window.open(
                new SeekSubject.OfGroup(new GroupReset(window.cluster, window.cluster, new NoMembers(), "billing"))));
        UiWait.until("rows", () -> window.model().partitions().rows().size() == 2);
        assertThat(UiWait.onFx(() -> robot.lookup("#seek-apply").queryButton().isDisabled()))
                .isTrue();
        assertThat(window.model().effect().applyReasonProperty().get()).isEqualTo("Tick a partition to move it.");
        robot.clickOn("#seek-tick-orders-0").clickOn("#seek-to-beginning");
        UiWait.until(
                "the preview",
                () -> window.model().effect().applyReasonProperty().get().isEmpty());
        Pictures.check(window.stage, Path.of("target/pictures/seek-group-light.png"));
        assertThat(UiWait.onFx(() -> robot.lookup("#seek-apply").queryButton().getText()))
                .isEqualTo("Commit 1 offset to billing");
        robot.clickOn("#seek-apply");
        UiWait.until("done", () -> !window.applied.isEmpty());
        assertThat(window.cluster.committed).containsEntry(orders, 100L).containsEntry(payments, 8_090L);
        robot.interact(window.undo.get(0));
        UiWait.until("undone", () -> Long.valueOf(8_090).equals(window.cluster.committed.get(orders)));
    }

    @Test
    void a_group_stands_where_its_commits_are_and_a_move_on_has_its_sign(FxRobot robot) {
        PartitionId near = new PartitionId("orders", 0);
        PartitionId far = new PartitionId("orders", 1);
        window.cluster.topics.put("orders", 2);
        window.cluster.begins.putAll(Map.of(near, 0L, far, 0L));
        window.cluster.ends.putAll(Map.of(near, 11L, far, 26L));
        window.cluster.committed.putAll(Map.of(near, 10L, far, 41L));
        robot.interact(() -> window.open(
                new SeekSubject.OfGroup(new GroupReset(window.cluster, window.cluster, new NoMembers(), "billing"))));
        UiWait.until("rows", () -> window.model().partitions().rows().size() == 2);
        robot.clickOn("#seek-tick-all").clickOn("#seek-to-end");
        UiWait.until(
                "the preview",
                () -> window.model().effect().applyReasonProperty().get().isEmpty());

        assertThat(UiWait.onFx(() -> robot.lookup("#seek-table").queryTableView().getVisibleLeafColumns().stream()
                        .map(TableColumnBase::getText)
                        .toList()))
                .contains("Committed", "Move")
                .doesNotContain("Position");
        assertThat(UiWait.onFx(() -> robot.lookup("#seek-table .table-cell").queryAll().stream()
                        .map(cell -> ((Labeled) cell).getText())
                        .toList()))
                .contains("+1", Numbers.grouped(-15));
        assertThat(robot.lookup("stands 15 beyond the end").tryQuery()).isPresent();
        assertThat(countsFrom(robot)).contains("Committed").doesNotContain("Position");
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            UiWait.runOnFx(() -> window.theme.choiceProperty().set(choice));
            for (double width : new double[] {1_280, 960}) {
                UiWait.runOnFx(() -> {
                    window.stage.setWidth(width);
                    window.stage.setHeight(width * 0.625);
                });
                Pictures.check(
                        window.stage, Path.of("target/pictures/seek-beyond-" + choice + "-" + (int) width + ".png"));
            }
        }
    }

    @Test
    void a_group_with_members_says_who_stands_in_the_way(FxRobot robot) {
        window.cluster.topics.put("orders", 1);
        window.cluster.groupMembers.add(
                new GroupDetail.Member("id", "worker-9f2", "/10.0.0.7", OptionalInt.empty(), List.of()));
        robot.interact(() -> window.open(
                new SeekSubject.OfGroup(new GroupReset(window.cluster, window.cluster, new NoMembers(), "billing"))));
        UiWait.until(
                "refused",
                () -> window.model().effect().applyReasonProperty().get().contains("worker-9f2"));
        assertThat(UiWait.onFx(() -> robot.lookup("#seek-apply").queryButton().isDisabled()))
                .isTrue();
        assertThat(UiWait.onFx(
                        () -> robot.lookup("#seek-reason").queryAs(Label.class).getText()))
                .isEqualTo("1 member active: worker-9f2. Stop it first.");
        assertThat(UiWait.onFx(
                        () -> robot.lookup("#seek-stop-members").queryButton().isVisible()))
                .isFalse();
    }

    @Test
    void the_members_of_this_app_are_stopped_and_then_the_commit_goes_on(FxRobot robot) {
        PartitionId orders = new PartitionId("orders", 0);
        window.cluster.topics.put("orders", 1);
        window.cluster.begins.put(orders, 100L);
        window.cluster.ends.put(orders, 8_102L);
        window.cluster.groupMembers.add(
                new GroupDetail.Member("id", "surveyor-1", "/127.0.0.1", OptionalInt.empty(), List.of(orders)));
        SeekSubject group = new SeekSubject.OfGroup(
                new GroupReset(window.cluster, window.cluster, ofThisApp("surveyor-1"), "billing"));
        robot.interact(() -> window.open(new SeekSubject.OfConsumer(window.session), group));
        UiWait.until("rows", () -> window.model().partitions().rows().size() == 6);
        robot.clickOn("#seek-scope-group");
        UiWait.until(
                "refused",
                () -> window.model().effect().applyReasonProperty().get().contains("this app"));
        assertThat(UiWait.onFx(
                        () -> robot.lookup("#seek-reason").queryAs(Label.class).getText()))
                .isEqualTo("1 member active \u2014 1 belongs to this app.");
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            UiWait.runOnFx(() -> window.theme.choiceProperty().set(choice));
            Pictures.check(window.stage, Path.of("target/pictures/seek-members-" + choice + ".png"));
        }

        robot.clickOn("#seek-stop-members");
        UiWait.until(
                "it may go on",
                () -> window.model().effect().applyReasonProperty().get().equals("Tick a partition to move it."));
        assertThat(UiWait.onFx(
                        () -> robot.lookup("#seek-stop-members").queryButton().isVisible()))
                .isFalse();
        robot.clickOn("#seek-tick-0").clickOn("#seek-to-beginning");
        UiWait.until(
                "the preview",
                () -> window.model().effect().applyReasonProperty().get().isEmpty());
        robot.clickOn("#seek-apply");
        UiWait.until("done", () -> !window.applied.isEmpty());
        assertThat(window.cluster.committed).containsEntry(orders, 100L);
        assertThat(window.session.seeks).isEmpty();
    }

    @Test
    void the_choice_goes_back_to_the_consumer_with_its_partitions_ticked(FxRobot robot) {
        window.cluster.topics.put("orders", 1);
        SeekSubject group =
                new SeekSubject.OfGroup(new GroupReset(window.cluster, window.cluster, new NoMembers(), "billing"));
        robot.interact(() -> window.open(new SeekSubject.OfConsumer(window.session), group));
        UiWait.until("rows", () -> window.model().partitions().rows().size() == 6);
        robot.clickOn("#seek-scope-group");
        UiWait.until(
                "nothing to move",
                () -> window.model().effect().applyReasonProperty().get().contains("no commit yet"));
        assertThat(countsFrom(robot)).contains("Committed").doesNotContain("Position");
        robot.clickOn("#seek-scope-consumer");
        UiWait.until(
                "the preview",
                () -> window.model().effect().applyReasonProperty().get().isEmpty());
        assertThat(countsFrom(robot)).contains("Position").doesNotContain("Committed");
        assertThat(window.model().partitions().allTicked()).isTrue();
        assertThat(UiWait.onFx(
                        () -> robot.lookup("#seek-title").queryAs(Label.class).getText()))
                .isEqualTo("Seek orders");
    }

    /** Returns what the choice of what a relative move counts from shows. */
    private static List<String> countsFrom(FxRobot robot) {
        return UiWait.onFx(() -> robot.lookup("#seek-from .list-cell").queryAll().stream()
                .map(cell -> ((Labeled) cell).getText())
                .filter(Objects::nonNull)
                .toList());
    }

    /** Members of this app: one, which the coordinator forgets when it leaves. */
    private GroupMembers ofThisApp(String clientId) {
        FakeGroupMember member = new FakeGroupMember(MemberSettings.of("billing"), clientId, List.of("orders"));
        member.onLeave = () -> window.cluster.groupMembers.clear();
        return new GroupMembers() {
            @Override
            public GroupMember start(MemberSettings settings, List<String> topics) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<GroupMember> of(String groupId) {
                return List.of(member);
            }

            @Override
            public Runnable watch(String groupId, Duration interval) {
                return () -> {};
            }
        };
    }
}
