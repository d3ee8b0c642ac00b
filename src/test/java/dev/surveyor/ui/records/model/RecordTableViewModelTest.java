package dev.surveyor.ui.records.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.BufferCounts;
import dev.surveyor.service.consume.ConsumeChoice;
import dev.surveyor.service.consume.FakeConsumer;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.records.TableRig;
import dev.surveyor.ui.records.consume.TableState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RecordTableViewModelTest {

    private final TableRig rig = new TableRig();
    private final RecordTableViewModel model = rig.open(Subscription.to("orders"));

    @Test
    void nothing_is_read_before_the_user_starts() {
        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.IDLE);
        assertThat(rig.cluster.consumers.started).isEmpty();
        assertThat(rig.pulse.listeners()).isZero();
    }

    @Test
    void it_starts_as_the_chips_say() {
        model.consume().choose(ConsumeChoice.DEFAULT.with(new StartPosition.LastRecords(100)));
        model.consume().start();

        assertThat(rig.cluster.consumer().request.start()).isEqualTo(new StartPosition.LastRecords(100));
        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.LIVE);
    }

    @Test
    void rows_survive_stop_and_start_and_the_counts_go_on() {
        model.consume().start();
        rig.poll(0, 3);
        model.consume().stop();
        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.STOPPED);
        assertThat(model.feed().rows()).hasSize(3);

        model.consume().start();
        rig.poll(3, 2);
        assertThat(model.feed().rows()).hasSize(5);
        assertThat(model.feed().countsProperty().get().received()).isEqualTo(5);
    }

    @Test
    void joining_a_group_keeps_rows_counts_marks_and_place() {
        model.consume().start();
        rig.poll(0, 5);
        model.toggleMark(List.of((ConsumedRecord) model.feed().rows().get(1)));
        model.feed().position().browse(1);

        model.consume().choose(member(CommitPolicy.OFF));
        rig.poll(9, 2);

        assertThat(model.feed().rows()).extracting(LogEntry::offset).containsExactly(0L, 1L, 2L, 3L, 4L, 9L, 10L);
        assertThat(model.feed().countsProperty().get().received()).isEqualTo(7);
        assertThat(model.marks().countProperty().get()).isEqualTo(1);
        assertThat(model.feed().position().followingProperty().get()).isFalse();
        assertThat(model.feed().position().index()).isEqualTo(1);
        assertThat(rig.cluster.consumer().request.start()).isEqualTo(new StartPosition.Committed());
    }

    @Test
    void leaving_a_group_goes_on_where_the_member_stood() {
        FakeConsumer member = joined();
        member.last = CompletableFuture.completedFuture(Map.of(new PartitionId("orders", 0), 5L));

        model.consume().choose(ConsumeChoice.DEFAULT);

        assertThat(member.closed).isTrue();
        assertThat(model.feed().rows()).hasSize(5);
        assertThat(rig.cluster.consumer().request.start())
                .isEqualTo(new StartPosition.AtOffsets(Map.of(new PartitionId("orders", 0), 5L)));
        assertThat(model.consume().choiceProperty().get().start()).isEqualTo(new StartPosition.NewRecords());
    }

    @Test
    void committing_otherwise_neither_leaves_the_group_nor_the_rows() {
        FakeConsumer member = joined();

        model.consume().choose(member(CommitPolicy.OFF));

        assertThat(rig.cluster.consumer()).isSameAs(member);
        assertThat(member.closed).isFalse();
        assertThat(member.commitPolicies).containsExactly(CommitPolicy.OFF);
        assertThat(model.feed().rows()).hasSize(5);
    }

    /** Reads as a member that commits, and has five rows. */
    private FakeConsumer joined() {
        model.consume().choose(member(CommitPolicy.AUTO));
        model.consume().start();
        rig.poll(0, 5);
        return rig.cluster.consumer();
    }

    private static ConsumeChoice member(CommitPolicy commit) {
        return ConsumeChoice.DEFAULT
                .with(new ConsumerMode.GroupMember(MemberSettings.of("billing", commit)))
                .with(new StartPosition.Committed());
    }

    @Test
    void counts_add_up_under_a_filter_and_eviction() {
        model.consume().start();
        model.filter().apply("cust-5");
        for (int i = 0; i < 50; i++) {
            rig.poll(i * 20L, 20);
            BufferCounts counts = model.feed().countsProperty().get();
            assertThat(counts.shown() + counts.filtered() + counts.evicted()).isEqualTo(counts.received());
            assertThat(model.feed().rows()).hasSize((int) counts.shown());
        }
    }

    @Test
    void what_comes_while_the_consumer_ends_is_shown_too() {
        model.consume().start();
        rig.poll(0, 3);
        FakeConsumer ending = rig.cluster.consumer();
        ending.end = new CompletableFuture<>();
        model.consume().stop();
        rig.pulse.tick();
        assertThat(rig.pulse.listeners()).isZero();

        ending.poll(Samples.plain(0, 3, 2));
        ending.end.complete(null);
        assertThat(model.feed().rows()).hasSize(5);
        rig.pulse.tick();
        assertThat(rig.pulse.listeners()).isZero();
    }

    @Test
    void every_other_tick_rests_while_more_rows_come_than_anybody_can_read() {
        model.raiseLimit(BufferLimits.DEFAULT);
        model.consume().start();
        rig.poll(0, 10);
        rig.poll(10, 4_990);
        rig.poll(5_000, 10);
        assertThat(model.feed().countsProperty().get().received()).isEqualTo(5_000);

        rig.poll(5_010, 10);
        assertThat(model.feed().countsProperty().get().received()).isEqualTo(5_020);
        rig.poll(5_020, 10);
        assertThat(model.feed().countsProperty().get().received()).isEqualTo(5_030);
    }

    @Test
    void a_wrong_filter_says_its_column_and_keeps_the_old_result() {
        model.consume().start();
        rig.poll(0, 20);
        model.filter().apply("cust-5");
        rig.pulse.tick();
        assertThat(model.feed().rows()).hasSize(1);

        model.filter().apply("key:cust-5 && (");
        rig.pulse.tick();
        assertThat(model.filter().errorProperty().get()).startsWith("col ");
        assertThat(model.feed().rows()).hasSize(1);
        assertThat(model.filter().appliedProperty().get()).isEqualTo("cust-5");
    }

    @Test
    void browsing_keeps_its_row_and_pauses_when_the_buffer_is_full() {
        model.consume().start();
        rig.poll(0, 90);
        model.feed().position().browse(40);
        LogEntry top = model.feed().rows().get(40);
        for (int i = 0; i < 20 && rig.cluster.consumer().phase == ConsumePhase.RUNNING; i++) {
            rig.poll(90 + i * 10L, 10);
        }
        rig.pulse.tick();

        assertThat(model.feed().rows().get(model.feed().position().index())).isSameAs(top);
        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.PAUSED_BUFFER);
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.BufferFull.class);

        model.raiseLimit(new BufferLimits(1_000, 1_000_000));
        rig.cluster.consumer().turn();
        rig.pulse.tick();
        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.BROWSING);
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.None.class);
    }

    @Test
    void a_filter_that_matched_nothing_gives_the_place_back_when_it_is_cleared() {
        model.consume().start();
        rig.poll(0, 60);
        model.feed().position().browse(20);
        LogEntry top = model.feed().rows().get(20);
        model.filter().apply("nothing like it");
        rig.pulse.tick();
        assertThat(model.feed().rows()).isEmpty();
        model.filter().apply("nor like this");
        rig.pulse.tick();
        rig.poll(60, 5);

        model.filter().clear();
        rig.pulse.tick();
        assertThat(model.feed().rows().get(model.feed().position().index())).isSameAs(top);
        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.BROWSING);
    }

    @Test
    void a_table_that_followed_follows_after_a_filter_that_matched_nothing() {
        model.consume().start();
        rig.poll(0, 60);
        model.filter().apply("nothing like it");
        rig.pulse.tick();
        model.filter().clear();
        rig.pulse.tick();
        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.LIVE);
    }

    @Test
    void dropping_the_oldest_goes_on_at_the_cost_of_the_place() {
        model.consume().start();
        rig.poll(0, 90);
        model.feed().position().browse(0);
        rig.poll(90, 20);
        assertThat(rig.cluster.consumer().phase).isEqualTo(ConsumePhase.PAUSED_BY_BUFFER);

        model.feed().position().dropOldest();
        rig.cluster.consumer().turn();
        rig.poll(110, 50);
        assertThat(rig.cluster.consumer().phase).isEqualTo(ConsumePhase.RUNNING);
        assertThat(model.feed().position().index()).isZero();
        assertThat(model.feed().countsProperty().get().evicted()).isPositive();
    }

    @Test
    void new_rows_are_counted_while_browsing_only() {
        model.consume().start();
        rig.poll(0, 10);
        model.feed().position().browse(2);
        rig.poll(10, 7);
        assertThat(model.feed().position().newRowsProperty().get()).isEqualTo(7);
        model.feed().follow();
        assertThat(model.feed().position().newRowsProperty().get()).isZero();
    }

    @Test
    void pause_and_resume_go_to_the_consumer() {
        model.consume().start();
        model.consume().togglePause();
        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.PAUSED_BY_USER);
        model.consume().togglePause();
        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.LIVE);
    }

    @Test
    void a_lost_broker_is_named_with_the_seconds_to_the_next_try_and_the_rows_stay() {
        model.consume().start();
        rig.poll(0, 5);
        rig.cluster.session.health(new ConnectionHealth.Reconnecting(
                failure(), 3, rig.clock.instant(), rig.clock.instant().plusMillis(3_200)));
        rig.pulse.tick();

        assertThat(model.consume().consumer().stateText()).isEqualTo("Reconnecting in 4 s");
        assertThat(model.notices().shownProperty().get())
                .isInstanceOfSatisfying(Notice.BrokerGone.class, gone -> assertThat(gone.progress())
                        .isEqualTo("Last record at 09:02:11.425, all rows kept. Retry 3 of ∞ in 4 s."));
        assertThat(model.feed().rows()).hasSize(5);
    }

    @Test
    void a_failed_consumer_says_why_and_can_be_started_again() {
        model.consume().start();
        rig.cluster.consumer().failure = failure();
        rig.cluster.consumer().phase = ConsumePhase.FAILED;
        rig.pulse.tick();
        assertThat(model.consume().consumer().stateProperty().get()).isEqualTo(TableState.FAILED);
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.Failed.class);

        model.consume().start();
        assertThat(rig.cluster.consumers.started).hasSize(2);
        assertThat(model.notices().shownProperty().get()).isInstanceOf(Notice.None.class);
    }

    @Test
    void a_seek_empties_the_table() {
        model.consume().start();
        rig.poll(0, 10);
        rig.cluster.consumer().seekEpoch = 1;
        rig.pulse.tick();
        assertThat(model.feed().rows()).isEmpty();
    }

    @Test
    void a_stopped_table_costs_no_ticks() {
        model.consume().start();
        rig.poll(0, 10);
        model.consume().stop();
        rig.pulse.tick();
        rig.pulse.tick();
        assertThat(rig.pulse.listeners()).isZero();
    }

    @Test
    void the_rate_is_unknown_at_first_and_measured_over_a_second() {
        model.consume().start();
        assertThat(model.consume().consumer().flowProperty().get().recordsPerSecond())
                .isEmpty();
        for (int i = 0; i < 30; i++) {
            rig.clock.forward(Duration.ofMillis(100));
            rig.poll(i * 10L, 10);
        }
        assertThat(model.consume()
                        .consumer()
                        .flowProperty()
                        .get()
                        .recordsPerSecond()
                        .orElseThrow())
                .isBetween(95.0, 105.0);
    }

    private static BrokerFailure failure() {
        return new BrokerFailure(
                "sandbox · orders: broker 1 closed the connection",
                "It stopped.",
                List.of("Wait"),
                "",
                BrokerFailure.Kind.RETRIABLE);
    }
}
