package dev.surveyor.ui.groups;

import static dev.surveyor.ui.groups.FakeGroup.p;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupDetail.Member;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.cluster.StreamsTasks;
import dev.surveyor.domain.consume.MemberSettings.Assignor;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.event.ClientEvent.MemberChanged.Kind;
import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.group.LaneModel;
import dev.surveyor.ui.fx.Dialogs.Confirmation;
import dev.surveyor.ui.fx.Fonts;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The page of groups that are not this app's: share groups, streams groups, static members. */
@NullUnmarked
@ExtendWith(ApplicationExtension.class)
class GroupKindsViewTest {

    private static final PartitionId P0 = new PartitionId("orders", 0);
    private static final PartitionId P1 = new PartitionId("orders", 1);

    private final FakeGroup group = new FakeGroup();
    private final ManualPulse pulse = new ManualPulse();
    private final FakeDialogs dialogs = new FakeDialogs();
    private GroupPage page;
    private Stage stage;

    @Start
    void start(Stage shown) {
        Fonts.load();
        Application.setUserAgentStylesheet(Theme.Variant.LIGHT.stylesheet());
        page = new GroupPage(
                group.session,
                "billing",
                List.of(),
                new Toolkit(
                        new DirectUiExecutor(),
                        pulse,
                        Runnable::run,
                        group.clock,
                        new SimpleObjectProperty<ZoneId>(ZoneOffset.ofHours(1)),
                        dialogs,
                        new FakeClipboards(),
                        new FakeSettings()),
                () -> {});
        stage = shown;
        Stages.show(stage, new Scene((javafx.scene.Parent) page.content(), 1060, 560));
    }

    @Test
    void members_of_a_share_group_stand_side_by_side_with_the_lag_of_the_brokers(FxRobot robot) {
        group.detail = detail(GroupType.SHARE, "share", "Stable", "", member("a", 3, null), member("b", 3, null))
                .with(Map.of(P0, 0L, P1, 0L), Map.of(P0, 1L, P1, 0L));
        group.ends.putAll(Map.of(P0, 10L, P1, 10L));
        seen("09:00:20", "a", "", Kind.JOINED, true, P0, P1);
        seen("09:00:31", "b", "", Kind.JOINED, true, P0, P1);
        tick();

        assertThat(text(robot, "#group-lag")).isEqualTo("1");
        assertThat(text(robot, "#group-protocol")).isEqualTo("share group");
        assertThat(lanes()).extracting(lane -> lane.lane().open().size()).containsExactly(2, 2);
        Pictures.check(stage, Path.of("target/pictures/group-share-light.png"));
    }

    @Test
    void a_partition_without_a_leader_is_named_and_the_lag_says_that_it_lacks_it(FxRobot robot) {
        group.detail = detail(GroupType.CONSUMER, "consumer", "Stable", "uniform", member("a", 3, null))
                .with(Map.of(P0, 4L, P1, 4L), Map.of());
        group.ends.put(P0, 10L);
        group.troubles.put(
                P1,
                new PartitionTrouble(
                        P1, PartitionTrouble.Kind.NO_LEADER, "has no leader: its only replica is on broker 3"));
        seen("09:00:20", "a", "", Kind.JOINED, false, P0, P1);
        tick();
        assertThat(text(robot, "#group-lag")).isEqualTo("\u2265 6");
        assertThat(robot.lookup("#group-trouble").query().isVisible()).isTrue();
        assertThat(robot.lookup("orders[1] has no leader: its only replica is on broker 3.")
                        .tryQuery())
                .isPresent();
        Pictures.check(stage, Path.of("target/pictures/group-trouble-light.png"));

        group.troubles.clear();
        group.ends.put(P1, 10L);
        group.at("09:01:20.000");
        UiWait.runOnFx(() -> {
            pulse.tick();
            pulse.tick();
        });
        UiWait.frames(2);
        assertThat(robot.lookup("#group-trouble").query().isVisible()).isFalse();
        assertThat(text(robot, "#group-lag")).isEqualTo("12");
    }

    @Test
    void a_group_beyond_the_end_of_a_partition_does_not_look_as_if_it_had_read_all(FxRobot robot) {
        group.detail = detail(GroupType.CONSUMER, "consumer", "Stable", "uniform", member("a", 3, null))
                .with(Map.of(P0, 41L), Map.of());
        group.ends.putAll(Map.of(P0, 26L, P1, 10L));
        seen("09:00:20", "a", "", Kind.JOINED, false, P0, P1);
        tick();

        assertThat(text(robot, "#group-lag")).isEqualTo("beyond end");
        assertThat(UiWait.onFx(() -> robot.lookup("#group-lag")
                        .queryAs(Labeled.class)
                        .getTooltip()
                        .getText()))
                .startsWith("the group stands beyond the end of orders[0]");
        assertThat(text(robot, ".group-lane-lag")).isEqualTo("beyond");
        Pictures.check(stage, Path.of("target/pictures/group-beyond-light.png"));
    }

    @Test
    void a_share_group_cannot_be_joined_and_the_form_says_why(FxRobot robot) {
        group.detail = detail(GroupType.SHARE, "share", "Stable", "", member("a", 3, null));
        tick();
        robot.clickOn("#group-member-add");
        UiWait.frames(2);
        assertThat(text(robot, "#group-add-problem")).startsWith("billing is a share group: ");
        assertThat(button(robot, "#group-add-start").isDisabled()).isTrue();
        Pictures.check(stage, Path.of("target/pictures/group-share-join-light.png"));
    }

    @Test
    void a_member_of_a_streams_group_shows_its_tasks(FxRobot robot) {
        StreamsTasks tasks = new StreamsTasks(List.of("0_0", "0_1", "1_0"), List.of("1_1"), List.of());
        Member member = new Member("a", "app-thread-1", "/10.0.0.7", null, OptionalInt.of(3), List.of(P0, P1), tasks);
        group.detail = detail(GroupType.STREAMS, "streams", "Stable", "sticky", member);
        seen("09:00:20", "a", "", Kind.JOINED, false, P0, P1);
        tick();
        select(0);
        assertThat(text(robot, "#group-protocol")).isEqualTo("streams group · sticky");
        assertThat(text(robot, "#group-member-tasks")).isEqualTo("tasks 0_0, 0_1, 1_0, standby 1_1");
        assertThat(lanes().get(0).subtitle()).isEqualTo("external, 3 tasks");
        Pictures.check(stage, Path.of("target/pictures/group-streams-light.png"));
    }

    @Test
    void an_empty_streams_group_is_taken_over_only_after_a_question(FxRobot robot) {
        group.detail = detail(GroupType.STREAMS, "streams", "Empty", "sticky").with(Map.of(P0, 4L), Map.of());
        tick();
        UiWait.runOnFx(() -> page.model().startMembers(() -> {}));
        assertThat(group.members).isEmpty();
        assertThat(((Confirmation) dialogs.asked().get(0)).effect()).contains("Kafka Streams", "cannot come back");

        dialogs.confirming();
        UiWait.runOnFx(() -> page.model().startMembers(() -> {}));
        assertThat(group.members).hasSize(1);
    }

    @Test
    void the_form_proposes_the_protocol_of_the_group_though_it_is_empty() {
        group.detail = detail(GroupType.CONSUMER, "consumer", "Empty", "range").with(Map.of(P0, 4L), Map.of());
        tick();
        assertThat(page.model().form().assignorProperty().get()).isEqualTo(Assignor.CONSUMER_RANGE);
        UiWait.runOnFx(() -> page.model().startMembers(() -> {}));
        assertThat(dialogs.asked()).isEmpty();
        assertThat(group.members).hasSize(1);
    }

    @Test
    void a_static_member_that_closed_has_left_for_now_and_is_removed_after_a_question(FxRobot robot) {
        group.detail = detail(
                        GroupType.CONSUMER,
                        "consumer",
                        "Reconciling",
                        "uniform",
                        member("b", 3, "seat-2"),
                        member("a", -2, "seat-1"))
                .with(Duration.ofSeconds(45));
        seen("09:00:20", "a", "seat-1", Kind.JOINED, false, P0);
        seen("09:00:20", "b", "seat-2", Kind.JOINED, false, P1);
        seen("09:00:40", "a", "seat-1", Kind.SEAT_KEPT, false, P0);
        tick();
        select(0);
        Pictures.check(stage, Path.of("target/pictures/group-seat-light.png"));

        assertThat(text(robot, "#group-state")).isEqualTo("Seat kept");
        assertThat(text(robot, "#group-member-count")).isEqualTo("1 member, 1 seat kept");
        assertThat(text(robot, "#group-member-instance")).isEqualTo("static: seat-1");
        assertThat(text(robot, "#group-member-hint"))
                .isEqualTo("Left for now, its seat is kept until 10:01:25 at the latest");
        assertThat(lanes().get(0).subtitle()).isEqualTo("left for now, seat kept");
        assertThat(lanes().get(1).subtitle()).isEqualTo("external, seat-2");
        robot.clickOn("#group-member-remove");
        assertThat(group.removed).isEmpty();
        Confirmation question = (Confirmation) dialogs.asked().get(0);
        assertThat(question.title()).isEqualTo("Remove seat-1 from group billing");
        assertThat(question.effect()).contains("not at 10:01:25 at the latest");

        dialogs.confirming();
        robot.clickOn("#group-member-remove");
        assertThat(group.removed).containsExactly("billing seat-1");
        UiWait.runOnFx(() -> Application.setUserAgentStylesheet(Theme.Variant.DARK.stylesheet()));
        tick();
        Pictures.check(stage, Path.of("target/pictures/group-seat-dark.png"));
    }

    @Test
    void a_seat_in_a_streams_group_cannot_be_freed_and_the_bar_says_so(FxRobot robot) {
        group.detail = detail(GroupType.STREAMS, "streams", "Reconciling", "sticky", member("a", -2, "seat-1"));
        seen("09:00:40", "a", "seat-1", Kind.SEAT_KEPT, false, P0);
        tick();
        select(0);
        assertThat(button(robot, "#group-member-remove").isVisible()).isFalse();
        assertThat(text(robot, "#group-member-hint"))
                .isEqualTo("Left for now, its seat is kept until its session time-out;"
                        + " brokers do not remove members of streams groups");
    }

    @Test
    void a_member_that_polled_too_late_can_be_told_to_poll_again(FxRobot robot) {
        group.start(dev.surveyor.domain.consume.MemberSettings.of("billing"), List.of("orders"));
        group.assigned("09:00:20.000", "billing-1", 3, p(0, 0, 0));
        group.members.get(0).be(Phase.NOT_POLLING);
        group.changed("09:00:50.000", "billing-1", Kind.POLLED_TOO_LATE, true, 4);
        tick();
        select(0);
        assertThat(lanes().get(0).subtitle()).isEqualTo("stopped polling too long");
        robot.clickOn("#group-member-stop-polling");
        assertThat(group.members.get(0).told).containsExactly("resume");
    }

    private static GroupDetail detail(
            GroupType type, String protocolType, String state, String assignor, Member... members) {
        return new GroupDetail(
                "billing",
                type,
                protocolType,
                state,
                assignor,
                OptionalInt.of(3),
                List.of(members),
                Map.of(),
                Map.of(),
                null);
    }

    private static Member member(String id, int epoch, String instanceId) {
        return new Member(id, "worker", "/10.0.0.7", instanceId, OptionalInt.of(epoch), List.of(P0), StreamsTasks.NONE);
    }

    private void seen(
            String time, String memberId, String instanceId, Kind kind, boolean sharing, PartitionId... partitions) {
        List<MovedPartition> moved = java.util.Arrays.stream(partitions)
                .map(each -> new MovedPartition(each, java.util.OptionalLong.empty(), java.util.OptionalLong.empty()))
                .toList();
        group.session
                .events()
                .publish(new MemberChanged(
                        Instant.parse("2026-01-05T" + time + "Z"),
                        "worker",
                        "billing",
                        memberId,
                        instanceId,
                        3,
                        kind,
                        true,
                        sharing,
                        moved,
                        ""));
    }

    private List<LaneModel> lanes() {
        return page.model().chartProperty().get().lanes();
    }

    private void select(int lane) {
        UiWait.runOnFx(() -> page.model()
                .selected()
                .keyProperty()
                .set(lanes().get(lane).lane().key()));
        UiWait.frames(2);
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup(id).queryButton();
    }

    /** Lets some seconds pass, so that the coordinator is asked, and draws. */
    private void tick() {
        group.at("09:01:05.000");
        UiWait.runOnFx(() -> {
            pulse.tick();
            pulse.tick();
        });
        UiWait.frames(2);
    }
}
