package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeMergeTest {

    private static final PartitionId ORDERS = new PartitionId("orders", 0);
    private static final PartitionId PAYMENTS = new PartitionId("payments", 0);

    private final TimeMerge merge = new TimeMerge();

    @Test
    void records_of_two_topics_come_in_the_order_of_their_times() {
        merge.add(List.of(at(ORDERS, 0, 10), at(ORDERS, 1, 30), at(PAYMENTS, 0, 20), at(PAYMENTS, 1, 40)));

        assertThat(merge.ready(Set.of())).extracting(ConsumedRecord::timestamp).containsExactly(10L, 20L, 30L, 40L);
        assertThat(merge.held()).isZero();
    }

    @Test
    void a_record_waits_while_a_partition_that_is_behind_may_bring_an_earlier_one() {
        merge.add(List.of(at(ORDERS, 0, 10), at(ORDERS, 1, 30)));

        assertThat(merge.ready(Set.of(PAYMENTS))).isEmpty();

        merge.add(List.of(at(PAYMENTS, 0, 20)));
        assertThat(merge.ready(Set.of(PAYMENTS)))
                .extracting(ConsumedRecord::timestamp)
                .containsExactly(10L, 20L);
        assertThat(merge.ready(Set.of())).extracting(ConsumedRecord::timestamp).containsExactly(30L);
    }

    @Test
    void the_order_within_a_partition_is_that_of_its_offsets_whatever_the_times_say() {
        merge.add(List.of(at(ORDERS, 0, 50), at(ORDERS, 1, 10), at(PAYMENTS, 0, 20)));

        assertThat(merge.ready(Set.of())).extracting(ConsumedRecord::offset).containsExactly(0L, 0L, 1L);
        assertThat(merge.held()).isZero();
    }

    @Test
    void nothing_is_lost_when_all_is_taken_at_once() {
        merge.add(List.of(at(ORDERS, 0, 10), at(ORDERS, 1, 30)));
        merge.add(List.of(at(PAYMENTS, 0, 20)));

        assertThat(merge.all()).hasSize(3);
        assertThat(merge.ready(Set.of())).isEmpty();
    }

    @Test
    void what_came_before_a_move_is_dropped() {
        merge.add(List.of(at(ORDERS, 0, 10)));
        merge.add(List.of(ConsumedRecord.at(ORDERS, 7)
                .timestamp(5, TimestampType.CREATE_TIME)
                .seekEpoch(1)
                .build()));
        merge.dropBefore(1);

        assertThat(merge.all()).extracting(ConsumedRecord::offset).containsExactly(7L);
    }

    private static ConsumedRecord at(PartitionId partition, long offset, long time) {
        return ConsumedRecord.at(partition, offset)
                .timestamp(time, TimestampType.CREATE_TIME)
                .build();
    }
}
