package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.ConfigEntry;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.ReadOutcome;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.service.search.FakeSearches;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.records.consume.TableState;
import dev.surveyor.ui.testing.UiWait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The filter's help, reading one record at a time, and what is said of records and gaps. */
@ExtendWith(ApplicationExtension.class)
class RecordsWaysViewTest {

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @Test
    void the_menu_of_a_record_exports_the_selected_rows() {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.plain(0, 0, 9));
        rig.run(() -> rig.table().getSelectionModel().selectIndices(2, 5));
        MenuItem export = UiWait.onFx(() -> rig.table().getContextMenu().getItems().stream()
                .filter(item -> "records-menu-export".equals(item.getId()))
                .findFirst()
                .orElseThrow());
        rig.run(export::fire);
        assertThat(rig.exported).extracting(ConsumedRecord::offset).containsExactly(2L, 5L);
    }

    @Test
    void choosing_where_to_start_puts_the_focus_on_the_rows(FxRobot robot) {
        robot.clickOn("#records-begin-new");
        assertThat(UiWait.onFx(() -> rig.table().isFocused())).isTrue();
    }

    @Test
    void menus_keep_the_underscores_of_names(FxRobot robot) {
        MenuButton modes = robot.lookup("#records-mode").query();
        UiWait.runOnFx(modes::show);
        List<MenuItem> items = UiWait.onFx(() -> List.copyOf(modes.getItems()));
        UiWait.runOnFx(modes::hide);
        assertThat(items).anyMatch(item -> String.valueOf(item.getText()).contains("read_uncommitted"));
        assertThat(items).noneMatch(item -> item.getText() != null && item.isMnemonicParsing());
    }

    @Test
    void the_filter_completes_what_was_seen_and_tab_takes_it(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        robot.clickOn("#records-filter").write("stat");
        ListView<?> completion = robot.lookup("#records-filter-completion").queryListView();
        UiWait.until(
                "suggestions",
                () -> completion.isVisible() && !completion.getItems().isEmpty());
        rig.picture("completion");
        robot.type(KeyCode.TAB);
        assertThat(field(robot).getText()).isEqualTo("value.status");
        robot.write("=p");
        UiWait.until("values", () -> completion.isVisible());
        robot.type(KeyCode.DOWN).type(KeyCode.UP).type(KeyCode.TAB);
        assertThat(field(robot).getText()).startsWith("value.status=\"p");
        robot.write(" && k").type(KeyCode.ESCAPE);
        assertThat(completion.isVisible()).isFalse();
        assertThat(field(robot).getText()).endsWith("&& k");
    }

    @Test
    void a_filter_is_saved_as_a_button_and_comes_back_when_its_deletion_is_undone(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        robot.interact(() -> rig.model.filter().apply("value.status=paid"));
        rig.tick();
        rig.dialogs.typing("only paid");
        RecordsRig.choose(robot, "#records-filter-saved", "records-filter-save");
        UiWait.until(
                "a button",
                () -> robot.lookup("#records-filter-button-0").tryQuery().isPresent());
        rig.picture("saved-filter");
        robot.clickOn("#records-filter-button-0");
        assertThat(rig.model.filter().appliedProperty().get()).isEmpty();
        robot.clickOn("#records-filter-button-0");
        assertThat(rig.model.filter().appliedProperty().get()).isEqualTo("value.status=paid");

        RecordsRig.choose(robot, "#records-filter-saved", "records-filter-delete-0");
        assertThat(robot.lookup("#records-filter-button-0").tryQuery()).isEmpty();
        robot.clickOn("#records-banner-undo");
        assertThat(robot.lookup("#records-filter-button-0").tryQuery()).isPresent();
    }

    @Test
    void skipped_records_are_counted_where_they_are_switched_off(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        robot.interact(() -> rig.model.filter().apply("value.status=paid"));
        robot.clickOn("#records-filter-skip");
        rig.poll(Samples.picture());

        assertThat(text(robot, "#records-filter-skip")).isEqualTo("Skipped 16");
        assertThat(text(robot, "#records-filtered")).isEqualTo("16");
    }

    @Test
    void where_nothing_matches_older_records_can_be_searched(FxRobot robot) {
        rig.run(() -> rig.model.consume().choose(ConsumeChoice.DEFAULT.with(Set.of(0, 3))));
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.plain(0, 100, 5));
        rig.poll(Samples.plain(3, 70, 5));
        robot.interact(() -> rig.model.filter().apply("cust-999"));
        rig.tick();
        assertThat(text(robot, "#records-empty")).isEqualTo("0 of 10 buffered records match");
        rig.picture("nothing-matches");
        robot.clickOn("#records-empty-search-older");
        UiWait.until("asked", () -> !rig.asked.isEmpty());
        SearchScope before = new SearchScope(
                "orders",
                Set.of(0, 3),
                new SearchRange.EachOffsets(
                        Map.of(0, new SearchRange.Offsets(0, 100), 3, new SearchRange.Offsets(0, 70))),
                IsolationLevel.READ_UNCOMMITTED);
        assertThat(rig.asked).containsExactly(new RecordsRig.Asked("cust-999", before));
    }

    @Test
    void what_began_at_the_beginning_has_nothing_older_and_is_searched_whole(FxRobot robot) {
        rig.run(() -> rig.model.consume().choose(ConsumeChoice.DEFAULT.with(new StartPosition.Beginning())));
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.plain(0, 0, 5));
        robot.interact(() -> rig.model.filter().apply("cust-999"));
        rig.tick();
        robot.clickOn("#records-empty-search-older");
        UiWait.until("asked", () -> !rig.asked.isEmpty());
        assertThat(rig.asked).containsExactly(new RecordsRig.Asked("cust-999", SearchScope.whole("orders")));
    }

    @Test
    void aborted_records_are_struck_through_and_open_ones_have_a_clock(FxRobot robot) {
        FakeSearches log = new FakeSearches();
        log.records.addAll(Samples.plain(0, 0, 12));
        log.aborted.addAll(List.of(3L, 4L, 5L));
        log.lastStable = 10;
        rig.cluster.session.with(log);
        rig.run(rig.model.consume()::start);
        rig.poll(log.records);
        rig.run(() -> rig.model.transactions().wantedProperty().set(true));
        MenuButton more = robot.lookup("#records-more").queryAs(MenuButton.class);
        assertThat(RecordsRig.find(more.getItems(), "records-mark-aborted"))
                .isInstanceOfSatisfying(CheckMenuItem.class, item -> assertThat(item.isSelected())
                        .isTrue());
        UiWait.until("marked", () -> rig.model.transactions().changesProperty().get() > 1);
        rig.tick();
        rig.run(() -> rig.view.show(Samples.plain(0, 4).reference()));
        robot.clickOn("#inspector-tab-metadata");
        UiWait.until(
                "the metadata",
                () -> robot.lookup("#inspector-meta-transaction").tryQuery().isPresent());
        rig.picture("aborted");
        assertThat(robot.lookup("#inspector-meta-transaction")
                        .queryAs(TextField.class)
                        .getText())
                .isEqualTo("aborted");
        PseudoClass aborted = PseudoClass.getPseudoClass("aborted");
        assertThat(UiWait.onFx(() -> rig.table().lookupAll(".table-row-cell").stream()
                        .filter(row -> row.getPseudoClassStates().contains(aborted))
                        .count()))
                .isEqualTo(3);
    }

    @Test
    void f9_reads_one_and_a_time_out_is_told_as_what_it_is(FxRobot robot) {
        robot.clickOn("#records-begin-new");
        rig.tick();
        robot.clickOn("#records-table").type(KeyCode.F9);
        rig.tick();
        var wish = rig.cluster.consumer().readOnes.get(0);
        assertThat(wish.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(text(robot, "#records-read-waiting")).isEqualTo("Reading one, 5 s left");
        rig.picture("read-one");
        wish.result().complete(new ReadOutcome.TimedOut(Duration.ofSeconds(5)));
        UiWait.until("told", () -> rig.model.readOne().waitingProperty().get().isEmpty());
        rig.tick();
        assertThat(text(robot, "#records-banner-title")).isEqualTo("No record came within 5\u00a0s.");

        robot.type(KeyCode.F9);
        rig.cluster.consumer().poll(List.of(Samples.plain(0, 7)));
        rig.cluster
                .consumer()
                .readOnes
                .get(1)
                .result()
                .complete(new ReadOutcome.Read(Samples.plain(0, 7).reference()));
        UiWait.until("read", () -> rig.model.readOne().waitingProperty().get().isEmpty());
        rig.tick();
        assertThat(rig.table().getSelectionModel().getSelectedItem().offset()).isEqualTo(7);
    }

    @Test
    void listening_ends_by_itself_when_nothing_comes() {
        rig.run(() -> rig.model.readOne().listen(Duration.ofSeconds(5)));
        rig.poll(Samples.picture());
        rig.clock.forward(Duration.ofSeconds(4));
        rig.tick();
        assertThat(rig.model.consume().consumer().stateProperty().get()).isEqualTo(TableState.LIVE);
        rig.clock.forward(Duration.ofSeconds(2));
        rig.tick();

        assertThat(rig.model.consume().consumer().stateProperty().get()).isEqualTo(TableState.STOPPED);
        assertThat(rig.cluster.session.events().since(0).events())
                .hasAtLeastOneElementOfType(ClientEvent.ReadTimedOut.class);
        assertThat(rig.model.feed().rows()).isNotEmpty();
    }

    @Test
    void a_gap_in_a_topic_that_is_not_compacted_is_said_to_be_markers(FxRobot robot) {
        rig.cluster.detail = new TopicDetail(
                "orders", false, List.of(), List.of(new ConfigEntry("cleanup.policy", "delete", true, "default")));
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        UiWait.until("the reason is known", () -> robot.lookup(".caption").queryAll().stream()
                .anyMatch(
                        node -> node instanceof Labeled label && label.getText().endsWith("(transaction markers)")));
    }

    @Test
    void a_gap_of_deleted_records_is_said_to_be_that_in_any_topic(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        List<ConsumedRecord> records = Samples.picture();
        ConsumedRecord last = records.get(records.size() - 1);
        rig.poll(records);
        rig.run(() -> rig.cluster.consumer().sink.deletedBefore(last.partition(), last.offset() + 50));
        rig.poll(List.of(ConsumedRecord.at(last.partition(), last.offset() + 50)
                .timestamp(last.timestamp(), last.timestampType())
                .build()));
        UiWait.until("the reason is told", () -> robot.lookup(".caption").queryAll().stream()
                .anyMatch(node ->
                        node instanceof Labeled label && label.getText().endsWith("(deleted before they were read)")));
    }

    @Test
    void f8_pauses_from_the_inspector_too(FxRobot robot) {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        rig.run(() -> rig.view.show(Samples.picture().get(14).reference()));
        robot.clickOn("#inspector-tab-key").type(KeyCode.F8);
        rig.tick();
        assertThat(rig.cluster.consumer().phase).isEqualTo(ConsumePhase.PAUSED_BY_USER);
    }

    private static TextField field(FxRobot robot) {
        return UiWait.onFx(() -> robot.lookup("#records-filter").queryAs(TextField.class));
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }
}
