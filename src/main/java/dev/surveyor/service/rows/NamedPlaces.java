package dev.surveyor.service.rows;

import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.LogicalOffset;
import dev.surveyor.domain.record.PartitionOffset;
import org.jspecify.annotations.Nullable;

/** References that name a place instead of an offset: {@code orders[3]@beginning}, {@code orders[3]@end}. */
public final class NamedPlaces {

    private NamedPlaces() {}

    /** Returns where a consumer that is to be started begins, null where the name is no place in the log. */
    public static @Nullable StartPosition start(PartitionOffset place) {
        if (place.offset() == LogicalOffset.BEGINNING.number()) {
            return new StartPosition.Beginning();
        }
        return place.offset() == LogicalOffset.END.number() ? new StartPosition.NewRecords() : null;
    }

    /** Returns what to say of a name that is no place in the log. */
    public static Notice noPlace(PartitionOffset place) {
        return new Notice.Told(
                place + " is no place in the log.",
                "beginning and end are places; stored and unset stand for an offset that is kept elsewhere or not known.");
    }

    /** Returns what to say of a partition that the topic does not have. */
    public static Notice noSuchPartition(PartitionOffset place, int partitions) {
        return new Notice.Told(
                "There is no " + place.partition() + ".",
                "The topic has the partitions 0 to " + (partitions - 1) + ".");
    }
}
