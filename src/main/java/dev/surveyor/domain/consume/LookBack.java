package dev.surveyor.domain.consume;

import dev.surveyor.domain.record.PartitionId;
import java.time.Duration;
import java.util.List;

/**
 * How far a consumer went back for the last records of each partition: compaction and aborted transactions leave offsets
 * without a record, so that the last hundred offsets need not hold a hundred records.
 *
 * @param wanted how many records of each partition were asked for
 * @param looking whether it still goes back, so that nothing is handed on yet
 * @param offsets how many offsets it has looked at
 * @param shortfalls partitions where fewer records were found within the limits, though older offsets are kept
 */
public record LookBack(int wanted, boolean looking, long offsets, List<Shortfall> shortfalls) {

    /** After so long a consumer begins with what it has found. */
    public static final Duration LONGEST = Duration.ofSeconds(5);

    /** After so many bytes of records a consumer begins with what it has found. */
    public static final long MOST_BYTES = 256_000_000;

    public LookBack {
        shortfalls = List.copyOf(shortfalls);
    }

    /**
     * A partition that gives fewer records than were asked for.
     *
     * @param partition which one
     * @param records how many were found
     * @param from the offset from which on it is read
     * @param begin the first offset that is kept
     */
    public record Shortfall(PartitionId partition, long records, long from, long begin) {}
}
