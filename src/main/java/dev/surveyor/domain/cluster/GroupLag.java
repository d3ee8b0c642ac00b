package dev.surveyor.domain.cluster;

import java.util.OptionalLong;

/**
 * The records that a group has still to read, as far as that can be told.
 *
 * @param records in the partitions that could be counted
 * @param counted in how many partitions they were counted
 * @param uncounted how many partitions the group has a place in without anybody telling how much follows, for instance
 *     because they have no leader
 */
public record GroupLag(long records, int counted, int uncounted) {

    /** Nothing is committed, or nobody told. */
    public static final GroupLag NONE = new GroupLag(0, 0, 0);

    /** Returns the records that were counted; empty where none could be. */
    public OptionalLong known() {
        return counted == 0 ? OptionalLong.empty() : OptionalLong.of(records);
    }

    /** Returns whether there are records to read, as far as is known. */
    public boolean behind() {
        return records > 0;
    }

    /** Returns this with one partition more; an empty lag is one that nobody told. */
    public GroupLag plus(OptionalLong lag) {
        return lag.isPresent()
                ? new GroupLag(records + lag.getAsLong(), counted + 1, uncounted)
                : new GroupLag(records, counted, uncounted + 1);
    }
}
