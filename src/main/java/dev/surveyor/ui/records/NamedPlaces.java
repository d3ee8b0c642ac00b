package dev.surveyor.ui.records;

import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.LogicalOffset;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.consume.ConsumeSession;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** References that name a place instead of an offset: {@code orders[3]@beginning}, {@code orders[3]@end}. */
final class NamedPlaces {

    private NamedPlaces() {}

    /** Returns where a consumer that is to be started begins, null where the name is no place in the log. */
    static @Nullable StartPosition start(PartitionOffset place) {
        if (place.offset() == LogicalOffset.BEGINNING.number()) {
            return new StartPosition.Beginning();
        }
        return place.offset() == LogicalOffset.END.number() ? new StartPosition.NewRecords() : null;
    }

    /** Moves a running consumer to the beginning or the end that the partition has now. */
    static CompletableFuture<List<PartitionPosition>> seek(ConsumeSession running, PartitionOffset place) {
        boolean end = place.offset() == LogicalOffset.END.number();
        return running.positions().thenCompose(positions -> {
            for (PartitionPosition position : positions) {
                if (position.partition().equals(place.partition())) {
                    long offset = end ? position.endOffset() : position.beginOffset();
                    return running.seek(Map.of(place.partition(), offset));
                }
            }
            // The consumer says in its failure that it does not have this partition.
            return running.seek(Map.of(place.partition(), 0L));
        });
    }

    /** Returns what to say of a name that is no place in the log. */
    static Notice noPlace(PartitionOffset place) {
        return new Notice.Told(
                place + " is no place in the log.",
                "beginning and end are places; stored and unset stand for an offset that is kept elsewhere or not known.");
    }

    /** Returns what to say of a partition that the topic does not have. */
    static Notice noSuchPartition(PartitionOffset place, int partitions) {
        return new Notice.Told(
                "There is no " + place.partition() + ".",
                "The topic has the partitions 0 to " + (partitions - 1) + ".");
    }
}
