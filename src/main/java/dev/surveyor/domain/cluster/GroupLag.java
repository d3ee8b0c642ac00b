package dev.surveyor.domain.cluster;

import dev.surveyor.domain.record.PartitionId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The records that a group has still to read, as far as that can be told.
 *
 * @param records in the partitions that could be counted
 * @param counted in how many partitions they were counted
 * @param uncounted why others could not be counted in which the group has a place, in the order of their partitions
 * @param beyond the partitions, among those that were counted, where the place of the group is beyond the end: the topic
 *     was made anew, or its brokers lost records
 */
public record GroupLag(long records, int counted, List<PartitionTrouble> uncounted, List<PartitionId> beyond) {

    /** Nothing is committed, or nobody told. */
    public static final GroupLag NONE = new GroupLag(0, 0, List.of(), List.of());

    public GroupLag {
        uncounted = List.copyOf(uncounted);
        beyond = List.copyOf(beyond);
    }

    /** Makes the lag of a group that stands nowhere beyond an end. */
    public GroupLag(long records, int counted, List<PartitionTrouble> uncounted) {
        this(records, counted, uncounted, List.of());
    }

    /** Returns a lag of so many records in one partition. */
    public static GroupLag of(long records) {
        return NONE.plus(records);
    }

    /** Returns the records that were counted; empty where none could be. */
    public OptionalLong known() {
        return counted == 0 ? OptionalLong.empty() : OptionalLong.of(records);
    }

    /** Returns whether there are records to read, as far as is known. */
    public boolean behind() {
        return records > 0;
    }

    /** Returns this with one partition more. */
    GroupLag plus(long more) {
        return new GroupLag(records + more, counted + 1, uncounted, beyond);
    }

    /** Returns this with one partition more that could not be counted. */
    GroupLag plus(PartitionTrouble why) {
        List<PartitionTrouble> all = new ArrayList<>(uncounted);
        all.add(why);
        return new GroupLag(records, counted, all, beyond);
    }

    /** Returns this with one partition more whose place is beyond its end. */
    GroupLag plusBeyond(PartitionId partition) {
        List<PartitionId> all = new ArrayList<>(beyond);
        all.add(partition);
        return new GroupLag(records, counted + 1, uncounted, all);
    }
}
