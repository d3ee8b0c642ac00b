package dev.surveyor.filter;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import java.time.Clock;
import java.util.function.Predicate;

/**
 * What a filter needs to know beside the record.
 *
 * @param clock tells now, from which {@code -15m} counts, and its zone is that of times without one
 * @param marked tells {@code is:marked}; asked on the thread that filters
 * @param reader reads keys and values; the same as that of the table, so that a filter sees what a person sees
 */
public record FilterContext(Clock clock, Predicate<ConsumedRecord> marked, RecordReader reader) {

    /** Makes the context of a place where keys and values are read by what they show, without any schema. */
    public FilterContext(Clock clock, Predicate<ConsumedRecord> marked) {
        this(clock, marked, RecordReader.withoutSchemas());
    }
}
