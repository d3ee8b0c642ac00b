package dev.surveyor.service.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.search.SearchRange;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AbortedOffsetsTest {

    private final FakeSearches log = new FakeSearches();
    private final AbortedOffsets aborted = new AbortedOffsets(log);

    AbortedOffsetsTest() {
        for (long offset = 0; offset < 10; offset++) {
            log.records.add(
                    ConsumedRecord.at(new PartitionId("orders", 2), offset).build());
        }
    }

    @Test
    void what_only_a_reader_of_all_records_gets_is_aborted() {
        log.aborted.addAll(java.util.List.of(3L, 4L, 7L));
        AbortedOffsets.Answer answer = ask(1, 2, 3, 4, 5, 6);
        assertThat(answer.aborted()).containsExactly(3, 4);
        assertThat(answer.decidedTo()).isEqualTo(7);
        assertThat(log.started.get(1).request().scope().range())
                .isEqualTo(new SearchRange.EachOffsets(Map.of(2, new SearchRange.Offsets(3, 5))));
    }

    @Test
    void where_nothing_is_missing_it_is_read_once() {
        assertThat(ask(0, 9).aborted()).isEmpty();
        assertThat(log.started).hasSize(1);
    }

    @Test
    void what_lies_behind_the_last_stable_offset_is_not_decided() {
        log.lastStable = 5;
        log.aborted.add(6L);
        AbortedOffsets.Answer answer = ask(4, 5, 6);
        assertThat(answer.decidedTo()).isEqualTo(5);
        assertThat(answer.aborted()).isEmpty();
    }

    @Test
    void a_record_that_was_removed_meanwhile_is_not_taken_for_an_aborted_one() {
        log.aborted.add(4L);
        log.records.remove(3);
        assertThat(ask(3, 4).aborted()).containsExactly(4);
        assertThat(ask(3, 4).gone()).containsExactly(3);
        log.afterEach = log.records::clear;
        assertThat(ask(3, 4).aborted()).isEmpty();
        assertThat(ask(3, 4).gone()).containsExactly(3, 4);
    }

    private AbortedOffsets.Answer ask(long... offsets) {
        return Objects.requireNonNull(
                aborted.ask("orders", Map.of(2, offsets)).join().get(2));
    }
}
