package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupType;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.UiWait;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The bar of the consumer where it has little room. */
@ExtendWith(ApplicationExtension.class)
class ConsumeBarViewTest {

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @BeforeEach
    void start() {
        UiWait.runOnFx(() -> {
            rig.model.consume().choiceProperty().set(ConsumeChoice.DEFAULT.with(IsolationLevel.READ_COMMITTED));
        });
    }

    @Test
    void the_mode_is_short_where_there_is_no_room_and_whole_again_where_there_is(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        MenuButton mode = robot.lookup("#records-mode").queryAs(MenuButton.class);
        resize(960, 600);
        assertThat(mode.getText()).isEqualTo("Standalone · committed only");

        rig.run(() -> rig.view.show(((ConsumedRecord) rig.model.feed().rows().get(4)).reference()));
        robot.clickOn("#inspector-unfold");
        UiWait.until("the mode is short", () -> mode.getText().equals("Standalone"));
        rig.picture("bar-960");
        assertThat(mode.getAccessibleText()).isEqualTo("As whom to read: Standalone · committed only");
        assertThat(mode.getTooltip().getText()).isEqualTo("As whom to read: Standalone · committed only");
        assertThat(mode.getWidth()).isGreaterThanOrEqualTo(Math.floor(mode.prefWidth(-1)));

        robot.clickOn("#inspector-close");
        UiWait.until("the mode is whole", () -> mode.getText().equals("Standalone · committed only"));
    }

    @Test
    void a_member_keeps_its_group(FxRobot robot) {
        rig.run(() -> rig.model
                .consume()
                .choose(ConsumeChoice.DEFAULT.with(new ConsumerMode.GroupMember(MemberSettings.of("billing")))));
        MenuButton mode = robot.lookup("#records-mode").queryAs(MenuButton.class);
        assertThat(mode.getAccessibleText()).startsWith("As whom to read: Member of billing · ");
        resize(500, 600);
        UiWait.until("the mode is short", () -> mode.getText().equals("Member of billing"));
    }

    @Test
    void joining_is_asked_first_and_commits_nothing_unless_that_is_chosen(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        int rows = rig.model.feed().rows().size();
        joinByMenu(robot);
        assertThat(rig.model.consume().choiceProperty().get().standalone()).isTrue();

        rig.dialogs.typing(" billing ");
        joinByMenu(robot);

        Dialogs.Option told = (Dialogs.Option) rig.dialogs.asked().get(0);
        assertThat(told.effect()).contains("at once", "partitions of orders", "committed offsets", "rows", "stay");
        assertThat(told.words()).contains("every 5 seconds");
        assertThat(rig.model.consume().choiceProperty().get().mode())
                .isEqualTo(new ConsumerMode.GroupMember(MemberSettings.of("billing", CommitPolicy.OFF)));
        assertThat(rig.cluster.consumer().request.mode()).isInstanceOf(ConsumerMode.GroupMember.class);
        assertThat(rig.model.feed().rows()).hasSize(rows);
    }

    @Test
    void a_share_group_is_not_joined_and_the_reason_is_said(FxRobot robot) {
        join(robot, GroupType.SHARE, "share");
        BrokerFailure said = asked(BrokerFailure.class);
        assertThat(said.sentence()).contains("billing was not joined", "is a share group");
        assertThat(rig.model.consume().choiceProperty().get().standalone()).isTrue();
    }

    @Test
    void an_empty_streams_group_is_joined_only_after_a_question(FxRobot robot) {
        join(robot, GroupType.STREAMS, "streams");
        assertThat(asked(Dialogs.Confirmation.class).effect()).contains("Kafka Streams");
        assertThat(rig.model.consume().choiceProperty().get().standalone()).isTrue();
        rig.dialogs.confirming();
        joinByMenu(robot);
        assertThat(rig.model.consume().choiceProperty().get().standalone()).isFalse();
    }

    @Test
    void a_consumer_group_is_joined_by_its_own_protocol(FxRobot robot) {
        join(robot, GroupType.CONSUMER, "consumer");
        assertThat(rig.dialogs.asked()).noneMatch(Dialogs.Confirmation.class::isInstance);
        assertThat(rig.model.consume().choiceProperty().get().mode())
                .isEqualTo(new ConsumerMode.GroupMember(
                        MemberSettings.of("billing", CommitPolicy.OFF).with(MemberSettings.Assignor.CONSUMER_UNIFORM)));
    }

    /** Asks to join an empty group of that kind. */
    private void join(FxRobot robot, GroupType type, String protocolType) {
        rig.cluster.groups.put(
                "billing",
                new GroupDetail(
                        "billing",
                        type,
                        protocolType,
                        "Empty",
                        "",
                        OptionalInt.of(1),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        null));
        rig.dialogs.typing("billing");
        joinByMenu(robot);
    }

    private static void joinByMenu(FxRobot robot) {
        MenuButton mode = robot.lookup("#records-mode").queryAs(MenuButton.class);
        UiWait.runOnFx(() -> {
            mode.show();
            mode.getItems().stream()
                    .filter(item -> "records-mode-member".equals(item.getId()))
                    .forEach(MenuItem::fire);
            mode.hide();
        });
        // The group is looked at first.
        UiWait.frames(2);
    }

    private <T> T asked(Class<T> type) {
        return rig.dialogs.asked().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private void resize(double width, double height) {
        UiWait.runOnFx(() -> {
            rig.stage.setWidth(width);
            rig.stage.setHeight(height);
        });
        UiWait.frames(4);
    }
}
