package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.UiWait;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The formats of the Time column. */
@ExtendWith(ApplicationExtension.class)
class RecordTimesViewTest {

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @Test
    void times_are_written_as_the_head_of_the_column_says() {
        read();
        assertThat(time(1)).isEqualTo("10:02:11.438");
        choose("previous");
        assertThat(title()).isEqualTo("Since previous");
        assertThat(time(0)).isEmpty();
        assertThat(time(1)).isEqualTo("+0.006 s");
        rig.picture("time-previous");
        choose("first");
        assertThat(title()).isEqualTo("Since first");
        assertThat(time(0)).isEqualTo("+0.000 s");
        assertThat(time(2)).isEqualTo("+0.008 s");
        choose("epoch");
        assertThat(title()).isEqualTo("Epoch ms");
        assertThat(time(0)).isEqualTo(Long.toString(Samples.picture().get(0).timestamp()));
        rig.picture("time-epoch");
        choose("absolute");
        assertThat(title()).isEqualTo("Time (UTC+1)");
        assertThat(rig.settings.get("records.time.orders")).isEmpty();
    }

    @Test
    void the_head_names_the_zone_and_date_and_offset_are_a_choice() {
        rig.run(() -> rig.zone.set(ZoneId.of("Europe/Berlin")));
        rig.run(rig.model.consume()::start);
        rig.poll(List.of(
                at(0, Instant.parse("2026-07-22T09:02:11.482Z").toEpochMilli()),
                at(1, Instant.parse("2026-10-25T00:30:00Z").toEpochMilli()),
                at(2, Instant.parse("2026-10-25T01:30:00Z").toEpochMilli())));
        assertThat(title()).isEqualTo("Time (Berlin)");
        assertThat(times()).containsExactly("11:02:11.482", "02:30:00.000 UTC+2", "02:30:00.000 UTC+1");
        assertUncut();
        choose("date");
        assertThat(title()).isEqualTo("Time (Berlin)");
        assertThat(times())
                .containsExactly(
                        "2026-07-22 11:02:11.482", "2026-10-25 02:30:00.000 UTC+2", "2026-10-25 02:30:00.000 UTC+1");
        choose("offset");
        assertThat(times())
                .containsExactly(
                        "2026-07-22 11:02:11.482 UTC+2",
                        "2026-10-25 02:30:00.000 UTC+2",
                        "2026-10-25 02:30:00.000 UTC+1");
        assertUncut();
        rig.picture("time-offset");
        rig.run(() -> rig.zone.set(ZoneId.of("America/St_Johns")));
        assertThat(title()).isEqualTo("Time (St Johns)");
        assertThat(times()).contains("2026-07-22 06:32:11.482 UTC-2:30");
        assertUncut();
    }

    @Test
    void times_that_are_no_times_are_shown_as_they_are_and_their_distance_is_unknown() {
        rig.run(() -> rig.zone.set(ZoneId.of("Europe/Berlin")));
        rig.run(rig.model.consume()::start);
        rig.poll(List.of(
                at(0, Samples.NINE_O_TWO),
                at(1, 1_780_000_000_000_000L),
                at(2, -1),
                at(3, Long.MIN_VALUE),
                at(4, Long.MAX_VALUE),
                at(5, 5)));
        assertThat(times())
                .containsExactly(
                        "10:02:11.425",
                        "58375-12-15 21:26:40.000",
                        "no timestamp",
                        "-292275055-05-16 17:40:32.192",
                        "292278994-08-17 09:12:55.807",
                        "01:00:00.005");
        assertThat(cells("records-delta")).containsExactly("", "unknown", "unknown", "unknown", "unknown", "unknown");
        assertUncut();
        rig.picture("time-odd");
        choose("previous");
        assertThat(times()).containsExactly("", "unknown", "unknown", "unknown", "unknown", "unknown");
        choose("first");
        assertThat(times())
                .containsExactly("+0.000 s", "unknown", "unknown", "unknown", "unknown", "-498705:02:11.420");
        assertUncut();
        choose("epoch");
        assertThat(times())
                .containsExactly(
                        Long.toString(Samples.NINE_O_TWO),
                        "1780000000000000",
                        "no timestamp",
                        "-9223372036854775808",
                        "9223372036854775807",
                        "@5");
        assertUncut();
    }

    private static ConsumedRecord at(long offset, long millis) {
        return ConsumedRecord.at(new PartitionId("orders", 0), offset)
                .timestamp(millis, TimestampType.CREATE_TIME)
                .receivedAt(Samples.NINE_O_TWO)
                .value(Samples.bytes("v"))
                .build();
    }

    private List<String> times() {
        return cells("records-time");
    }

    private List<String> cells(String style) {
        rig.tick();
        return UiWait.onFx(() -> rig.table().lookupAll(".records-cell." + style).stream()
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getItem() instanceof ConsumedRecord)
                .sorted(Comparator.comparingInt(TableCell::getIndex))
                .map(TableCell::getText)
                .toList());
    }

    /** What a cell draws is a text node inside of it, in which a cut text ends in an ellipsis. */
    private void assertUncut() {
        rig.tick();
        rig.tick();
        for (String style : List.of("records-time", "records-delta")) {
            assertThat(UiWait.onFx(() -> rig.table().lookupAll(".records-cell." + style).stream()
                            .flatMap(cell -> cell.lookupAll(".text").stream())
                            .map(node -> ((Text) node).getText())
                            .toList()))
                    .noneMatch(text -> text.endsWith("…"));
        }
    }

    @Test
    void the_first_is_that_of_the_rows_that_are_shown_and_stays_when_it_gives_way() {
        read();
        choose("first");
        rig.run(() -> rig.model.filter().apply("p:2"));
        rig.tick();
        assertThat(time(0)).isEqualTo("+0.000 s");

        rig.run(rig.model.filter()::clear);
        rig.tick();
        rig.run(() -> rig.model.clearing().clear());
        rig.poll(Samples.plain(0, 0, 900));
        rig.poll(Samples.plain(0, 900, 900));
        long oldest = rig.model.feed().rows().get(0).offset();
        assertThat(oldest).isPositive();
        rig.run(() -> rig.table().scrollTo(0));
        rig.tick();
        assertThat(time(0)).isEqualTo(String.format("+%d.%03d s", oldest / 1_000, oldest % 1_000));
    }

    @Test
    void the_choice_is_kept_for_the_topic_and_goes_with_the_columns() {
        choose("first");
        rig.close();
        rig.run(() -> rig.open(Subscription.to("orders")));
        assertThat(title()).isEqualTo("Since first");
        RadioMenuItem chosen = (RadioMenuItem) item("records-time-first");
        assertThat(chosen.isSelected()).isTrue();
        rig.run(() -> item("records-columns-reset").fire());
        assertThat(title()).isEqualTo("Time (UTC+1)");
    }

    @Test
    void a_copied_row_has_the_time_as_it_is_shown(FxRobot robot) {
        read();
        choose("previous");
        assertThat(copiedTime(robot, 1)).isEqualTo("+0.006 s");
        choose("first");
        assertThat(copiedTime(robot, 2)).isEqualTo("+0.008 s");
        choose("epoch");
        assertThat(copiedTime(robot, 0))
                .isEqualTo(Long.toString(Samples.picture().get(0).timestamp()));
    }

    private String copiedTime(FxRobot robot, int row) {
        rig.run(() -> {
            rig.table().requestFocus();
            rig.table().getSelectionModel().clearAndSelect(row);
        });
        robot.press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C).release(KeyCode.C, KeyCode.SHIFT, KeyCode.SHORTCUT);
        rig.tick();
        String[] lines = rig.clipboards.text().split("\n", -1);
        assertThat(lines[0]).startsWith(title() + "\t");
        return lines[1].split("\t", -1)[0];
    }

    private void read() {
        rig.run(rig.model.consume()::start);
        rig.poll(Samples.picture());
        rig.run(() -> rig.table().scrollTo(0));
        rig.tick();
    }

    private void choose(String format) {
        rig.run(() -> item("records-time-" + format).fire());
    }

    private MenuItem item(String id) {
        return UiWait.onFx(() -> {
            Objects.requireNonNull(
                            rig.table().getColumns().get(1).getContextMenu().getOnShowing())
                    .handle(null);
            return find(rig.table().getColumns().get(1).getContextMenu().getItems(), id);
        });
    }

    private static MenuItem find(List<MenuItem> items, String id) {
        for (MenuItem item : items) {
            if (id.equals(item.getId())) {
                return item;
            }
            if (item instanceof Menu menu && menu.getItems().stream().anyMatch(each -> id.equals(each.getId()))) {
                return find(menu.getItems(), id);
            }
        }
        throw new AssertionError("no item " + id);
    }

    private String title() {
        return UiWait.onFx(() -> rig.table().getColumns().stream()
                .filter(column -> "records-column-time".equals(column.getId()))
                .map(TableColumn::getText)
                .findFirst()
                .orElseThrow());
    }

    private String time(int row) {
        return UiWait.onFx(() -> {
            for (Node node : rig.table().lookupAll(".records-cell.records-time")) {
                if (node instanceof TableCell<?, ?> cell && cell.getIndex() == row) {
                    return cell.getText();
                }
            }
            throw new AssertionError("no row " + row);
        });
    }
}
