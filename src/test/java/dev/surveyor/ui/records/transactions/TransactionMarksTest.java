package dev.surveyor.ui.records.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.consume.BufferLimits;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.consume.RecordBuffer;
import dev.surveyor.service.consume.RecordSink;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.service.search.FakeSearches;
import dev.surveyor.service.transaction.TransactionLookup;
import dev.surveyor.service.transaction.TransactionState;
import dev.surveyor.ui.records.Samples;
import dev.surveyor.ui.records.TableRig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionMarksTest {

    private final FakeSearches log = new FakeSearches();
    private final RecordBuffer buffer =
            new RecordBuffer(new BufferLimits(1_000, 1_000_000), RecordReader.withoutSchemas(), Runnable::run);
    private final RecordSink sink = buffer.open(true);
    private final List<Notice> told = new ArrayList<>();
    private final TableRig rig = new TableRig();
    private final TransactionMarks marks = new TransactionMarks(
            buffer,
            new TransactionLookup(buffer, () -> log, rig.tools.background()),
            "orders",
            rig.settings,
            rig.tools.ui(),
            rig.clock,
            told::add);

    @Test
    void nothing_is_asked_before_the_user_wants_it() {
        write(0, 10);
        marks.tick(10);
        assertThat(log.started).isEmpty();
        assertThat(marks.words(log.records.get(0))).contains("not looked up");
    }

    @Test
    void aborted_and_open_records_are_told_apart() {
        log.aborted.addAll(List.of(2L, 3L));
        log.lastStable = 8;
        write(0, 10);
        marks.wantedProperty().set(true);
        assertThat(states())
                .containsExactly(
                        null,
                        null,
                        TransactionState.ABORTED,
                        TransactionState.ABORTED,
                        null,
                        null,
                        null,
                        null,
                        TransactionState.OPEN,
                        TransactionState.OPEN);
        assertThat(((Notice.Told) told.get(0)).what()).startsWith("2 kept records are of aborted transactions, 2 in");
        assertThat(marks.words(log.records.get(0))).isEqualTo("committed, or none");
    }

    @Test
    void new_records_are_asked_about_and_those_that_are_decided_are_not_asked_again() {
        write(0, 10);
        marks.wantedProperty().set(true);
        log.aborted.add(12L);
        write(10, 5);
        assertThat(marks.tick(15)).isTrue();
        rig.clock.forward(Duration.ofSeconds(3));
        assertThat(marks.tick(15)).isFalse();
        assertThat(states().get(12)).isEqualTo(TransactionState.ABORTED);
        assertThat(log.started.get(1).request().scope().range().toString()).contains("from=10");
        rig.clock.forward(Duration.ofSeconds(3));
        marks.tick(15);
        assertThat(log.started).hasSize(3);
    }

    @Test
    void an_open_transaction_is_asked_about_until_it_ends() {
        log.lastStable = 5;
        write(0, 10);
        marks.wantedProperty().set(true);
        assertThat(states().get(6)).isEqualTo(TransactionState.OPEN);
        log.lastStable = Long.MAX_VALUE;
        log.aborted.add(6L);
        rig.clock.forward(Duration.ofSeconds(3));
        marks.tick(10);
        assertThat(states().get(6)).isEqualTo(TransactionState.ABORTED);
        assertThat(states().get(7)).isNull();
        rig.clock.forward(Duration.ofSeconds(3));
        int asked = log.started.size();
        marks.tick(10);
        assertThat(log.started).hasSize(asked);
    }

    @Test
    void a_failure_is_told_once_and_it_is_tried_again() {
        write(0, 1);
        log.failure = new BrokerFailure("gone", "why", List.of("try"), "", BrokerFailure.Kind.RETRIABLE);
        marks.wantedProperty().set(true);
        assertThat(told).hasSize(1).first().isInstanceOf(Notice.Told.class);
        assertThat(marks.doubtProperty().get()).isEqualTo("look-up failed");
        assertThat(marks.words(log.records.get(0))).contains("not looked up");
        rig.clock.forward(Duration.ofSeconds(11));
        marks.tick(1);
        assertThat(told).hasSize(1);
        log.failure = null;
        rig.clock.forward(Duration.ofSeconds(11));
        marks.tick(1);
        assertThat(marks.doubtProperty().get()).isEmpty();
        assertThat(marks.words(log.records.get(0))).isEqualTo("committed, or none");
    }

    private List<TransactionState> states() {
        List<TransactionState> all = new ArrayList<>();
        log.records.forEach(record -> all.add(marks.of(record)));
        return all;
    }

    private void write(long from, int count) {
        List<ConsumedRecord> batch = Samples.plain(0, from, count);
        log.records.addAll(batch);
        sink.accept(batch);
    }
}
