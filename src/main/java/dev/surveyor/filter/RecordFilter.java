package dev.surveyor.filter;

import dev.surveyor.domain.record.RawRecord;

/** A predicate on raw records. Safe for several threads at once; never throws, always ends soon. */
@FunctionalInterface
public interface RecordFilter {

    /** The filter that every record matches. */
    RecordFilter ALL = record -> Verdict.MATCH;

    /** Returns what the filter says about the record. */
    Verdict test(RawRecord record);

    /** Returns whether the record is surely meant by the filter; an undecided one is not. */
    default boolean matches(RawRecord record) {
        return test(record) == Verdict.MATCH;
    }
}
