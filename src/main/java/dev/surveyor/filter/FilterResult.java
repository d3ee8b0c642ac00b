package dev.surveyor.filter;

import org.jspecify.annotations.Nullable;

/** What became of a filter's text. */
public sealed interface FilterResult {

    /**
     * The text is a filter.
     *
     * @param text as it was typed
     * @param filter the predicate; times like {@code -15m} are fixed to the moment of this call
     * @param bounds what a matching record must be by its place, time and key; a search reads no more than this
     * @param anyOutcome what matches for some outcome of the record's transaction, so that no other record can ever match;
     *     null where the filter does not ask for transactions
     */
    record Compiled(
            String text,
            RecordFilter filter,
            FilterBounds bounds,
            @Nullable RecordFilter anyOutcome) implements FilterResult {

        /** Makes a filter that does not ask for transactions. */
        public Compiled(String text, RecordFilter filter, FilterBounds bounds) {
            this(text, filter, bounds, null);
        }
    }

    /** The text is no filter. */
    record Invalid(FilterError error) implements FilterResult {}
}
