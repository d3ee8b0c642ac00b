package dev.surveyor.ui.records.highlight;

/**
 * Says which rows of a table have a colour.
 *
 * @param filter in the filter language; may be none, so that no record matches
 * @param on whether it is asked at all
 */
public record HighlightRule(String filter, HighlightColour colour, boolean on) {

    public HighlightRule {
        filter = filter.strip();
    }

    public HighlightRule with(HighlightColour other) {
        return new HighlightRule(filter, other, true);
    }

    public HighlightRule withOn(boolean now) {
        return new HighlightRule(filter, colour, now);
    }
}
