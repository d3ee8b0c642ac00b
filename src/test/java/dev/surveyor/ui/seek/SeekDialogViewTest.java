package dev.surveyor.ui.seek;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.FakeClusterReader;
import dev.surveyor.service.consume.FakeConsumer;
import dev.surveyor.service.group.FakeGroupMember;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.group.GroupReset;
import dev.surveyor.service.group.NoMembers;
import dev.surveyor.service.seek.SeekHistory;
import dev.surveyor.service.seek.SeekSubject;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The seek dialog under a hand, and its pictures. */
@ExtendWith(ApplicationExtension.class)
class SeekDialogViewTest {

    private final FakeConsumer session = PictureConsumer.make();
    private final FakeClusterReader cluster = new FakeClusterReader();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final List<String> applied = new ArrayList<>();
    private final List<Runnable> undo = new ArrayList<>();
    private final Map<SeekSubject, SeekHistory> histories = new HashMap<>();
    private final Sheets root = new Sheets();
    private Theme theme;
    private Stage stage;
    private SeekViewModel model;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        cluster.groupIds.add("billing");
        for (int i = 0; i < 6; i++) {
            Instant time = Instant.parse("2026-11-20T08:14:22.107Z").plusSeconds(i * 40_000L);
            cluster.recordTimes.put(new PartitionId("orders", i), time);
        }
        Stages.show(shown, new Scene(root, 1280, 800));
        open(new SeekSubject.OfConsumer(session));
    }

    private void open() {
        open(new SeekSubject.OfConsumer(session));
    }

    private void open(SeekSubject... subjects) {
        model = new SeekViewModel(
                List.of(subjects),
                SeekViewModelTest.profile(),
                cluster,
                subject -> histories.computeIfAbsent(subject, made -> new SeekHistory()),
                new FxUiExecutor(),
                SeekViewModelTest.CLOCK,
                ZoneId.of("Europe/Berlin"),
                failure -> {});
        SeekDialog dialog = new SeekDialog(model, dialogs, Runnable::run, new FxUiExecutor(), (words, back) -> {
            applied.add(words);
            undo.add(back);
        });
        Sheet before = root.top();
        if (before != null) {
            before.close();
        }
        root.show(dialog);
    }

    @Test
    void the_commits_of_an_empty_group_start_unticked_and_are_undone(FxRobot robot) {
        PartitionId orders = new PartitionId("orders", 0);
        PartitionId payments = new PartitionId("payments", 0);
        for (PartitionId partition : List.of(orders, payments)) {
            cluster.topics.put(partition.topic(), 1);
            cluster.begins.put(partition, 100L);
            cluster.ends.put(partition, 8_102L);
            cluster.committed.put(partition, 8_090L);
        }
        robot.interact(
                () -> open(new SeekSubject.OfGroup(new GroupReset(cluster, cluster, new NoMembers(), "billing"))));
        UiWait.until("rows", () -> model.partitions().rows().size() == 2);
        assertThat(UiWait.onFx(() -> robot.lookup("#seek-apply").queryButton().isDisabled()))
                .isTrue();
        assertThat(model.effect().applyReasonProperty().get()).isEqualTo("Tick a partition to move it.");
        robot.clickOn("#seek-tick-orders-0").clickOn("#seek-to-beginning");
        UiWait.until(
                "the preview", () -> model.effect().applyReasonProperty().get().isEmpty());
        Pictures.check(stage, Path.of("target/pictures/seek-group-light.png"));
        assertThat(UiWait.onFx(() -> robot.lookup("#seek-apply").queryButton().getText()))
                .isEqualTo("Commit 1 offset to billing");
        robot.clickOn("#seek-apply");
        UiWait.until("done", () -> !applied.isEmpty());
        assertThat(cluster.committed).containsEntry(orders, 100L).containsEntry(payments, 8_090L);
        robot.interact(undo.get(0));
        UiWait.until("undone", () -> Long.valueOf(8_090).equals(cluster.committed.get(orders)));
    }

    @Test
    void a_group_stands_where_its_commits_are_and_a_move_on_has_its_sign(FxRobot robot) {
        PartitionId near = new PartitionId("orders", 0);
        PartitionId far = new PartitionId("orders", 1);
        cluster.topics.put("orders", 2);
        cluster.begins.putAll(Map.of(near, 0L, far, 0L));
        cluster.ends.putAll(Map.of(near, 11L, far, 26L));
        cluster.committed.putAll(Map.of(near, 10L, far, 41L));
        robot.interact(
                () -> open(new SeekSubject.OfGroup(new GroupReset(cluster, cluster, new NoMembers(), "billing"))));
        UiWait.until("rows", () -> model.partitions().rows().size() == 2);
        robot.clickOn("#seek-tick-all").clickOn("#seek-to-end");
        UiWait.until(
                "the preview", () -> model.effect().applyReasonProperty().get().isEmpty());

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
            UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
            for (double width : new double[] {1_280, 960}) {
                UiWait.runOnFx(() -> {
                    stage.setWidth(width);
                    stage.setHeight(width * 0.625);
                });
                Pictures.check(stage, Path.of("target/pictures/seek-beyond-" + choice + "-" + (int) width + ".png"));
            }
        }
    }

    @Test
    void a_group_with_members_says_who_stands_in_the_way(FxRobot robot) {
        cluster.topics.put("orders", 1);
        cluster.groupMembers.add(
                new GroupDetail.Member("id", "worker-9f2", "/10.0.0.7", OptionalInt.empty(), List.of()));
        robot.interact(
                () -> open(new SeekSubject.OfGroup(new GroupReset(cluster, cluster, new NoMembers(), "billing"))));
        UiWait.until("refused", () -> model.effect().applyReasonProperty().get().contains("worker-9f2"));
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
        cluster.topics.put("orders", 1);
        cluster.begins.put(orders, 100L);
        cluster.ends.put(orders, 8_102L);
        cluster.groupMembers.add(
                new GroupDetail.Member("id", "surveyor-1", "/127.0.0.1", OptionalInt.empty(), List.of(orders)));
        SeekSubject group =
                new SeekSubject.OfGroup(new GroupReset(cluster, cluster, ofThisApp("surveyor-1"), "billing"));
        robot.interact(() -> open(new SeekSubject.OfConsumer(session), group));
        UiWait.until("rows", () -> model.partitions().rows().size() == 6);
        robot.clickOn("#seek-scope-group");
        UiWait.until("refused", () -> model.effect().applyReasonProperty().get().contains("this app"));
        assertThat(UiWait.onFx(
                        () -> robot.lookup("#seek-reason").queryAs(Label.class).getText()))
                .isEqualTo("1 member active \u2014 1 belongs to this app.");
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
            Pictures.check(stage, Path.of("target/pictures/seek-members-" + choice + ".png"));
        }

        robot.clickOn("#seek-stop-members");
        UiWait.until(
                "it may go on",
                () -> model.effect().applyReasonProperty().get().equals("Tick a partition to move it."));
        assertThat(UiWait.onFx(
                        () -> robot.lookup("#seek-stop-members").queryButton().isVisible()))
                .isFalse();
        robot.clickOn("#seek-tick-0").clickOn("#seek-to-beginning");
        UiWait.until(
                "the preview", () -> model.effect().applyReasonProperty().get().isEmpty());
        robot.clickOn("#seek-apply");
        UiWait.until("done", () -> !applied.isEmpty());
        assertThat(cluster.committed).containsEntry(orders, 100L);
        assertThat(session.seeks).isEmpty();
    }

    @Test
    void the_choice_goes_back_to_the_consumer_with_its_partitions_ticked(FxRobot robot) {
        cluster.topics.put("orders", 1);
        SeekSubject group = new SeekSubject.OfGroup(new GroupReset(cluster, cluster, new NoMembers(), "billing"));
        robot.interact(() -> open(new SeekSubject.OfConsumer(session), group));
        UiWait.until("rows", () -> model.partitions().rows().size() == 6);
        robot.clickOn("#seek-scope-group");
        UiWait.until(
                "nothing to move",
                () -> model.effect().applyReasonProperty().get().contains("no commit yet"));
        assertThat(countsFrom(robot)).contains("Committed").doesNotContain("Position");
        robot.clickOn("#seek-scope-consumer");
        UiWait.until(
                "the preview", () -> model.effect().applyReasonProperty().get().isEmpty());
        assertThat(countsFrom(robot)).contains("Position").doesNotContain("Committed");
        assertThat(model.partitions().allTicked()).isTrue();
        assertThat(UiWait.onFx(
                        () -> robot.lookup("#seek-title").queryAs(Label.class).getText()))
                .isEqualTo("Seek orders");
    }

    @Test
    void the_tab_key_goes_through_the_fields_and_changes_nothing(FxRobot robot) {
        UiWait.until("the preview", () -> apply().getText().equals("Seek 6 partitions") && !apply().isDisabled());
        for (int i = 0; i < 40 && !UiWait.onFx(() -> apply().isFocused()); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(UiWait.onFx(() -> apply().isFocused())).isTrue();
        assertThat(model.form().kindProperty().get()).isEqualTo(SeekForm.Kind.BEGINNING);
        UiWait.runOnFx(() -> robot.lookup("#seek-relative").query().requestFocus());
        robot.write("5");
        UiWait.until(
                "what is typed into is chosen",
                () -> model.form().kindProperty().get() == SeekForm.Kind.RELATIVE);
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
        member.onLeave = () -> cluster.groupMembers.clear();
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

    @Test
    void an_offset_is_previewed_then_applied_then_undone(FxRobot robot) {
        robot.clickOn("#seek-offset").push(KeyCode.CONTROL, KeyCode.A).write("500");
        UiWait.until("the preview", () -> apply().getText().equals("Seek 6 partitions") && !apply().isDisabled());
        robot.clickOn("#seek-tick-4");
        UiWait.until("five", () -> apply().getText().equals("Seek 5 partitions"));
        assertThat(((TextField) node("#seek-target-3")).getText()).isEqualTo("1\u00a0200");
        robot.clickOn("#seek-apply");
        UiWait.until("closed", () -> root.top() == null);
        assertThat(session.seeks).hasSize(1);
        assertThat(session.seeks.get(0)).hasSize(5).containsEntry(new PartitionId("orders", 3), 1_200L);
        assertThat(applied).containsExactly("Moved 5 partitions to offset 500");
        UiWait.runOnFx(undo.get(0));
        assertThat(session.seeks.get(1)).containsEntry(new PartitionId("orders", 3), 48_207L);
    }

    @Test
    void a_target_typed_into_a_row_is_custom(FxRobot robot) {
        robot.clickOn("#seek-tick-all");
        UiWait.until("none", () -> label("#seek-reason").getText().equals("Tick a partition to move it."));
        assertThat(apply().isDisabled()).isTrue();
        robot.clickOn("#seek-tick-5").clickOn("#seek-target-5").push(KeyCode.CONTROL, KeyCode.A);
        robot.write("12000").type(KeyCode.ENTER);
        UiWait.until("custom", () -> label("#seek-summary").getText().startsWith("Reads about 747 records"));
        assertThat(UiWait.onFx(root::top)).isNotNull();
        robot.clickOn("#seek-apply");
        UiWait.until("closed", () -> root.top() == null);
        assertThat(session.seeks).containsExactly(Map.of(new PartitionId("orders", 5), 12_000L));
    }

    @Test
    void a_failed_seek_is_told_in_the_dialog_which_stays(FxRobot robot) {
        UiWait.until("the preview", () -> !apply().isDisabled());
        session.refusal = SeekViewModelTest.failure("Broker 1 did not answer.");
        robot.clickOn("#seek-apply");
        UiWait.until("the banner", () -> node("#seek-banner").isVisible());
        assertThat(UiWait.onFx(root::top)).isNotNull();
    }

    @Test
    void esc_cancels_and_nothing_moves(FxRobot robot) {
        robot.clickOn("#seek-offset").type(KeyCode.ESCAPE);
        UiWait.until("closed", () -> root.top() == null);
        assertThat(session.seeks).isEmpty();
    }

    @Test
    void the_preview_is_exported(FxRobot robot) throws Exception {
        Path file = folder.resolve("seek.csv");
        dialogs.choosing(file);
        UiWait.until("the preview", () -> !apply().isDisabled());
        robot.clickOn("#seek-export");
        UiWait.until("said", () -> label("#seek-reason").getText().startsWith("Exported"));
        assertThat(Files.readAllLines(file)).hasSize(7);
    }

    @Test
    void five_hundred_partitions_have_only_the_visible_rows_drawn(FxRobot robot) {
        UiWait.runOnFx(() -> {
            for (int i = 6; i < 500; i++) {
                PictureConsumer.add(session, 0, 1_000, 1_000, -1);
            }
            open();
        });
        UiWait.until("the preview", () -> apply().getText().equals("Seek 500 partitions"));
        UiWait.frames(3);
        assertThat(root.lookupAll(".table-row-cell").size()).isLessThan(40);
    }

    @ParameterizedTest
    @EnumSource(Theme.Variant.class)
    void pictures(Theme.Variant variant) {
        UiWait.runOnFx(() -> {
            theme.choiceProperty().set(Theme.Choice.valueOf(variant.name()));
            model.form().offsetProperty().set("500");
            model.form().kindProperty().set(SeekForm.Kind.OFFSET);
            model.partitions().tick(new PartitionId("orders", 4), false);
            model.partitions().setCustom(new PartitionId("orders", 5), "12000");
        });
        UiWait.until("the preview", () -> apply().getText().equals("Seek 5 partitions"));
        for (double[] size : new double[][] {{1280, 800}, {960, 600}}) {
            UiWait.runOnFx(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
            });
            Path file = Path.of("target", "pictures", "seek-" + variant + "-" + (int) size[0] + ".png");
            Pictures.check(stage, file);
        }
    }

    private Button apply() {
        return (Button) node("#seek-apply");
    }

    private Label label(String id) {
        return (Label) node(id);
    }

    private Node node(String id) {
        return stage.getScene().lookup(id);
    }
}
