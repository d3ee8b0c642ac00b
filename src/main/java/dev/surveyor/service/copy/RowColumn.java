package dev.surveyor.service.copy;

import dev.surveyor.codec.record.PartText;
import dev.surveyor.codec.record.RecordAttribute;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.time.Times;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * A column of the rows that are copied.
 *
 * @param title what stands above it
 * @param cell what a record has there, in full
 */
public record RowColumn(String title, Function<ConsumedRecord, String> cell) {

    /** Returns the column of an attribute; a time with date and zone, as a copy leaves the table that says them. */
    public static RowColumn of(RecordAttribute attribute, ZoneId zone, PartText parts) {
        RecordAttribute.Texts how = new RecordAttribute.Texts(new Times(zone), parts);
        return new RowColumn(attribute.head(), record -> attribute.text(record, how));
    }
}
