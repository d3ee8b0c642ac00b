package dev.surveyor.ui.records;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.event.EventStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the user's own tag of a record that this program sent; it never goes to the broker. */
public final class Opaques {

    private Opaques() {}

    /** Returns the tag, or null where this program did not send it. Looks through all events. */
    public static @Nullable String of(EventStream events, PartitionOffset place) {
        List<ClientEvent> all = events.since(0).events();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i) instanceof ClientEvent.Delivered delivered) {
                PartitionOffset sent = delivered.delivery().place();
                if (sent.offset() == place.offset() && sent.partition().equals(place.partition())) {
                    return delivered.delivery().record().opaque();
                }
            }
        }
        return null;
    }
}
