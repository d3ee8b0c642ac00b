package dev.surveyor.service.group;

import dev.surveyor.domain.record.PartitionId;

/**
 * What a change of owner meant for the records of a partition: those between the old owner's position and the new
 * owner's start are read twice, or by nobody.
 *
 * @param partition which one
 * @param oldPosition the position of the old owner: its next record
 * @param newStart the first record of the new owner
 */
public record HandOff(PartitionId partition, long oldPosition, long newStart) {

    /** Returns how many offsets are read twice, 0 or more. */
    public long redelivered() {
        return Math.max(0, oldPosition - newStart);
    }

    /** Returns how many offsets nobody reads, 0 or more. */
    public long skipped() {
        return Math.max(0, newStart - oldPosition);
    }

    /** Returns it in words, for instance {@code orders[2] 800 to 811 read twice}. */
    public String text() {
        if (redelivered() > 0) {
            return partition + " " + newStart + " to " + (oldPosition - 1) + " read twice";
        }
        if (skipped() > 0) {
            return partition + " " + oldPosition + " to " + (newStart - 1) + " skipped";
        }
        return partition + " went on at " + newStart;
    }
}
