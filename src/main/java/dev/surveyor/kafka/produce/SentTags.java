package dev.surveyor.kafka.produce;

import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.produce.DeliveryState;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tags of the records that the producers of one connection sent, by the place where each lies; they never go to a
 * broker. Bounded: the oldest gives way. Safe for use by any thread.
 */
final class SentTags {

    private static final int CAPACITY = 50_000;

    private record Place(PartitionId partition, long offset) {}

    private final Map<Place, String> tags = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, String> eldest) {
            return size() > CAPACITY;
        }
    };

    /** Remembers the tag of a delivery, where it has one and its offset is known. */
    synchronized void remember(Delivery delivery) {
        String tag = delivery.record().opaque();
        if (tag != null
                && delivery.state() instanceof DeliveryState.Acknowledged acknowledged
                && acknowledged.place().offset() >= 0) {
            tags.put(place(acknowledged.place()), tag);
        }
    }

    /** Returns the tag of the record that lies there, null where none is known. */
    synchronized @Nullable String of(PartitionOffset place) {
        return tags.get(place(place));
    }

    private static Place place(PartitionOffset of) {
        return new Place(of.partition(), of.offset());
    }
}
