package dev.surveyor.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.service.search.FakeSearch;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.testing.UiWait;
import java.time.Duration;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A search on its way from the form to its certificate. */
@ExtendWith(ApplicationExtension.class)
class SearchViewTest {

    private static final BrokerFailure GONE = new BrokerFailure(
            "sandbox: the cluster did not answer in time while searching inventory.",
            "The brokers may be down.",
            List.of("Check that the brokers run"),
            "",
            BrokerFailure.Kind.RETRIABLE);

    private SearchRig rig;

    @Start
    void start(Stage stage) {
        rig = new SearchRig(stage);
    }

    @Test
    void a_running_search_shows_progress_matches_and_what_is_not_proven_yet(FxRobot robot) {
        rig.ask("value.reason=\"damaged\" && value.qty>=100");
        rig.half();
        rig.tick();

        assertThat(rig.text("#search-match-count")).isEqualTo("318 matches");
        assertThat(rig.text("#search-verdict")).isEqualTo("Not complete yet");
        assertThat(rig.text("#search-explanation")).startsWith("3 of 6 partitions");
        assertThat(rig.text("#search-share")).isEqualTo("76.1\u00a0%");
        assertThat(rig.text("#search-rate")).contains("left");
        assertThat(rig.page.markProperty().get()).isEqualTo(Page.Mark.LIVE);
        assertThat(UiWait.onFx(() ->
                        robot.lookup("#search-matches").<TableView<?>>query().getItems()))
                .hasSize(40);
        rig.pictures("running");
        robot.clickOn("#search-start");
        assertThat(rig.searches.last().cancelled).isTrue();
    }

    @Test
    void what_a_table_asks_is_searched_at_once_before_what_it_keeps(FxRobot robot) {
        SearchRange before = new SearchRange.EachOffsets(java.util.Map.of(3, new SearchRange.Offsets(0, 70)));
        robot.interact(() -> rig.page.search(
                "cust-999",
                new SearchScope("inventory", java.util.Set.of(3, 0), before, IsolationLevel.READ_COMMITTED)));

        assertThat(rig.searches.last().request().scope().range()).isEqualTo(before);
        assertThat(rig.searches.last().request().scope().partitions()).containsExactlyInAnyOrder(0, 3);
        assertThat(rig.searches.last().request().scope().isolation()).isEqualTo(IsolationLevel.READ_COMMITTED);
        assertThat(rig.text("#search-range")).isEqualTo("Older than the table");
        assertThat(robot.lookup("#search-partitions")
                        .queryAs(javafx.scene.control.TextField.class)
                        .getText())
                .isEqualTo("0,3");
        rig.pictures("older");
    }

    @Test
    void a_double_click_starts_one_search_and_does_not_stop_it(FxRobot robot) {
        robot.doubleClickOn("#search-start");

        assertThat(rig.searches.started).hasSize(1);
        assertThat(rig.searches.last().cancelled).isFalse();
    }

    @Test
    void a_search_that_breaks_down_says_so_and_does_not_run_for_ever(FxRobot robot) {
        rig.ask("value.reason=damaged");
        rig.half();
        rig.searches.last().breakDown(new IllegalStateException("a reader that nobody made"));
        UiWait.until("it has ended", () -> rig.page.markProperty().get() == Page.Mark.FAILED);

        assertThat(rig.text("#search-verdict")).startsWith("Failed at 76.1");
        assertThat(rig.tasks.all()).isEmpty();
        robot.clickOn("#search-start");
        assertThat(rig.searches.started).as("another search can be started").hasSize(2);
    }

    @Test
    void the_certificate_of_a_complete_search_can_be_copied(FxRobot robot) {
        rig.ask("value.reason=damaged");
        rig.half();
        rig.complete();
        rig.searches.last().elapsed = Duration.ofSeconds(41);
        rig.searches.last().end(SearchEnd.COMPLETE, null);
        rig.tick();

        assertThat(rig.text("#search-verdict")).isEqualTo("Complete");
        assertThat(rig.text("#search-certificate-unread")).isEqualTo("0");
        assertThat(rig.text("#search-certificate-sum")).contains("=");
        robot.clickOn("#search-certificate-copy");
        assertThat(rig.clipboards.text())
                .contains("value.reason=damaged")
                .contains("Complete. Every offset of the range was read.")
                .contains("kS9fPq2RTr6vW1mAz83Qw")
                .contains("to - from = read + absent + deleted + unread");
        rig.pictures("complete");
    }

    @Test
    void a_cancelled_search_says_how_far_it_came() {
        rig.ask("damaged");
        rig.half();
        rig.searches.last().end(SearchEnd.CANCELLED, null);
        rig.tick();

        assertThat(rig.text("#search-verdict")).isEqualTo("Cancelled at 76.1\u00a0%");
        assertThat(rig.text("#search-start")).isEqualTo("Search");
        rig.pictures("cancelled");
    }

    @Test
    void a_search_that_waits_for_its_broker_says_so_and_keeps_its_matches(FxRobot robot) {
        rig.ask("damaged");
        rig.half();
        rig.searches.last().phase = SearchPhase.WAITING;
        rig.searches.last().trouble = GONE;
        rig.tick();

        assertThat(robot.lookup("Waiting for the broker. " + GONE.what()).tryQuery())
                .isPresent();
        assertThat(rig.page.markProperty().get()).isEqualTo(Page.Mark.BUSY);
        rig.pictures("waiting");
    }

    @Test
    void a_failed_search_says_why() {
        rig.ask("damaged");
        rig.half();
        rig.searches.last().end(SearchEnd.FAILED, GONE);
        rig.tick();

        assertThat(rig.page.markProperty().get()).isEqualTo(Page.Mark.FAILED);
        assertThat(rig.text("#search-verdict")).startsWith("Failed");
        assertThat(rig.states()).contains("✓ to the end", "not to the end").doesNotContain("→ reading");
        rig.pictures("failed");
    }

    @Test
    void a_topic_without_records_and_a_search_without_a_match_differ() {
        rig.ask("damaged");
        rig.searches.last().end(SearchEnd.COMPLETE, null);
        rig.tick();
        assertThat(rig.text("#search-placeholder")).isEqualTo("There is no record in this range.");

        rig.ask("nothing");
        rig.searches.last().tallies = List.of(SearchRig.tally(0, 0, 100, 100, 90, 0));
        rig.searches.last().end(SearchEnd.COMPLETE, null);
        rig.tick();
        assertThat(rig.text("#search-placeholder")).isEqualTo("No record of the range matches.");
        rig.pictures("no-match");
    }

    @Test
    void a_filter_that_is_none_is_explained_and_not_searched_for(FxRobot robot) {
        rig.ask("value.qty>=");

        assertThat(rig.searches.started).isEmpty();
        assertThat(rig.text("#search-error")).startsWith("col 12");
        assertThat(UiWait.onFx(() -> robot.lookup("#search-start").query().isDisabled()))
                .isTrue();
        rig.pictures("wrong");
    }

    @Test
    void a_filter_that_is_still_being_typed_is_wrong_only_when_it_is_searched_for(FxRobot robot) {
        PseudoClass wrong = PseudoClass.getPseudoClass("wrong");
        Node frame = robot.lookup("#search-filter").query().getParent();
        robot.clickOn("#search-filter").write("value.qty>=");
        assertThat(rig.text("#search-error")).isEqualTo("col 12: goes on: a value after >=");
        assertThat(UiWait.onFx(() -> List.copyOf(frame.getPseudoClassStates()))).doesNotContain(wrong);
        rig.pictures("unfinished");

        robot.push(KeyCode.ENTER);
        assertThat(rig.text("#search-error")).isEqualTo("col 12: expected a value after >=");
        assertThat(UiWait.onFx(() -> List.copyOf(frame.getPseudoClassStates()))).contains(wrong);
    }

    @Test
    void what_only_a_table_knows_is_refused_with_what_to_use_instead() {
        rig.ask("sku && is:aborted");
        assertThat(rig.searches.started).isEmpty();
        assertThat(rig.text("#search-error"))
                .isEqualTo("col 11: is:aborted is looked up in live tables only; filter there and export what is shown,"
                        + " or search Committed only");
        rig.pictures("aborted");
    }

    @Test
    void an_exact_key_may_be_looked_for_in_one_partition_and_then_in_all(FxRobot robot) {
        robot.clickOn("#search-filter").write("key=sku-100");
        robot.clickOn("#search-only-key-partition");
        robot.clickOn("#search-filter").push(KeyCode.ENTER);
        FakeSearch first = rig.searches.last();
        assertThat(first.request().onlyPartitionOfKey()).isTrue();
        first.tallies = List.of(SearchRig.tally(3, 0, 100, 100, 100, 2));
        first.leftOut = List.of(
                new LeftOut(new PartitionId("inventory", 0), LeftOut.Reason.KEY),
                new LeftOut(new PartitionId("inventory", 1), LeftOut.Reason.KEY));
        first.end(SearchEnd.COMPLETE, null);
        rig.tick();
        assertThat(rig.text("#search-left-out")).startsWith("Not read: P 0, 1");
        rig.pictures("key");

        robot.clickOn("#search-all-partitions");

        assertThat(rig.searches.started).hasSize(2);
        assertThat(rig.searches.last().request().onlyPartitionOfKey()).isFalse();
    }

    @Test
    void where_no_partition_at_all_could_be_read_nothing_is_said_of_others() {
        rig.ask("damaged");
        FakeSearch run = rig.searches.last();
        run.leftOut = List.of(LeftOut.of(new PartitionTrouble(
                new PartitionId("inventory", 0),
                PartitionTrouble.Kind.NO_LEADER,
                "has no leader: its only replica is on broker 3")));
        run.end(SearchEnd.INCOMPLETE, null);
        rig.tick();

        assertThat(rig.text("#search-explanation"))
                .isEqualTo("There was no other to read. Records may match in the one that was not.");
        assertThat(rig.text("#search-offsets")).isEqualTo("nothing can be read");
        rig.pictures("none");
    }

    @Test
    void partitions_and_a_range_of_offsets_can_be_chosen(FxRobot robot) {
        robot.clickOn("#search-range").clickOn("#search-range-choice-offsets");
        robot.clickOn("#search-from").write("100");
        robot.clickOn("#search-to").write("199");
        robot.clickOn("#search-partitions").write("0,2-3").push(KeyCode.ENTER);

        assertThat(rig.searches.last().request().scope().range()).isEqualTo(new SearchRange.Offsets(100, 200));
        assertThat(rig.searches.last().request().scope().partitions()).containsExactlyInAnyOrder(0, 2, 3);
    }

    @Test
    void a_search_that_takes_its_time_is_listed_and_can_be_cancelled_there() {
        rig.ask("damaged");
        rig.half();
        rig.tick();
        assertThat(rig.tasks.all()).isEmpty();
        rig.clock.forward(Duration.ofSeconds(1));
        rig.tick();
        assertThat(rig.tasks.all()).hasSize(1);
        assertThat(rig.tasks.all().get(0).words()).isEqualTo("Searching inventory");
        assertThat(rig.tasks.all().get(0).shareProperty().get()).isBetween(0.76, 0.77);
        UiWait.runOnFx(() -> rig.tasks.all().get(0).cancel());
        assertThat(rig.searches.last().cancelled).isTrue();
        rig.searches.last().end(SearchEnd.CANCELLED, null);
        rig.tick();
        assertThat(rig.tasks.all()).isEmpty();
    }
}
