package dev.surveyor.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.Subscription;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.FakeConsumer;
import dev.surveyor.ui.records.consume.TableState;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a table looks after its consumer was moved, in whatever order the news and the records come. */
class SeekPlaceTest {

    private final TableRig rig = new TableRig();
    private final RecordTableViewModel table = rig.open(Subscription.to("orders"));

    @BeforeEach
    void read() {
        table.consume().start();
        rig.poll(0, 60);
    }

    @Test
    void who_browses_is_at_the_first_record_after_a_seek() {
        table.feed().position().browse(40);
        seek(false);
        poll(500, 30);
        assertBrowsingAt(500);
        assertThat(table.feed().position().newRowsProperty().get()).isEqualTo(30);
    }

    @Test
    void so_it_is_where_no_record_has_come_yet() {
        table.feed().position().browse(40);
        seek(false);
        rig.pulse.tick();
        assertThat(state()).isEqualTo(TableState.BROWSING);
        poll(500, 30);
        assertBrowsingAt(500);
        assertThat(table.feed().position().newRowsProperty().get()).isEqualTo(30);
    }

    @Test
    void so_it_is_where_records_come_before_the_news() {
        table.feed().position().browse(40);
        FakeConsumer consumer = rig.cluster.consumer();
        consumer.poll(after(1, 500, 30));
        rig.pulse.tick();
        seek(false);
        rig.pulse.tick();
        assertBrowsingAt(500);
        assertThat(table.feed().position().newRowsProperty().get()).isEqualTo(30);
    }

    @Test
    void so_it_is_where_a_filter_hides_what_comes_first() {
        table.feed().position().browse(40);
        table.filter().apply("offset>=510");
        rig.pulse.tick();
        seek(false);
        poll(500, 5);
        assertThat(state()).isEqualTo(TableState.BROWSING);
        poll(505, 30);
        assertBrowsingAt(510);
    }

    @Test
    void the_place_sought_is_kept_from_being_evicted() {
        table.feed().position().browse(40);
        seek(false);
        rig.pulse.tick();
        for (int i = 0; i < 20 && rig.cluster.consumer().phase == ConsumePhase.RUNNING; i++) {
            poll(500 + i * 10L, 10);
        }
        rig.pulse.tick();
        assertThat(state()).isEqualTo(TableState.PAUSED_BUFFER);
        assertThat(table.feed().rows().get(table.feed().position().index()).offset())
                .isEqualTo(500);
    }

    @Test
    void after_a_seek_to_the_end_the_table_follows() {
        table.feed().position().browse(40);
        seek(true);
        rig.pulse.tick();
        assertThat(state()).isEqualTo(TableState.LIVE);
        poll(500, 3);
        assertThat(state()).isEqualTo(TableState.LIVE);
        assertThat(table.feed().position().newRowsProperty().get()).isZero();
    }

    @Test
    void so_it_does_where_records_come_at_once_or_before_the_news() {
        table.feed().position().browse(40);
        seek(true);
        poll(500, 3);
        assertThat(state()).isEqualTo(TableState.LIVE);

        table.feed().position().browse(1);
        rig.cluster.consumer().poll(after(2, 600, 3));
        rig.pulse.tick();
        seek(true);
        rig.pulse.tick();
        assertThat(state()).isEqualTo(TableState.LIVE);
    }

    @Test
    void who_follows_goes_on_following_wherever_the_consumer_is_moved() {
        seek(false);
        poll(10, 5);
        assertThat(state()).isEqualTo(TableState.LIVE);
        seek(true);
        rig.pulse.tick();
        assertThat(state()).isEqualTo(TableState.LIVE);
    }

    private void assertBrowsingAt(long offset) {
        assertThat(state()).isEqualTo(TableState.BROWSING);
        assertThat(table.feed().rows().get(table.feed().position().index()).offset())
                .isEqualTo(offset);
    }

    private TableState state() {
        return table.consume().consumer().stateProperty().get();
    }

    private void seek(boolean end) {
        rig.cluster.consumer().soughtEnd = end;
        rig.cluster.consumer().seekEpoch++;
    }

    private void poll(long from, int count) {
        rig.cluster.consumer().poll(after(rig.cluster.consumer().seekEpoch, from, count));
        rig.pulse.tick();
    }

    /** Records that came after so many seeks. */
    private static List<ConsumedRecord> after(int seeks, long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(offset -> ConsumedRecord.at(new PartitionId("orders", 0), offset)
                        .seekEpoch(seeks)
                        .build())
                .toList();
    }
}
