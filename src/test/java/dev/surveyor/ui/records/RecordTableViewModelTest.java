package dev.surveyor.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.consume.BufferCounts;
import dev.surveyor.ui.settings.FakeSettings;
import dev.surveyor.ui.testing.DirectUiExecutor;
import dev.surveyor.ui.testing.FakeClipboards;
import dev.surveyor.ui.testing.FakeDialogs;
import dev.surveyor.ui.testing.ManualPulse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordTableViewModelTest {

    private final FakeCluster cluster = new FakeCluster();
    private final ManualPulse pulse = new ManualPulse();
    private final List<Integer> revealed = new ArrayList<>();
    private long now = Samples.NINE_O_TWO;
    private RecordTableViewModel model;

    @BeforeEach
    void make() {
        RecordTools tools = new RecordTools(
                new FakeSettings(),
                new FakeDialogs(),
                new FakeClipboards(),
                new DirectUiExecutor(),
                pulse,
                Runnable::run,
                new TestClock(),
                new SimpleObjectProperty<>(ZoneOffset.UTC),
                new SimpleObjectProperty<>(26.0));
        model = new RecordTableViewModel(Subscription.to("orders"), cluster, tools, new BufferLimits(100, 1_000_000));
        model.feed().listen(new TableListener() {
            @Override
            public void rowsChanged(boolean reset) {}

            @Override
            public void reveal(LogEntry row) {
                revealed.add(model.rows().indexOf(row));
            }

            @Override
            public void marksChanged() {}
        });
    }

    @Test
    void nothing_is_read_before_the_user_starts() {
        assertThat(model.consumer().stateProperty().get()).isEqualTo(TableState.IDLE);
        assertThat(cluster.started).isEmpty();
        assertThat(pulse.listeners()).isZero();
    }

    @Test
    void it_starts_as_the_chips_say() {
        model.choose(ConsumeChoice.DEFAULT.with(new StartPosition.LastRecords(100)));
        model.start();

        assertThat(cluster.consumer().request.start()).isEqualTo(new StartPosition.LastRecords(100));
        assertThat(model.consumer().stateProperty().get()).isEqualTo(TableState.LIVE);
    }

    @Test
    void rows_survive_stop_and_start_and_the_counts_go_on() {
        model.start();
        poll(0, 3);
        model.stop();
        assertThat(model.consumer().stateProperty().get()).isEqualTo(TableState.STOPPED);
        assertThat(model.rows()).hasSize(3);

        model.start();
        poll(3, 2);
        assertThat(model.rows()).hasSize(5);
        assertThat(model.feed().countsProperty().get().received()).isEqualTo(5);
    }

    @Test
    void counts_add_up_under_a_filter_and_eviction() {
        model.start();
        model.filter().apply("cust-5");
        for (int i = 0; i < 50; i++) {
            poll(i * 20L, 20);
            BufferCounts counts = model.feed().countsProperty().get();
            assertThat(counts.shown() + counts.filtered() + counts.evicted()).isEqualTo(counts.received());
            assertThat(model.rows()).hasSize((int) counts.shown());
        }
    }

    @Test
    void what_comes_while_the_consumer_ends_is_shown_too() {
        model.start();
        poll(0, 3);
        FakeConsumer ending = cluster.consumer();
        ending.end = new CompletableFuture<>();
        model.stop();
        tick();
        assertThat(pulse.listeners()).isZero();

        ending.poll(Samples.plain(0, 3, 2));
        ending.end.complete(null);
        assertThat(model.rows()).hasSize(5);
        tick();
        assertThat(pulse.listeners()).isZero();
    }

    @Test
    void every_other_tick_rests_while_more_rows_come_than_anybody_can_read() {
        model.raiseLimit(BufferLimits.DEFAULT);
        model.start();
        poll(0, 10);
        poll(10, 4_990);
        poll(5_000, 10);
        assertThat(model.feed().countsProperty().get().received()).isEqualTo(5_000);

        poll(5_010, 10);
        assertThat(model.feed().countsProperty().get().received()).isEqualTo(5_020);
        poll(5_020, 10);
        assertThat(model.feed().countsProperty().get().received()).isEqualTo(5_030);
    }

    @Test
    void a_wrong_filter_says_its_column_and_keeps_the_old_result() {
        model.start();
        poll(0, 20);
        model.filter().apply("cust-5");
        tick();
        assertThat(model.rows()).hasSize(1);

        model.filter().apply("key:cust-5 && (");
        tick();
        assertThat(model.filter().errorProperty().get()).startsWith("col ");
        assertThat(model.rows()).hasSize(1);
        assertThat(model.filter().appliedProperty().get()).isEqualTo("cust-5");
    }

    @Test
    void browsing_keeps_its_row_and_pauses_when_the_buffer_is_full() {
        model.start();
        poll(0, 90);
        model.place().browse(40);
        LogEntry top = model.rows().get(40);
        for (int i = 0; i < 20 && cluster.consumer().phase == ConsumePhase.RUNNING; i++) {
            poll(90 + i * 10L, 10);
        }
        tick();

        assertThat(model.rows().get(model.place().index())).isSameAs(top);
        assertThat(model.consumer().stateProperty().get()).isEqualTo(TableState.PAUSED_BUFFER);
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.BufferFull.class);

        model.raiseLimit(new BufferLimits(1_000, 1_000_000));
        cluster.consumer().turn();
        tick();
        assertThat(model.consumer().stateProperty().get()).isEqualTo(TableState.BROWSING);
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.None.class);
    }

    @Test
    void a_filter_that_matched_nothing_gives_the_place_back_when_it_is_cleared() {
        model.start();
        poll(0, 60);
        model.place().browse(20);
        LogEntry top = model.rows().get(20);
        model.filter().apply("nothing like it");
        tick();
        assertThat(model.rows()).isEmpty();
        model.filter().apply("nor like this");
        tick();
        poll(60, 5);

        model.filter().clear();
        tick();
        assertThat(model.rows().get(model.place().index())).isSameAs(top);
        assertThat(model.consumer().stateProperty().get()).isEqualTo(TableState.BROWSING);
    }

    @Test
    void a_table_that_followed_follows_after_a_filter_that_matched_nothing() {
        model.start();
        poll(0, 60);
        model.filter().apply("nothing like it");
        tick();
        model.filter().clear();
        tick();
        assertThat(model.consumer().stateProperty().get()).isEqualTo(TableState.LIVE);
    }

    @Test
    void dropping_the_oldest_goes_on_at_the_cost_of_the_place() {
        model.start();
        poll(0, 90);
        model.place().browse(0);
        poll(90, 20);
        assertThat(cluster.consumer().phase).isEqualTo(ConsumePhase.PAUSED_BY_BUFFER);

        model.place().dropOldest();
        cluster.consumer().turn();
        poll(110, 50);
        assertThat(cluster.consumer().phase).isEqualTo(ConsumePhase.RUNNING);
        assertThat(model.place().index()).isZero();
        assertThat(model.feed().countsProperty().get().evicted()).isPositive();
    }

    @Test
    void new_rows_are_counted_while_browsing_only() {
        model.start();
        poll(0, 10);
        model.place().browse(2);
        poll(10, 7);
        assertThat(model.place().newRowsProperty().get()).isEqualTo(7);
        model.follow();
        assertThat(model.place().newRowsProperty().get()).isZero();
    }

    @Test
    void pause_and_resume_go_to_the_consumer() {
        model.start();
        model.togglePause();
        assertThat(model.consumer().stateProperty().get()).isEqualTo(TableState.PAUSED_BY_USER);
        model.togglePause();
        assertThat(model.consumer().stateProperty().get()).isEqualTo(TableState.LIVE);
    }

    @Test
    void a_lost_broker_is_named_with_the_seconds_to_the_next_try_and_the_rows_stay() {
        model.start();
        poll(0, 5);
        cluster.health = new ConnectionHealth.Reconnecting(
                failure(), 3, Instant.ofEpochMilli(now), Instant.ofEpochMilli(now + 3_200));
        tick();

        assertThat(model.consumer().stateText()).isEqualTo("Reconnecting in 4 s");
        assertThat(model.notices().shownProperty().get())
                .isInstanceOfSatisfying(Notice.BrokerGone.class, gone -> assertThat(gone.progress())
                        .isEqualTo("Last record at 09:02:11.425, all rows kept. Retry 3 of ∞ in 4 s."));
        assertThat(model.rows()).hasSize(5);
    }

    @Test
    void a_failed_consumer_says_why_and_can_be_started_again() {
        model.start();
        cluster.consumer().failure = failure();
        cluster.consumer().phase = ConsumePhase.FAILED;
        tick();
        assertThat(model.consumer().stateProperty().get()).isEqualTo(TableState.FAILED);
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.Failed.class);

        model.start();
        assertThat(cluster.started).hasSize(2);
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.None.class);
    }

    @Test
    void a_record_that_is_still_on_its_way_is_waited_for() {
        model.start();
        model.jump().to(place(7));
        assertThat(revealed).isEmpty();
        poll(0, 10);
        assertThat(revealed).containsExactly(7);
    }

    @Test
    void a_record_that_does_not_come_can_be_read_again() {
        model.start();
        poll(100, 10);
        model.jump().to(place(7));
        now += 5_000;
        tick();
        assertThat(model.notices().shownProperty().get())
                .isInstanceOfSatisfying(Notice.NotHere.class, missing -> assertThat(missing.hiddenByFilter())
                        .isFalse());

        model.jump().readFrom(place(7));
        assertThat(cluster.consumer().seeks).hasSize(1);
    }

    @Test
    void a_reference_to_an_offset_without_a_record_goes_to_the_next_one() {
        model.start();
        poll(0, 3);
        poll(10, 3);
        model.jump().to(PartitionOffset.of(new PartitionId("orders", 0), 5));
        tick();
        assertThat(revealed).isNotEmpty();
        LogEntry row = model.rows().get(revealed.get(revealed.size() - 1));
        assertThat(row.offset()).isEqualTo(10);
        assertThat(model.notices().shownProperty().get())
                .isInstanceOfSatisfying(
                        Notice.Told.class, told -> assertThat(told.what()).contains("orders[0]@5 holds no record"));
    }

    @Test
    void a_reference_to_a_partition_or_a_name_that_is_no_place_says_so() {
        model.partitionCountProperty().set(6);
        model.jump().to(PartitionOffset.of(new PartitionId("orders", 6), 5));
        assertThat(model.notices().shownProperty().get())
                .isEqualTo(new Notice.Told("There is no orders[6].", "The topic has the partitions 0 to 5."));
        model.jump().to(PartitionOffset.parse("orders[1]@stored").orElseThrow());
        assertThat(model.notices().shownProperty().get())
                .isInstanceOfSatisfying(Notice.Told.class, told -> assertThat(told.what())
                        .isEqualTo("orders[1]@stored is no place in" + " the log."));
        model.jump().to(PartitionOffset.parse("orders[1]@beginning").orElseThrow());
        assertThat(model.consumer().session()).isNotNull();
        assertThat(model.choiceProperty().get().start()).isEqualTo(new StartPosition.Beginning());
    }

    @Test
    void a_record_that_the_consumer_has_passed_is_not_waited_for() {
        model.start();
        poll(100, 10);
        model.jump().to(place(7));
        now += 300;
        tick();

        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.NotHere.class);
    }

    @Test
    void nor_is_one_that_was_passed_while_the_filter_hides_all() {
        model.start();
        poll(100, 10);
        model.filter().apply("nothing like it");
        model.jump().to(place(7));
        now += 300;
        tick();

        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.NotHere.class);
    }

    @Test
    void a_record_after_all_that_came_is_waited_for() {
        model.start();
        poll(100, 10);
        model.jump().to(place(200));
        now += 3_000;
        tick();
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.None.class);

        poll(200, 10);
        assertThat(revealed).hasSize(1);
    }

    @Test
    void a_record_that_the_filter_hides_is_said_to_be_hidden() {
        model.start();
        poll(0, 10);
        model.filter().apply("nothing like it");
        model.jump().to(place(7));
        now += 5_000;
        tick();
        assertThat(model.notices().shownProperty().get())
                .isInstanceOfSatisfying(Notice.NotHere.class, missing -> assertThat(missing.hiddenByFilter())
                        .isTrue());
    }

    @Test
    void a_seek_empties_the_table() {
        model.start();
        poll(0, 10);
        cluster.consumer().seekEpoch = 1;
        tick();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void a_stopped_table_costs_no_ticks() {
        model.start();
        poll(0, 10);
        model.stop();
        tick();
        tick();
        assertThat(pulse.listeners()).isZero();
    }

    @Test
    void the_rate_is_unknown_at_first_and_measured_over_a_second() {
        model.start();
        assertThat(model.consumer().flowProperty().get().recordsPerSecond()).isNegative();
        for (int i = 0; i < 30; i++) {
            now += 100;
            poll(i * 10L, 10);
        }
        assertThat(model.consumer().flowProperty().get().recordsPerSecond()).isBetween(95.0, 105.0);
    }

    private void poll(long from, int count) {
        cluster.consumer().poll(Samples.plain(0, from, count));
        tick();
    }

    private void tick() {
        pulse.tick();
    }

    private static PartitionOffset place(long offset) {
        return PartitionOffset.of(new PartitionId("orders", 0), offset);
    }

    private static BrokerFailure failure() {
        return new BrokerFailure(
                "sandbox · orders: broker 1 closed the connection",
                "It stopped.",
                List.of("Wait"),
                "",
                BrokerFailure.Kind.RETRIABLE);
    }

    /** Stands still until the test moves it. */
    private final class TestClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now);
        }
    }
}
