package dev.surveyor.filter;

/** What became of a filter's text. */
public sealed interface FilterResult {

    /**
     * The text is a filter.
     *
     * @param text as it was typed
     * @param filter the predicate; times like {@code -15m} are fixed to the moment of this call
     * @param bounds what a matching record must be by its place, time and key; a search reads no more than this
     */
    record Compiled(String text, RecordFilter filter, FilterBounds bounds) implements FilterResult {}

    /** The text is no filter. */
    record Invalid(FilterError error) implements FilterResult {}
}
