package dev.surveyor.kafka.search;

import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.filter.RecordFilter;
import dev.surveyor.filter.Verdict;

/** Keeps a search within its time window: what lies outside is read and counted, and never a match. */
final class TimeWindow {

    private TimeWindow() {}

    /** Returns the filter, together with the window where the range is one. */
    static RecordFilter within(SearchRange range, RecordFilter filter) {
        if (!(range instanceof SearchRange.Times times)) {
            return filter;
        }
        long from = times.from() == null ? Long.MIN_VALUE : times.from().toEpochMilli();
        long to = times.to() == null ? Long.MAX_VALUE : times.to().toEpochMilli();
        return record -> !record.hasTimestamp() || record.timestamp() < from || record.timestamp() > to
                ? Verdict.NO_MATCH
                : filter.test(record);
    }
}
