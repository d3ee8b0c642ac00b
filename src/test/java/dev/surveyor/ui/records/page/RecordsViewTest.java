package dev.surveyor.ui.records.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.ui.fx.Theme;
import dev.surveyor.ui.records.FakeCluster;
import dev.surveyor.ui.records.RecordActions;
import dev.surveyor.ui.records.RecordStyles;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.records.consume.TableState;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.model.RecordTools;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.Gestures;
import dev.surveyor.ui.testing.ManualPulse;
import dev.surveyor.ui.testing.Pictures;
import dev.surveyor.ui.testing.Stages;
import dev.surveyor.ui.testing.UiWait;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The live table in a window of its own, on a consumer that does what the test says. */
@ExtendWith(ApplicationExtension.class)
class RecordsViewTest {

    private final FakeCluster cluster = new FakeCluster();
    private final FakeSettings settings = new FakeSettings();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeClipboards clipboards = new FakeClipboards();
    private final ManualPulse pulse = new ManualPulse();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T09:02:12Z"), ZoneOffset.UTC);
    private final SimpleObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.ofHours(1));
    private final SimpleObjectProperty<Double> rowHeight = new SimpleObjectProperty<>(26.0);
    private RecordTableViewModel model;
    private RecordsView view;
    private Theme theme;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        theme = new Theme();
        theme.install();
        RecordTools tools = new RecordTools(
                settings, dialogs, clipboards, Platform::runLater, pulse, Runnable::run, clock, zone, rowHeight);
        model = new RecordTableViewModel(
                Subscription.to("orders"), cluster.session, tools, new BufferLimits(1_000, 1_000_000));
        model.consume().partitionCountProperty().set(6);
        view = new RecordsView(
                model, tools, new RecordActions(session -> {}, record -> {}, null, null, null, null, null));
        Stages.show(stage, new Scene(window(), 1280, 700));
    }

    private BorderPane window() {
        HBox status = new HBox();
        status.getChildren().addAll(view.statusCounts());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        status.getChildren().add(gap);
        status.getChildren().addAll(view.statusState());
        status.setMinHeight(26);
        BorderPane window = new BorderPane(view.content(), null, view.inspector(), status, null);
        window.getStylesheets().add(RecordStyles.sheet());
        return window;
    }

    @AfterEach
    void close() {
        UiWait.runOnFx(view::close);
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Choice.class,
            names = {"LIGHT", "DARK"})
    void every_state_can_be_read(Theme.Choice choice, FxRobot robot) {
        UiWait.runOnFx(() -> theme.choiceProperty().set(choice));
        picture("never-started", choice);
        run(model.consume()::start);
        picture("waiting", choice);
        poll(Samples.plain(0, 8_000, 90));
        poll(Samples.picture());
        run(() -> view.show(place(3, 48_207)));
        run(() -> model.toggleMark(List.of((ConsumedRecord) model.feed().rows().get(90))));
        picture("live", choice);
        robot.interact(() -> model.filter().apply("paid"));
        tick();
        picture("filtered", choice);
        robot.interact(() -> model.filter().textProperty().set("status >"));
        picture("filter-wrong", choice);
        robot.interact(() -> model.filter().clear());
        tick();
        robot.clickOn("#inspector-tab-metadata");
        picture("metadata", choice);
        cluster.session.health(new ConnectionHealth.Reconnecting(
                gone(), 3, clock.instant(), clock.instant().plusSeconds(4)));
        tick();
        picture("broker-gone", choice);
        cluster.session.health(new ConnectionHealth.Connected(java.time.Duration.ofMillis(3), "abc", null));
        run(() -> model.feed().follow());
        run(() -> model.feed().position().browse(3));
        for (int i = 0; i < 20; i++) {
            poll(Samples.plain(0, 8_102 + i * 100L, 100));
        }
        picture("buffer-full", choice);
        run(model.consume()::stop);
        picture("stopped", choice);
        UiWait.runOnFx(() -> stage.setWidth(960));
        picture("narrow", choice);
    }

    @Test
    void the_wheel_stops_following_and_end_resumes_it(FxRobot robot) {
        run(model.consume()::start);
        poll(Samples.plain(0, 0, 500));
        assertThat(lastVisible()).isEqualTo(499);

        robot.moveTo("#records-table");
        Gestures.wheelUp(robot, 5);
        UiWait.until(
                "browsing", () -> model.consume().consumer().stateProperty().get() == TableState.BROWSING);
        int top = firstVisible();
        poll(Samples.plain(0, 500, 100));
        assertThat(firstVisible()).isEqualTo(top);
        assertThat(text(robot, "#records-state")).isEqualTo("Browsing");
        assertThat(model.feed().position().newRowsProperty().get()).isEqualTo(100);

        robot.clickOn("#records-table").press(KeyCode.END).release(KeyCode.END);
        UiWait.until("live", () -> model.consume().consumer().stateProperty().get() == TableState.LIVE);
        poll(Samples.plain(0, 600, 100));
        assertThat(lastVisible()).isEqualTo(699);
    }

    @Test
    void a_browsed_row_stays_while_others_are_evicted_above_it(FxRobot robot) {
        run(model.consume()::start);
        poll(Samples.plain(0, 0, 900));
        robot.moveTo("#records-table");
        Gestures.wheelUp(robot, 5);
        UiWait.until(
                "browsing", () -> model.consume().consumer().stateProperty().get() == TableState.BROWSING);
        LogEntry top = model.feed().rows().get(firstVisible());
        for (int i = 0; i < 7; i++) {
            poll(Samples.plain(0, 900 + i * 50L, 50));
        }
        assertThat(model.feed().countsProperty().get().evicted()).isPositive();
        assertThat(model.feed().rows().get(firstVisible())).isSameAs(top);
    }

    @Test
    void the_selection_stays_on_its_record_while_rows_come_and_go(FxRobot robot) {
        run(model.consume()::start);
        poll(Samples.plain(0, 0, 990));
        run(() -> view.show(place(0, 800)));
        for (int i = 0; i < 20; i++) {
            poll(Samples.plain(0, 990 + i * 20L, 20));
            tick();
        }
        TableView<LogEntry> table = table(robot);
        assertThat(model.feed().countsProperty().get().evicted()).isPositive();
        assertThat(table.getSelectionModel().getSelectedItem().offset()).isEqualTo(800);
        assertThat(text(robot, "#inspector-reference")).isEqualTo("orders[0]@800");
    }

    @Test
    void keys_pause_copy_mark_and_go_to_the_filter(FxRobot robot) {
        run(model.consume()::start);
        poll(Samples.picture());
        run(() -> view.show(place(3, 48_207)));
        robot.clickOn("#records-table");
        run(() -> view.show(place(3, 48_207)));
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(clipboards.text()).startsWith("{\"status\":\"paid\"");
        robot.press(KeyCode.CONTROL, KeyCode.D).release(KeyCode.D, KeyCode.CONTROL);
        assertThat(text(robot, "#records-marked")).isEqualTo("1");
        robot.type(KeyCode.SPACE);
        tick();
        assertThat(text(robot, "#records-state")).isEqualTo("Paused by you");
        robot.type(KeyCode.SLASH)
                .write("tombstone")
                .eraseText(9)
                .write("cust-42")
                .type(KeyCode.ENTER);
        tick();
        assertThat(text(robot, "#records-filter-matches")).isEqualTo("2 of 20");
        assertThat(text(robot, "#records-filtered")).isEqualTo("18");
    }

    @Test
    void a_click_on_a_head_sorts_and_the_chip_goes_back(FxRobot robot) {
        run(model.consume()::start);
        poll(Samples.picture());
        robot.clickOn("#records-column-size");
        UiWait.frames(3);
        assertThat(text(robot, "#records-sorted")).isEqualTo("Sorted by Size");
        assertThat(((ConsumedRecord) table(robot).getItems().get(1)).valueLength())
                .isLessThanOrEqualTo(0);
        robot.clickOn("#records-sorted");
        UiWait.frames(3);
        assertThat(table(robot).getItems()).isSameAs(model.feed().rows());
        assertThat(model.feed().position().followingProperty().get()).isTrue();
    }

    @Test
    void further_clicks_on_the_head_sort_downwards_and_go_back(FxRobot robot) {
        run(model.consume()::start);
        poll(Samples.picture());
        robot.clickOn("#records-column-size.column-header");
        UiWait.until("sorted upwards", () -> first(robot) <= 0);
        robot.clickOn("#records-column-size.column-header");
        UiWait.until("sorted downwards", () -> first(robot) > 0);
        assertThat(text(robot, "#records-sorted")).isEqualTo("Sorted by Size");
        robot.clickOn("#records-column-size.column-header");
        UiWait.until("back", () -> table(robot).getItems().equals(model.feed().rows()));
    }

    /** Returns the length of the value in the first row. */
    private static int first(FxRobot robot) {
        return table(robot).getItems().get(0) instanceof ConsumedRecord record ? record.valueLength() : 0;
    }

    private void picture(String name, Theme.Choice choice) {
        UiWait.frames(4);
        Path file = Path.of("target/pictures/records-" + name + "-" + choice + ".png");
        Pictures.check(stage, file);
    }

    private void run(Runnable action) {
        UiWait.runOnFx(action);
        tick();
    }

    private void poll(List<ConsumedRecord> batch) {
        cluster.consumer().poll(batch);
        tick();
    }

    private void tick() {
        UiWait.runOnFx(pulse::tick);
        UiWait.frames(2);
    }

    private int firstVisible() {
        return UiWait.onFx(() -> flow().getFirstVisibleCell().getIndex());
    }

    private int lastVisible() {
        return UiWait.onFx(() -> flow().getLastVisibleCell().getIndex());
    }

    private javafx.scene.control.skin.VirtualFlow<?> flow() {
        return (javafx.scene.control.skin.VirtualFlow<?>) view.content().lookup("#records-table .virtual-flow");
    }

    @SuppressWarnings("unchecked")
    private static TableView<LogEntry> table(FxRobot robot) {
        return UiWait.onFx(() -> robot.lookup("#records-table").queryAs(TableView.class));
    }

    private static String text(FxRobot robot, String id) {
        return UiWait.onFx(() -> robot.lookup(id).queryAs(Labeled.class).getText());
    }

    private static PartitionOffset place(int partition, long offset) {
        return PartitionOffset.of(new PartitionId("orders", partition), offset);
    }

    private static BrokerFailure gone() {
        return new BrokerFailure(
                "sandbox · orders: broker 1 closed the connection",
                "It stopped or restarts.",
                List.of("Wait", "Start the broker"),
                "",
                BrokerFailure.Kind.RETRIABLE);
    }
}
