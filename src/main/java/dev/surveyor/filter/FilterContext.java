package dev.surveyor.filter;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import java.time.Clock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a filter needs to know beside the record.
 *
 * @param clock tells now, from which {@code -15m} counts, and its zone is that of times without one
 * @param marked tells {@code is:marked}; asked on the thread that filters; null where there are no marks, so that the
 *     filter is none
 * @param transactions tells {@code is:aborted} and {@code is:open}; null where nothing is known of them, so that the
 *     filter is none
 * @param reader reads keys and values; the same as that of the table, so that a filter sees what a person sees
 */
public record FilterContext(
        Clock clock,
        @Nullable Predicate<ConsumedRecord> marked,
        @Nullable Transactions transactions,
        RecordReader reader) {

    /** Makes the context of a place that reads a topic and keeps nothing: without marks, without transactions. */
    public static FilterContext ofTopic(Clock clock, RecordReader reader) {
        return new FilterContext(clock, null, null, reader);
    }

    /** Makes the context of a place where keys and values are read by what they show, without any schema. */
    public FilterContext(Clock clock, Predicate<ConsumedRecord> marked) {
        this(clock, marked, null, RecordReader.withoutSchemas());
    }

    FilterContext with(Transactions others) {
        return new FilterContext(clock, marked, others, reader);
    }
}
