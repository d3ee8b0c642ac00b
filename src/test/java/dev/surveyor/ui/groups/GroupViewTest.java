package dev.surveyor.ui.groups;

import static dev.surveyor.ui.groups.FakeGroup.p;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupDetail.Member;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.event.ClientEvent.MemberChanged.Kind;
import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.domain.record.PartitionId;
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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@NullUnmarked
@ExtendWith(ApplicationExtension.class)
class GroupViewTest {

    private final FakeGroup group = new FakeGroup();
    private final ManualPulse pulse = new ManualPulse();
    private FakeClipboards clipboards;
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeSettings settings = new FakeSettings();
    private GroupPage page;
    private final SimpleObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.ofHours(1));
    private Stage stage;
    private int seekOpened;

    @Start
    void start(Stage shown) {
        Fonts.load();
        Application.setUserAgentStylesheet(Theme.Variant.LIGHT.stylesheet());
        clipboards = new FakeClipboards();
        page = new GroupPage(
                group.session,
                "billing",
                List.of("orders"),
                new Toolkit(
                        new DirectUiExecutor(), pulse, Runnable::run, group.clock, zone, dialogs, clipboards, settings),
                () -> seekOpened++);
        BorderPane root = new BorderPane(page.content());
        HBox status = new HBox();
        status.getChildren().addAll(page.statusCounts());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        status.getChildren().add(space);
        status.getChildren().addAll(page.statusState());
        status.setAlignment(Pos.CENTER_LEFT);
        root.setBottom(status);
        stage = shown;
        Stages.show(stage, new Scene(root, 1060, 690));
    }

    @Test
    void a_group_without_members_says_how_to_get_one_and_the_form_starts_several(FxRobot robot) {
        tick();
        robot.clickOn("#group-empty-add");
        UiWait.frames(2);
        Pictures.check(stage, Path.of("target/pictures/group-add-light.png"));
        robot.doubleClickOn("#group-add-count").write("3");
        robot.clickOn("#group-add-start");
        tick();

        assertThat(group.members).hasSize(3);
        assertThat(group.members.get(0).topics).containsExactly("orders");
        assertThat(UiWait.onFx(() -> robot.lookup("#group-add").query().isVisible()))
                .isFalse();
    }

    private static Bounds sceneBounds(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScene(node.getLayoutBounds());
    }

    private static double rightOf(FxRobot robot, String id) {
        return UiWait.onFx(() -> sceneBounds(robot, id).getMaxX());
    }

    @Test
    void lanes_look_as_designed(FxRobot robot) {
        playTheMock();
        UiWait.runOnFx(() -> page.model().selected().keyProperty().set("billing-2"));
        tick();
        Pictures.check(stage, Path.of("target/pictures/group-light.png"));
        UiWait.runOnFx(() -> Application.setUserAgentStylesheet(Theme.Variant.DARK.stylesheet()));
        Pictures.check(stage, Path.of("target/pictures/group-dark.png"));
        UiWait.runOnFx(() -> {
            stage.setWidth(740);
            stage.setHeight(490);
        });
        tick();
        UiWait.until(
                "it is narrow", () -> !robot.lookup("#group-protocol").query().isVisible());
        Pictures.check(stage, Path.of("target/pictures/group-narrow-dark.png"));
        assertThat(rightOf(robot, "#group-member-owns"))
                .as("the partitions end before the delay")
                .isLessThanOrEqualTo(
                        UiWait.onFx(() -> sceneBounds(robot, "#group-delay").getMinX()));
        assertThat(rightOf(robot, "#group-member-stop-polling")).isLessThanOrEqualTo(740);
        assertThat(robot.lookup("#group-state")
                        .queryAs(Label.class)
                        .getTooltip()
                        .getText())
                .contains("consumer protocol");
        assertThat(text(robot, "#group-rebalances")).isEqualTo("3");
        assertThat(text(robot, "#group-unowned-total")).isEqualTo("22.4 s");
        assertThat(text(robot, "#group-redelivered-total")).isEqualTo("12");
        assertThat(text(robot, "#group-state")).isEqualTo("Stable");
    }

    @Test
    void the_offsets_of_the_group_are_set_from_its_page(FxRobot robot) {
        playTheMock();
        robot.clickOn("#group-seek");
        assertThat(seekOpened).isEqualTo(1);
    }

    @Test
    void another_time_zone_reaches_the_open_page(FxRobot robot) {
        playTheMock();
        tick();
        TableView<?> table = robot.lookup("#group-events").queryAs(TableView.class);
        assertThat(table.getColumns().get(0).getText()).isEqualTo("Time (UTC+1)");
        assertThat(robot.lookup("10:02:09.114").tryQuery()).isPresent();
        UiWait.runOnFx(() -> zone.set(ZoneOffset.UTC));
        UiWait.frames(2);
        assertThat(table.getColumns().get(0).getText()).isEqualTo("Time (UTC)");
        assertThat(robot.lookup("09:02:09.114").tryQuery()).isPresent();
    }

    @Test
    void the_selected_member_does_what_its_buttons_say(FxRobot robot) {
        playTheMock();
        UiWait.runOnFx(() -> page.focus());
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        tick();
        assertThat(text(robot, "#group-member-name")).isEqualTo("A · billing-1");
        robot.clickOn("#group-member-pause");
        tick();
        robot.clickOn("#group-member-pause");
        tick();
        robot.interact(() -> robot.lookup("#group-delay").queryAs(Slider.class).setValue(40));
        robot.clickOn("#group-member-stop-polling");
        tick();
        robot.clickOn("#group-member-vanish");
        tick();

        assertThat(group.members.get(0).told).containsExactly("pause", "resume", "delay 40", "stop polling", "vanish");
    }

    @Test
    void the_arrow_keys_go_on_from_the_lane_that_was_clicked(FxRobot robot) {
        playTheMock();
        robot.clickOn((Label label) -> label.getStyleClass().contains("group-lane-title")
                && label.getText().equals("A · billing-1"));
        tick();
        assertThat(text(robot, "#group-member-name")).isEqualTo("A · billing-1");
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        tick();
        assertThat(text(robot, "#group-member-name")).isEqualTo("B · billing-2");
    }

    @Test
    void a_row_is_copied_as_text_and_chooses_its_lane(FxRobot robot) {
        playTheMock();
        robot.clickOn("session ran out");
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);

        assertThat(clipboards.text()).contains("billing-3").contains("session ran out");
        assertThat(page.model().selected().keyProperty().get()).isEqualTo("billing-3");
    }

    @Test
    void closing_the_page_lets_its_members_leave_and_ends_the_watching() {
        UiWait.runOnFx(() -> {
            page.model().startMembers(() -> {});
            page.close();
        });

        assertThat(group.members.get(0).told).containsExactly("leave");
        assertThat(group.watchers).isZero();
        assertThat(pulse.listeners()).isZero();
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Label.class).getText());
    }

    private void tick() {
        UiWait.runOnFx(() -> {
            pulse.tick();
            pulse.tick();
        });
        UiWait.frames(2);
    }

    @Test
    void a_group_whose_members_left_says_so_above_what_befell_them(FxRobot robot) {
        tick();
        assertThat(text(robot, "#group-view-state")).isEqualTo("No members");
        assertThat(shown(robot, "No member of this group has been seen")).isTrue();
        group.assigned("09:01:10.000", "worker-1", 3, p(0, 0, 0));
        group.detail = new GroupDetail(
                "billing",
                GroupType.CONSUMER,
                "Stable",
                "uniform",
                OptionalInt.of(3),
                List.of(new Member("a", "worker-1", "/127.0.0.1", OptionalInt.of(3), List.of())),
                Map.of());
        group.at("09:01:12.000");
        tick();
        assertThat(text(robot, "#group-view-state")).isEqualTo("Live");

        group.changed("09:01:20.000", "worker-1", Kind.LEFT, false, 3);
        group.detail =
                new GroupDetail("billing", GroupType.CONSUMER, "Empty", "", OptionalInt.of(4), List.of(), Map.of());
        group.at("09:09:00.000");
        tick();
        tick();

        assertThat(text(robot, "#group-view-state")).isEqualTo("No members");
        assertThat(shown(robot, "The group has no member now")).isTrue();
        assertThat(shown(robot, "No member of this group has been seen")).isFalse();
        assertThat(page.model().rows()).isNotEmpty();
        Pictures.check(stage, Path.of("target/pictures/group-left-light.png"));
    }

    @Test
    void the_history_scrolls_sideways_over_nothing_and_cuts_no_offset_beside_free_room(FxRobot robot) {
        playTheMock();
        group.revoked("09:02:20.000", "billing-1", 15, p(0, 1_248_210, 1_248_198), p(1, 77, 70));
        group.at("09:02:21.000");
        UiWait.runOnFx(() -> stage.setWidth(1_060));
        tick();
        tick();
        TableView<?> table = robot.lookup("#group-events").queryAs(TableView.class);
        UiWait.frames(3);
        Pictures.check(stage, Path.of("target/pictures/group-history-light.png"));
        assertThat(UiWait.onFx(() -> table.lookupAll(".scroll-bar").stream()
                        .map(ScrollBar.class::cast)
                        .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                        .anyMatch(ScrollBar::isVisible)))
                .isFalse();
        assertThat(UiWait.onFx(() -> table.lookupAll(".numeric .text").stream()
                        .map(text -> ((Text) text).getText())
                        .toList()))
                .contains(Numbers.grouped(1_248_210) + "/77", Numbers.grouped(1_248_198) + "/70");
    }

    @Test
    void the_line_above_the_history_makes_it_higher_also_the_next_time(FxRobot robot) {
        playTheMock();
        tick();
        TableView<?> table = robot.lookup("#group-events").queryAs(TableView.class);
        Region edge = robot.lookup("#group-events-edge").queryAs(Region.class);
        UiWait.runOnFx(() -> stage.setHeight(500));
        UiWait.frames(3);
        double before = table.getHeight();
        UiWait.runOnFx(edge::requestFocus);
        for (int i = 0; i < 3; i++) {
            robot.type(KeyCode.UP);
        }
        UiWait.frames(3);
        assertThat(table.getHeight()).isEqualTo(before + 48);
        assertThat(settings.get("group.history-height")).contains("" + Math.round(before + 48));
        robot.doubleClickOn(edge);
        UiWait.frames(3);
        assertThat(table.getHeight()).isEqualTo(before);
    }

    private static boolean shown(FxRobot robot, String words) {
        return UiWait.onFx(() -> robot.lookup(words).tryQuery().isPresent());
    }

    /** Plays what the design shows. */
    private void playTheMock() {
        for (int i = 0; i < 3; i++) {
            group.start(MemberSettings.of("billing"), List.of("orders"));
        }
        group.members.get(2).be(Phase.VANISHED);
        group.assigned(
                "09:01:10.000",
                "billing-1",
                12,
                p(0, 0, 0),
                p(1, 0, 0),
                p(2, 0, 0),
                p(3, 0, 0),
                p(4, 0, 0),
                p(5, 0, 0));
        group.revoked("09:01:27.305", "billing-1", 12, p(3, 590, 590), p(4, 433, 433), p(5, 40, 40));
        group.assigned("09:01:27.905", "billing-2", 13, p(3, 590, 590), p(4, 433, 433), p(5, 40, 40));
        group.revoked("09:01:36.297", "billing-2", 13, p(5, 51, 51));
        group.revoked("09:01:36.298", "billing-1", 13, p(2, 640, 640));
        group.assigned("09:01:36.702", "billing-3", 14, p(2, 640, 640), p(5, 51, 51));
        group.changed("09:01:47.713", "billing-3", Kind.VANISHED, false, 14, p(2, 812, 800), p(5, 77, 77));
        group.changed("09:02:07.716", "billing-3", Kind.SESSION_RAN_OUT, true, 14, p(2, 812, 800), p(5, 77, 77));
        group.changed("09:02:09.114", "worker-9f2", Kind.JOINED, true, 15, p(2, 812, 800), p(5, 77, 77));
        PartitionId p0 = new PartitionId("orders", 0);
        PartitionId p3 = new PartitionId("orders", 3);
        PartitionId p2 = new PartitionId("orders", 2);
        group.detail = new GroupDetail(
                "billing",
                GroupType.CONSUMER,
                "Stable",
                "uniform",
                OptionalInt.of(15),
                List.of(
                        new Member("a", "billing-1", "/127.0.0.1", OptionalInt.of(15), List.of(p0)),
                        new Member("b", "billing-2", "/127.0.0.1", OptionalInt.of(15), List.of(p3)),
                        new Member("worker-9f2-id", "worker-9f2", "/127.0.0.1", OptionalInt.of(15), List.of(p2))),
                Map.of(p0, 986L, p3, 940L, p2, 952L));
        group.ends.putAll(Map.of(p0, 1_000L, p3, 1_000L, p2, 1_000L));
        group.at("09:02:13.000");
        tick();
        group.members.get(0).processed = 120;
        group.members.get(1).processed = 118;
        group.at("09:02:14.000");
        tick();
        tick();
    }
}
