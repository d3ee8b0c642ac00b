package dev.surveyor.kafka.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackwardProbeTest {

    private static final int POLL = 500;

    private long recordsRead;

    @Test
    void a_log_without_holes_is_read_once() {
        BackwardProbe probe = look(all(0, 10_000), 0, 10_000, 100);

        assertThat(probe.start()).isEqualTo(9_900);
        assertThat(probe.records()).isEqualTo(100);
        assertThat(recordsRead).isEqualTo(100);
        assertThat(probe.first()).isTrue();
    }

    @Test
    void holes_are_gone_back_over_until_the_records_are_found() {
        NavigableSet<Long> log = all(0, 52);
        log.add(99L);
        BackwardProbe probe = look(log, 0, 102, 52);

        assertThat(probe.start()).isEqualTo(1);
        assertThat(probe.records()).isEqualTo(52);
    }

    @Test
    void where_there_are_fewer_records_it_is_the_beginning() {
        BackwardProbe probe = look(all(35, 40), 10, 1_000_000, 100);

        assertThat(probe.start()).isEqualTo(10);
        assertThat(probe.records()).isEqualTo(5);
    }

    @Test
    void an_empty_partition_has_nothing_to_look_for() {
        assertThat(new BackwardProbe(7, 7, 100).done()).isTrue();
        assertThat(new BackwardProbe(7, 7, 100).start()).isEqualTo(7);
    }

    @Test
    void a_dense_region_far_back_is_not_read_as_a_whole() {
        NavigableSet<Long> log = all(0, 400_000);
        BackwardProbe probe = look(log, 0, 4_000_000_000L, 100);

        assertThat(probe.start()).isEqualTo(399_900);
        assertThat(recordsRead).isLessThan(60_000);
    }

    @Test
    void any_log_gives_the_last_records_exactly() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            long begin = random.nextInt(1_000);
            long end = begin + random.nextInt(30_000);
            TreeSet<Long> log = new TreeSet<>();
            for (int piece = random.nextInt(6); piece > 0 && end > begin; piece--) {
                long from = begin + (long) (random.nextDouble() * (end - begin));
                log.addAll(all(from, Math.min(end, from + random.nextInt(5_000))));
            }
            int wanted = 1 + random.nextInt(2_000);
            List<Long> newestFirst = List.copyOf(log.descendingSet());
            long expected = newestFirst.size() >= wanted ? newestFirst.get(wanted - 1) : begin;

            BackwardProbe probe = look(log, begin, end, wanted);

            assertThat(probe.start()).as("log %d", i).isEqualTo(expected);
            if (end > begin) {
                assertThat(probe.records()).isEqualTo(Math.min(wanted, log.size()));
            }
        }
    }

    @Test
    void offsets_deleted_meanwhile_are_not_looked_for() {
        BackwardProbe probe = new BackwardProbe(0, 5_000, 10);
        assertThat(probe.readTo(5_000)).isTrue();
        assertThat(probe.from()).isEqualTo(990);

        assertThat(probe.keptFrom(3_000)).isTrue();
        assertThat(probe.from()).isEqualTo(3_000);
        assertThat(probe.readTo(4_990)).isFalse();

        assertThat(probe.done()).isTrue();
        assertThat(probe.start()).isEqualTo(3_000);
    }

    @Test
    void giving_up_keeps_what_was_counted() {
        BackwardProbe probe = new BackwardProbe(0, 1_000_000, 10);
        probe.record(999_995);
        assertThat(probe.readTo(1_000_000)).isTrue();
        probe.record(probe.from() + 3);
        probe.giveUp();

        assertThat(probe.start()).isEqualTo(999_990);
        assertThat(probe.records()).isEqualTo(1);
    }

    private static NavigableSet<Long> all(long from, long to) {
        return LongStream.range(from, to).boxed().collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** Reads as a client does: some records a poll, then the position behind them. */
    private BackwardProbe look(NavigableSet<Long> log, long begin, long end, int wanted) {
        BackwardProbe probe = new BackwardProbe(begin, end, wanted);
        recordsRead = 0;
        long position = probe.from();
        while (!probe.done()) {
            long next = position;
            int polled = 0;
            for (long offset : log.tailSet(position)) {
                probe.record(offset);
                recordsRead++;
                next = offset + 1;
                if (++polled == POLL) {
                    break;
                }
            }
            position = polled < POLL ? end : next;
            if (probe.readTo(position)) {
                position = probe.from();
            }
        }
        return probe;
    }
}
