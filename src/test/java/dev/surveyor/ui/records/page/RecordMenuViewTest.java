package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.ui.page.PageCommand;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.testing.UiWait;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** The context menu of a record: it filters by what the record holds and makes columns of it. */
@ExtendWith(ApplicationExtension.class)
class RecordMenuViewTest {

    @RegisterExtension
    final RecordsRig rig = new RecordsRig();

    @Test
    void the_menu_filters_for_and_out_what_the_record_holds(FxRobot robot) {
        read(Samples.picture());
        open(robot, 0);
        assertThat(item("filter-for-key").getText()).isEqualTo("key=\"cust-6\"");
        assertThat(item("filter-for-partition").getText()).isEqualTo("p:3");
        assertThat(item("filter-out-header-1").getText()).isEqualTo("!header.source=\"checkout\"");
        fire("filter-out-header-1");
        assertThat(rig.model.filter().appliedProperty().get()).isEqualTo("!header.source=\"checkout\"");
        assertThat(rig.model.feed().rows()).isNotEmpty();

        rig.run(rig.model.filter()::clear);
        open(robot, 0);
        fire("filter-for-field-0");
        fire("filter-for-key");
        assertThat(rig.model.filter().appliedProperty().get()).isEqualTo("value.status=\"shipped\" && key=\"cust-6\"");
        assertThat(rig.model.feed().rows()).hasSize(1);
    }

    @Test
    void a_column_is_added_once(FxRobot robot) {
        read(Samples.picture());
        open(robot, 0);
        assertThat(item("add-column-field-0").getText()).isEqualTo("value.status");
        fire("add-column-field-0");
        fire("add-column-header-1");
        assertThat(UiWait.onFx(() -> rig.table().getColumns().stream()
                        .map(TableColumn::getId)
                        .toList()))
                .contains("records-column-field-value-status", "records-column-field-header-source");

        open(robot, 0);
        assertThat(item("add-column-field-0").isDisable()).isTrue();
        assertThat(item("add-column-field-0").getText()).isEqualTo("value.status (a column already)");
    }

    @Test
    void what_cannot_be_chosen_says_why(FxRobot robot) {
        byte[] noText = {(byte) 0xff, 0, 1, (byte) 0x80};
        read(List.of(
                Samples.plain(0, 0),
                Samples.plain(0, 1),
                ConsumedRecord.at(new PartitionId("orders", 0), 9).key(noText).build()));
        rig.run(() -> rig.table().getSelectionModel().clearSelection());
        describe(robot);
        assertThat(item("resend").getText()).isEqualTo("Re-send… (no record is selected)");
        assertThat(item("filter-for").getText()).isEqualTo("Filter for (no record is selected)");
        assertThat(item("filter-for").isDisable()).isTrue();

        rig.run(() -> rig.table().getSelectionModel().selectRange(0, 2));
        describe(robot);
        assertThat(item("resend").getText()).isEqualTo("Re-send… (one record at a time)");
        assertThat(item("export").isDisable()).isFalse();
        assertThat(item("filter-for").getText()).isEqualTo("Filter for");
        assertThat(item("filter-for-header-note").getText()).isEqualTo("Headers (none)");

        rig.run(() -> rig.table()
                .getSelectionModel()
                .clearAndSelect(rig.table().getItems().size() - 1));
        describe(robot);
        assertThat(item("filter-for-field-note").getText()).isEqualTo("Fields of the value (null)");
    }

    @Test
    void the_palette_has_the_same_commands_for_the_selected_record() {
        read(Samples.picture());
        rig.run(() -> rig.table().getSelectionModel().clearAndSelect(0));
        run("Mark");
        assertThat(rig.model.marks().countProperty().get()).isEqualTo(1);
        assertThat(command("Remove mark").keys()).isNotEmpty();
        run("Copy as Reference");
        assertThat(rig.clipboards.text()).isEqualTo("orders[3]@48198");
        run("Next record with this key");
        assertThat(UiWait.onFx(() -> rig.table().getSelectionModel().getSelectedIndex()))
                .isPositive();
        run("Export selection…");
        assertThat(rig.exported).hasSize(1);
        run("Filter for key=\"cust-6\"");
        assertThat(rig.model.filter().appliedProperty().get()).isEqualTo("key=\"cust-6\"");
    }

    @Test
    void what_the_palette_cannot_do_now_says_why() {
        read(Samples.picture());
        rig.run(() -> rig.table().getSelectionModel().clearSelection());
        assertThat(command("Re-send… (no record is selected)").action()).isNull();
        assertThat(command("Copy as (no record is selected)").action()).isNull();
        assertThat(command("Next record with this key (no record is selected)").action())
                .isNull();
        assertThat(command("Next marked record (no record is marked)").action()).isNull();
        assertThat(command("Highlight rules…").action()).isNotNull();
    }

    private PageCommand command(String words) {
        List<PageCommand> commands = UiWait.onFx(() -> rig.view.commands());
        return commands.stream()
                .filter(command -> command.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words + " is not among "
                        + commands.stream().map(PageCommand::words).toList()));
    }

    private void run(String words) {
        rig.run(Objects.requireNonNull(command(words).action()));
    }

    @Test
    void a_key_is_told_by_what_the_filter_finds(FxRobot robot) {
        String key = "k\"\\\n".repeat(100);
        read(List.of(ConsumedRecord.at(new PartitionId("orders", 0), 0)
                .key(Samples.bytes(key))
                .build()));
        open(robot, 0);
        assertThat(item("filter-for-key").isDisable()).isFalse();
        fire("filter-for-key");
        assertThat(rig.model.filter().appliedProperty().get()).startsWith("key:\"k\\\"");
        assertThat(rig.model.feed().rows()).hasSize(1);
    }

    @Test
    void a_windowed_key_is_told_by_all_that_is_read_of_it_though_its_cell_is_shorter(FxRobot robot) {
        long start = 1_796_046_900_000L;
        byte[] key = ByteBuffer.allocate(5 + Long.BYTES)
                .put(Samples.bytes("alice"))
                .putLong(start)
                .array();
        read(List.of(ConsumedRecord.at(new PartitionId("orders", 0), 0)
                .timestamp(start, TimestampType.CREATE_TIME)
                .key(key)
                .build()));
        open(robot, 0);
        fire("filter-for-key");
        assertThat(rig.model.filter().appliedProperty().get())
                .isEqualTo("key=\"{\\\"key\\\":\\\"alice\\\",\\\"start\\\":\\\"2026-11-30T13:55:00Z\\\"}\"");
        assertThat(rig.model.feed().rows()).hasSize(1);
    }

    @Test
    void the_menu_of_fields_is_drawn(FxRobot robot) {
        read(Samples.picture());
        rig.run(() -> rig.table().getSelectionModel().clearAndSelect(0));
        ContextMenu menu = describe(robot);
        robot.interact(() -> menu.show(rig.table(), 300, 120));
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT);
        UiWait.until("the submenu is open", () -> UiWait.onFx(() -> ((Menu) item("filter-for")).isShowing()));
        rig.picture("menu-filter-for");
        robot.interact(menu::hide);
    }

    private void read(List<ConsumedRecord> records) {
        rig.run(rig.model.consume()::start);
        rig.poll(records);
    }

    private void open(FxRobot robot, int row) {
        rig.run(() -> rig.table().getSelectionModel().clearAndSelect(row));
        describe(robot);
    }

    /** Has the menu bring itself up to date, as it does when it opens. */
    private ContextMenu describe(FxRobot robot) {
        ContextMenu menu = menu();
        robot.interact(() -> {
            menu.show(rig.table(), 300, 120);
            menu.hide();
        });
        return menu;
    }

    private ContextMenu menu() {
        return UiWait.onFx(() -> rig.table().getContextMenu());
    }

    private void fire(String id) {
        rig.run(() -> item(id).fire());
        rig.tick();
    }

    private MenuItem item(String id) {
        return Objects.requireNonNull(find("records-menu-" + id), id);
    }

    private @Nullable MenuItem find(String id) {
        Deque<MenuItem> left = new ArrayDeque<>(rig.table().getContextMenu().getItems());
        while (!left.isEmpty()) {
            MenuItem item = left.pop();
            if (id.equals(item.getId())) {
                return item;
            }
            if (item instanceof Menu menu) {
                left.addAll(menu.getItems());
            }
        }
        return null;
    }
}
