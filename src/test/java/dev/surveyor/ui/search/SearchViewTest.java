package dev.surveyor.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.domain.search.LeftOut;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchEnd;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.parts.Page;
import dev.surveyor.ui.parts.RunningTasks;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.ManualClock;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SearchViewTest {

    private static final BrokerFailure GONE = new BrokerFailure(
            "sandbox: the cluster did not answer in time while searching inventory.",
            "The brokers may be down.",
            List.of("Check that the brokers run"),
            "",
            BrokerFailure.Kind.RETRIABLE);

    private final FakeSearches searches = new FakeSearches();
    private final ManualPulse pulse = new ManualPulse();
    private final FakeClipboards clipboards = new FakeClipboards();
    private final List<PartitionOffset> shown = new ArrayList<>();
    private final ManualClock clock = new ManualClock("2026-11-22T09:02:14Z");
    private final RunningTasks tasks = new RunningTasks(clock);
    private final List<FakeFound> made = new ArrayList<>();
    private Stage stage;
    private Theme theme;
    private SearchPage page;

    @Start
    void start(Stage given) {
        stage = given;
        theme = new Theme();
        theme.install();
        page = new SearchPage(
                "inventory",
                searches,
                Decodings.unremembered(),
                new SearchTools(
                        clipboards,
                        new FxUiExecutor(),
                        pulse,
                        Runnable::run,
                        clock,
                        new SimpleObjectProperty<>(ZoneOffset.ofHours(1)),
                        tasks),
                this::found,
                shown::add);
        BorderPane root = new BorderPane(page.content());
        root.setRight(page.inspector());
        Stages.show(stage, new Scene(root, 1060, 700));
    }

    @Test
    void a_running_search_shows_progress_matches_and_what_is_not_proven_yet(FxRobot robot) {
        ask(robot, "value.reason=\"damaged\" && value.qty>=100");
        half();
        tick();

        assertThat(text(robot, "#search-match-count")).isEqualTo("318 matches");
        assertThat(text(robot, "#search-verdict")).isEqualTo("Not complete yet");
        assertThat(text(robot, "#search-explanation")).startsWith("3 of 6 partitions");
        assertThat(text(robot, "#search-share")).isEqualTo("76.1\u00a0%");
        assertThat(text(robot, "#search-rate")).contains("left");
        assertThat(page.markProperty().get()).isEqualTo(Page.Mark.LIVE);
        assertThat(UiWait.onFx(() ->
                        robot.lookup("#search-matches").<TableView<?>>query().getItems()))
                .hasSize(40);
        pictures("running");
        robot.clickOn("#search-start");
        assertThat(searches.last().cancelled).isTrue();
    }

    @Test
    void what_a_table_asks_is_searched_at_once_before_what_it_keeps(FxRobot robot) {
        SearchRange before = new SearchRange.EachOffsets(java.util.Map.of(3, new SearchRange.Offsets(0, 70)));
        robot.interact(() -> page.search(
                "cust-999",
                new SearchScope("inventory", java.util.Set.of(3, 0), before, IsolationLevel.READ_COMMITTED)));

        assertThat(searches.last().request().scope().range()).isEqualTo(before);
        assertThat(searches.last().request().scope().partitions()).containsExactlyInAnyOrder(0, 3);
        assertThat(searches.last().request().scope().isolation()).isEqualTo(IsolationLevel.READ_COMMITTED);
        assertThat(text(robot, "#search-range")).isEqualTo("Older than the table");
        assertThat(robot.lookup("#search-partitions")
                        .queryAs(javafx.scene.control.TextField.class)
                        .getText())
                .isEqualTo("0,3");
        pictures("older");
    }

    @Test
    void a_double_click_starts_one_search_and_does_not_stop_it(FxRobot robot) {
        robot.doubleClickOn("#search-start");

        assertThat(searches.runs).hasSize(1);
        assertThat(searches.last().cancelled).isFalse();
    }

    @Test
    void a_search_that_breaks_down_says_so_and_does_not_run_for_ever(FxRobot robot) {
        ask(robot, "value.reason=damaged");
        half();
        searches.last().breakDown(new IllegalStateException("a reader that nobody made"));
        UiWait.until("it has ended", () -> page.markProperty().get() == Page.Mark.FAILED);

        assertThat(text(robot, "#search-verdict")).startsWith("Failed at 76.1");
        assertThat(tasks.all()).isEmpty();
        robot.clickOn("#search-start");
        assertThat(searches.runs).as("another search can be started").hasSize(2);
    }

    @Test
    void the_certificate_of_a_complete_search_can_be_copied(FxRobot robot) {
        ask(robot, "value.reason=damaged");
        half();
        complete();
        searches.last().elapsed = Duration.ofSeconds(41);
        searches.last().end(SearchEnd.COMPLETE, null);
        tick();

        assertThat(text(robot, "#search-verdict")).isEqualTo("Complete");
        assertThat(text(robot, "#search-certificate-unread")).isEqualTo("0");
        assertThat(text(robot, "#search-certificate-sum")).contains("=");
        robot.clickOn("#search-certificate-copy");
        assertThat(clipboards.text())
                .contains("value.reason=damaged")
                .contains("Complete. Every offset of the range was read.")
                .contains("kS9fPq2RTr6vW1mAz83Qw")
                .contains("to - from = read + absent + deleted + unread");
        pictures("complete");
    }

    @Test
    void a_cancelled_search_says_how_far_it_came(FxRobot robot) {
        ask(robot, "damaged");
        half();
        searches.last().end(SearchEnd.CANCELLED, null);
        tick();

        assertThat(text(robot, "#search-verdict")).isEqualTo("Cancelled at 76.1\u00a0%");
        assertThat(text(robot, "#search-start")).isEqualTo("Search");
        pictures("cancelled");
    }

    @Test
    void a_search_that_waits_for_its_broker_says_so_and_keeps_its_matches(FxRobot robot) {
        ask(robot, "damaged");
        half();
        searches.last().phase = SearchPhase.WAITING;
        searches.last().trouble = GONE;
        tick();

        assertThat(robot.lookup("Waiting for the broker. " + GONE.what()).tryQuery())
                .isPresent();
        assertThat(page.markProperty().get()).isEqualTo(Page.Mark.BUSY);
        pictures("waiting");
    }

    @Test
    void a_failed_search_says_why(FxRobot robot) {
        ask(robot, "damaged");
        half();
        searches.last().end(SearchEnd.FAILED, GONE);
        tick();

        assertThat(page.markProperty().get()).isEqualTo(Page.Mark.FAILED);
        assertThat(text(robot, "#search-verdict")).startsWith("Failed");
        assertThat(states(robot)).contains("✓ to the end", "not to the end").doesNotContain("→ reading");
        pictures("failed");
    }

    @Test
    void a_topic_without_records_and_a_search_without_a_match_differ(FxRobot robot) {
        ask(robot, "damaged");
        searches.last().end(SearchEnd.COMPLETE, null);
        tick();
        assertThat(text(robot, "#search-placeholder")).isEqualTo("There is no record in this range.");

        ask(robot, "nothing");
        searches.last().tallies = List.of(tally(0, 0, 100, 100, 90, 0));
        searches.last().end(SearchEnd.COMPLETE, null);
        tick();
        assertThat(text(robot, "#search-placeholder")).isEqualTo("No record of the range matches.");
        pictures("no-match");
    }

    @Test
    void a_filter_that_is_none_is_explained_and_not_searched_for(FxRobot robot) {
        ask(robot, "value.qty>=");

        assertThat(searches.runs).isEmpty();
        assertThat(text(robot, "#search-error")).startsWith("col 12");
        assertThat(UiWait.onFx(() -> robot.lookup("#search-start").query().isDisabled()))
                .isTrue();
        pictures("wrong");
    }

    @Test
    void what_only_a_table_knows_is_refused_with_what_to_use_instead(FxRobot robot) {
        ask(robot, "sku && is:aborted");
        assertThat(searches.runs).isEmpty();
        assertThat(text(robot, "#search-error"))
                .isEqualTo("col 11: is:aborted is looked up in live tables only; filter there and export what is shown,"
                        + " or search Committed only");
        pictures("aborted");
    }

    @Test
    void an_exact_key_may_be_looked_for_in_one_partition_and_then_in_all(FxRobot robot) {
        robot.clickOn("#search-filter").write("key=sku-100");
        robot.clickOn("#search-only-key-partition");
        robot.clickOn("#search-filter").push(KeyCode.ENTER);
        FakeSearches.Run first = searches.last();
        assertThat(first.request().onlyPartitionOfKey()).isTrue();
        first.tallies = List.of(tally(3, 0, 100, 100, 100, 2));
        first.leftOut = List.of(
                new LeftOut(new PartitionId("inventory", 0), LeftOut.Reason.KEY),
                new LeftOut(new PartitionId("inventory", 1), LeftOut.Reason.KEY));
        first.end(SearchEnd.COMPLETE, null);
        tick();
        assertThat(text(robot, "#search-left-out")).startsWith("Not read: P 0, 1");
        pictures("key");

        robot.clickOn("#search-all-partitions");

        assertThat(searches.runs).hasSize(2);
        assertThat(searches.last().request().onlyPartitionOfKey()).isFalse();
    }

    @Test
    void partitions_and_a_range_of_offsets_can_be_chosen(FxRobot robot) {
        robot.clickOn("#search-range").clickOn("#search-range-choice-offsets");
        robot.clickOn("#search-from").write("100");
        robot.clickOn("#search-to").write("199");
        robot.clickOn("#search-partitions").write("0,2-3").push(KeyCode.ENTER);

        assertThat(searches.last().request().scope().range()).isEqualTo(new SearchRange.Offsets(100, 200));
        assertThat(searches.last().request().scope().partitions()).containsExactlyInAnyOrder(0, 2, 3);
    }

    @Test
    void a_match_opens_in_the_table_of_its_topic(FxRobot robot) {
        ask(robot, "damaged");
        half();
        tick();
        TableView<ConsumedRecord> table =
                UiWait.onFx(() -> robot.lookup("#search-matches").query());
        UiWait.runOnFx(() -> {
            table.getSelectionModel().select(1);
            table.requestFocus();
        });
        robot.push(KeyCode.ENTER);
        robot.clickOn("#search-show");

        assertThat(shown).hasSize(2).allMatch(place -> place.toString().startsWith("inventory["));
    }

    @Test
    void what_matched_is_told_for_each_match(FxRobot robot) {
        ask(robot, "value.reason=\"damaged\" && value.qty>=100");
        half();
        tick();
        UiWait.until("the hits", () -> robot.lookup(".hit").queryAllAs(Labeled.class).stream()
                .anyMatch(hit -> hit.getText().equals("412")));
        assertThat(UiWait.onFx(() -> robot.lookup(".hit-place").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)))
                .contains("reason=", "qty=");
    }

    @Test
    void a_selected_match_is_inspected_copied_and_exported(FxRobot robot) {
        ask(robot, "damaged");
        half();
        tick();
        TableView<ConsumedRecord> table =
                UiWait.onFx(() -> robot.lookup("#search-matches").query());
        UiWait.runOnFx(() -> {
            table.requestFocus();
            table.getSelectionModel().selectRange(0, 3);
        });
        assertThat(UiWait.onFx(() -> robot.lookup("#fake-inspector").query().isVisible()))
                .isTrue();
        assertThat(text(robot, "#fake-inspector")).isEqualTo("inventory[2]@398040");
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
        robot.clickOn("#search-export");
        assertThat(made.get(0).asked).containsExactly("values 3", "rows 3", "export 40 of damaged");
        UiWait.runOnFx(() -> made.get(0).matches().narrow("key=x || key=y"));
        assertThat(robot.lookup("#search-filter")
                        .queryAs(javafx.scene.control.TextField.class)
                        .getText())
                .isEqualTo("damaged && (key=x || key=y)");
        robot.clickOn("#search-side-certificate");
        assertThat(UiWait.onFx(() -> robot.lookup("#search-certificate").query().isVisible()))
                .isTrue();
    }

    @Test
    void a_search_that_takes_its_time_is_listed_and_can_be_cancelled_there(FxRobot robot) {
        ask(robot, "damaged");
        half();
        tick();
        assertThat(tasks.all()).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        tick();
        assertThat(tasks.all()).hasSize(1);
        assertThat(tasks.all().get(0).words()).isEqualTo("Searching inventory");
        assertThat(tasks.all().get(0).shareProperty().get()).isBetween(0.76, 0.77);
        UiWait.runOnFx(() -> tasks.all().get(0).cancel());
        assertThat(searches.last().cancelled).isTrue();
        searches.last().end(SearchEnd.CANCELLED, null);
        tick();
        assertThat(tasks.all()).isEmpty();
    }

    private FoundRecords found(FoundRecords.Matches matches) {
        FakeFound found = new FakeFound(matches);
        made.add(found);
        return found;
    }

    private void ask(FxRobot robot, String filter) {
        robot.clickOn("#search-filter");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write(filter).push(KeyCode.ENTER);
    }

    private void half() {
        FakeSearches.Run run = searches.last();
        run.phase = SearchPhase.READING;
        run.elapsed = Duration.ofSeconds(28);
        run.tallies = List.of(tally(0, 100, 402_118, 200_000, 199_800, 30), tally(1, 0, 512_904, 200_000, 200_000, 20));
        UiWait.runOnFx(pulse::tick);
        run.elapsed = Duration.ofSeconds(31);
        run.tallies = List.of(
                tally(0, 100, 402_118, 402_118, 402_018, 61),
                tally(1, 0, 512_904, 341_772, 341_772, 48),
                tally(2, 2_200, 498_310, 498_310, 496_010, 57),
                tally(3, 1_200, 760_440, 430_217, 429_017, 91),
                tally(4, 0, 388_216, 388_216, 388_158, 34),
                tally(5, 0, 411_300, 203_377, 203_377, 27));
        run.find(records(40));
        run.kept = 318;
    }

    private void complete() {
        searches.last().tallies = searches.last().tallies.stream()
                .map(each -> tally(
                        each.id().partition(), each.from(), each.to(), each.to(), each.read() + each.unread(), 61))
                .toList();
    }

    private static PartitionTally tally(int partition, long from, long to, long position, long read, long matched) {
        return new PartitionTally(
                new PartitionId("inventory", partition),
                from,
                to,
                position,
                read,
                read * 200,
                matched,
                0,
                List.of(),
                List.<OffsetGap>of(),
                0);
    }

    private static List<ConsumedRecord> records(int count) {
        List<ConsumedRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(ConsumedRecord.at(new PartitionId("inventory", i % 6), 398_114L - i * 37L)
                    .timestamp(
                            Instant.parse("2026-11-22T09:01:58.204Z").toEpochMilli() - i * 311_473L,
                            TimestampType.CREATE_TIME)
                    .key(("sku-" + (100 + i)).getBytes(StandardCharsets.UTF_8))
                    .value(("{\"move\":" + (89_970 - i) + ",\"sku\":\"sku-" + (100 + i)
                                    + "\",\"reason\":\"damaged\",\"qty\":" + (412 - i) + ",\"site\":\"Łódź\"}")
                            .getBytes(StandardCharsets.UTF_8))
                    .build());
        }
        return records;
    }

    private void tick() {
        UiWait.runOnFx(pulse::tick);
        UiWait.frames(3);
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }

    private void pictures(String name) {
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
            UiWait.frames(2);
            Path file = Path.of("target/pictures/search-" + name + "-" + choice + ".png");
            Pictures.write(stage, file);
            Pictures.assertReadable(file);
        }
    }

    private static List<Object> states(FxRobot robot) {
        return UiWait.onFx(() -> {
            TableView<?> table = robot.lookup("#search-partitions-table").query();
            var state = table.getColumns().get(table.getColumns().size() - 1);
            return IntStream.range(0, table.getItems().size())
                    .mapToObj(row -> (Object) state.getCellData(row))
                    .toList();
        });
    }
}
