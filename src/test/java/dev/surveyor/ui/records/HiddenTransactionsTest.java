package dev.surveyor.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.service.consume.BufferCounts;
import dev.surveyor.service.search.FakeSearches;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenTransactionsTest {

    private final TableRig rig = new TableRig();
    private final FakeSearches log = new FakeSearches();
    private RecordTableViewModel model;

    HiddenTransactionsTest() {
        rig.cluster.session.with(log);
        model = open("orders");
        model.consume().start();
    }

    private RecordTableViewModel open(String topic) {
        return rig.open(Subscription.to(topic));
    }

    @Test
    void aborted_records_are_hidden_counted_as_filtered_and_shown_again() {
        log.aborted.addAll(List.of(2L, 3L));
        write(0, 6);
        hide(true);
        assertThat(offsets()).containsExactly(0L, 1L, 4L, 5L);
        assertThat(counts().filtered()).isEqualTo(2);
        assertThat(model.transactions().aborted()).isEqualTo(2);
        assertThat(model.transactions().doubtProperty().get()).isEmpty();
        assertThat(model.transactions().of(log.records.get(2))).isNull();
        hide(false);
        assertThat(offsets()).hasSize(6);
        assertThat(counts().filtered()).isZero();
    }

    @Test
    void what_comes_later_is_held_back_until_it_is_looked_up() {
        hide(true);
        log.aborted.add(1L);
        write(0, 3);
        assertThat(offsets()).isEmpty();
        assertThat(counts().filtered()).isEqualTo(3);
        assertThat(model.transactions().doubtProperty().get()).isEqualTo("looking up…");
        later();
        assertThat(offsets()).containsExactly(0L, 2L);
        assertThat(model.transactions().doubtProperty().get()).isEmpty();
    }

    @Test
    void counts_add_up_while_rows_come_are_hidden_and_are_evicted() {
        for (long offset = 0; offset < 1_000; offset += 7) {
            log.aborted.add(offset);
        }
        hide(true);
        for (int i = 0; i < 40; i++) {
            write(i * 20L, 20);
            if (i % 3 == 0) {
                later();
            }
            if (i == 25) {
                hide(false);
            }
            assertThat(model.feed().rows()).hasSize((int) counts().shown());
        }
    }

    @Test
    void open_transactions_stay_shown_until_they_are_aborted() {
        log.lastStable = 2;
        write(0, 4);
        hide(true);
        assertThat(offsets()).containsExactly(0L, 1L, 2L, 3L);
        log.lastStable = Long.MAX_VALUE;
        log.aborted.add(2L);
        later();
        assertThat(offsets()).containsExactly(0L, 1L, 3L);
    }

    @Test
    void the_filter_finds_exactly_the_aborted_or_open_ones_and_looks_again_when_more_is_known() {
        log.lastStable = 4;
        log.aborted.addAll(List.of(1L, 5L));
        write(0, 6);
        apply("is:aborted");
        assertThat(offsets()).containsExactly(1L);
        apply("is:open");
        assertThat(offsets()).containsExactly(4L, 5L);
        log.lastStable = Long.MAX_VALUE;
        later();
        assertThat(offsets()).isEmpty();
        apply("is:aborted");
        assertThat(offsets()).containsExactly(1L, 5L);
        apply("");
        later();
        int asked = log.started.size();
        write(6, 1);
        later();
        assertThat(log.started).hasSize(asked);
    }

    @Test
    void a_record_that_no_reader_gets_any_more_is_neither() {
        write(0, 3);
        log.records.remove(1);
        apply("is:aborted");
        assertThat(offsets()).isEmpty();
        apply("!is:aborted");
        assertThat(offsets()).containsExactly(0L, 2L);
        assertThat(model.transactions().doubtProperty().get()).isEqualTo("1 not known");
    }

    @Test
    void offsets_between_those_that_were_looked_up_are_not_taken_for_known() {
        log.aborted.add(5L);
        write(0, 2);
        write(8, 2);
        hide(true);
        write(4, 2);
        later();
        assertThat(offsets()).containsExactly(0L, 1L, 8L, 9L, 4L);
    }

    @Test
    void skipping_while_fetching_keeps_what_its_transaction_may_still_make_a_match() {
        model.filter().skipWhileFetchingProperty().set(true);
        log.aborted.addAll(List.of(5L, 6L));
        apply("cust-5 && is:aborted");
        write(0, 10);
        assertThat(counts().skipped()).isEqualTo(9);
        later();
        assertThat(offsets()).containsExactly(5L);

        apply("cust-16");
        hide(true);
        log.aborted.add(16L);
        write(10, 10);
        assertThat(counts().skipped()).isEqualTo(18);
        later();
        assertThat(offsets()).isEmpty();
        hide(false);
        assertThat(offsets()).containsExactly(16L);
    }

    @Test
    void marking_and_hiding_are_kept_for_the_topic() {
        hide(true);
        model.transactions().wantedProperty().set(true);
        assertThat(open("orders").transactions().hiddenProperty().get()).isTrue();
        assertThat(open("orders").transactions().wantedProperty().get()).isTrue();
        assertThat(open("payments").transactions().hiddenProperty().get()).isFalse();
        assertThat(open("payments").transactions().wantedProperty().get()).isFalse();
    }

    @Test
    void while_the_look_up_fails_what_is_not_known_stays_held_back() {
        hide(true);
        write(0, 2);
        log.failure = new BrokerFailure("gone", "why", List.of("try"), "", BrokerFailure.Kind.RETRIABLE);
        later();
        assertThat(offsets()).isEmpty();
        assertThat(model.transactions().doubtProperty().get()).isEqualTo("look-up failed");
        log.failure = null;
        later();
        assertThat(offsets()).containsExactly(0L, 1L);
    }

    @Test
    void an_answer_that_comes_after_another_table_took_the_rows_changes_nothing() {
        log.aborted.add(1L);
        write(0, 3);
        log.afterEach = () -> model.handover();
        model.transactions().hiddenProperty().set(true);
        assertThat(log.started).isNotEmpty();
        assertThat(model.transactions().hidingProperty().get()).isFalse();
        assertThat(model.transactions().aborted()).isZero();
    }

    private void write(long from, int count) {
        List<ConsumedRecord> batch = Samples.plain(0, from, count);
        log.records.addAll(batch);
        rig.cluster.consumer().poll(batch);
        tick();
    }

    private void hide(boolean wanted) {
        model.transactions().hiddenProperty().set(wanted);
        tick();
    }

    private void apply(String filter) {
        model.filter().apply(filter);
        assertThat(model.filter().errorProperty().get()).isEmpty();
        tick();
    }

    /** Lets the time pass after which it is looked up again, also after a failure. */
    private void later() {
        rig.clock.forward(Duration.ofSeconds(11));
        tick();
        tick();
    }

    private void tick() {
        rig.pulse.tick();
        BufferCounts counts = counts();
        assertThat(counts.shown() + counts.filtered() + counts.evicted()).isEqualTo(counts.received());
    }

    private BufferCounts counts() {
        return model.feed().countsProperty().get();
    }

    private List<Long> offsets() {
        return model.feed().rows().stream()
                .filter(ConsumedRecord.class::isInstance)
                .map(LogEntry::offset)
                .toList();
    }
}
