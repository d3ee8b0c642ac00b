package dev.surveyor.service.transfer;

import dev.surveyor.domain.record.ConsumedRecord;
import java.util.List;
import java.util.function.Supplier;

/**
 * Records that are in memory and can be exported.
 *
 * @param label what they are, in two words
 * @param noun what so many of them are: {@code rows that pass the filter}
 * @param records returns them as they are now, in their order
 */
public record ExportChoice(String label, String noun, Supplier<List<ConsumedRecord>> records) {

    /** A range of the topic, which is read again. */
    public static final ExportChoice RANGE = new ExportChoice("From the topic", "", List::of);
}
