package dev.surveyor.domain.consume;

import dev.surveyor.domain.record.PartitionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a seek would do, before it is done.
 *
 * @param asOf when begin, end and position were read
 * @param rows by partition
 */
public record SeekPlan(Instant asOf, List<SeekRow> rows) {

    public SeekPlan {
        rows = List.copyOf(rows);
    }

    /** Returns the offset for each partition that goes somewhere; empty where none does. */
    public Map<PartitionId, Long> targets() {
        Map<PartitionId, Long> targets = new TreeMap<>();
        for (SeekRow row : rows) {
            if (row.target().isPresent()) {
                targets.put(row.position().partition(), row.target().getAsLong());
            }
        }
        return targets;
    }

    /** Returns the positions before the move, of the partitions that go somewhere: what an undo goes back to. */
    public Map<PartitionId, Long> previous() {
        Map<PartitionId, Long> previous = new TreeMap<>();
        for (SeekRow row : rows) {
            OptionalLong position = row.position().position();
            if (row.target().isPresent() && position.isPresent()) {
                previous.put(row.position().partition(), position.getAsLong());
            }
        }
        return previous;
    }

    /** Returns the offsets that will be read again; an upper bound, as compaction and markers leave holes. */
    public long readAgain() {
        return rows.stream().mapToLong(SeekRow::readAgain).sum();
    }

    /** Returns the offsets that will be passed over; an upper bound for the same reason. */
    public long skipped() {
        return rows.stream().mapToLong(SeekRow::skipped).sum();
    }
}
