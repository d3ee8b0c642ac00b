package dev.surveyor.filter;

import dev.surveyor.domain.record.ConsumedRecord;
import java.time.Clock;
import java.util.function.Predicate;

/**
 * What a filter needs to know beside the record.
 *
 * @param clock tells now, from which {@code -15m} counts, and its zone is that of times without one
 * @param marked tells {@code is:marked}; asked on the thread that filters
 */
public record FilterContext(Clock clock, Predicate<ConsumedRecord> marked) {

    /** Returns the context of a place without marks, a search for instance. */
    public static FilterContext withoutMarks(Clock clock) {
        return new FilterContext(clock, record -> false);
    }
}
