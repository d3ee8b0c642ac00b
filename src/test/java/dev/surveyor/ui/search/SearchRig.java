package dev.surveyor.ui.search;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.domain.search.PartitionTally;
import dev.surveyor.domain.search.SearchPhase;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.search.FakeSearch;
import dev.surveyor.service.search.FakeSearches;
import dev.surveyor.ui.fx.FxUiExecutor;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.parts.RunningTasks;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualClock;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** A search page in a window of its own, on searches that find what a test says. */
final class SearchRig {

    final FakeSearches searches = FakeSearches.held();
    final FakeClipboards clipboards = new FakeClipboards();
    final List<PartitionOffset> shown = new ArrayList<>();
    final ManualClock clock = new ManualClock("2026-11-22T09:02:14Z");
    final RunningTasks tasks = new RunningTasks(clock);
    final List<FakeFound> made = new ArrayList<>();
    final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.ofHours(1));
    final SearchPage page;
    private final SearchTools tools;
    private final BorderPane root = new BorderPane();
    private final FxRobot robot = new FxRobot();
    private final ManualPulse pulse = new ManualPulse();
    private final Theme theme = new Theme();
    private final Stage stage;

    /** Opens the page; on the JavaFX thread only. */
    SearchRig(Stage stage) {
        this.stage = stage;
        theme.install();
        tools = new SearchTools(
                new Toolkit(
                        new FxUiExecutor(),
                        pulse,
                        Runnable::run,
                        clock,
                        zone,
                        new FakeDialogs(),
                        clipboards,
                        new FakeSettings()),
                tasks);
        page = make();
        show(page);
        Stages.show(stage, new Scene(root, 1060, 700));
    }

    /** Makes another page with the same tools. */
    SearchPage make() {
        return new SearchPage(
                "inventory", searches, Decodings.unremembered(), tools, this::found, shown::add, () -> {});
    }

    /** Puts a page into the window in the place of the one before. */
    void show(SearchPage wanted) {
        root.setCenter(wanted.content());
        root.setRight(wanted.inspector());
    }

    private FoundRecords found(FoundRecords.Matches matches) {
        FakeFound found = new FakeFound(matches);
        made.add(found);
        return found;
    }

    /** Types the filter and presses Enter. */
    void ask(String filter) {
        robot.clickOn("#search-filter");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write(filter).push(KeyCode.ENTER);
    }

    /** Reads half of the topic, finds forty matches and counts more. */
    void half() {
        FakeSearch run = searches.last();
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

    /** Reads the rest. */
    void complete() {
        searches.last().tallies = searches.last().tallies.stream()
                .map(each -> tally(
                        each.id().partition(), each.from(), each.to(), each.to(), each.read() + each.unread(), 61))
                .toList();
    }

    static PartitionTally tally(int partition, long from, long to, long position, long read, long matched) {
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

    /** Lets the page take what is there. */
    void tick() {
        UiWait.runOnFx(pulse::tick);
        UiWait.frames(3);
    }

    /** Returns the words of the control. */
    String text(String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }

    /** Returns what is said of each partition. */
    List<Object> states() {
        return UiWait.onFx(() -> {
            TableView<?> table = robot.lookup("#search-partitions-table").query();
            var state = table.getColumns().get(table.getColumns().size() - 1);
            return IntStream.range(0, table.getItems().size())
                    .mapToObj(row -> (Object) state.getCellData(row))
                    .toList();
        });
    }

    /** Makes the window as large as this. */
    void resize(double width, double height) {
        UiWait.runOnFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        UiWait.frames(3);
    }

    /** Writes what is seen in both themes. */
    void pictures(String name) {
        Pictures.inBothThemes(stage, theme, "search-" + name);
    }
}
