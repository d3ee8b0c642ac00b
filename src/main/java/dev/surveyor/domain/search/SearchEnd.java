package dev.surveyor.domain.search;

/** Why a search ended. */
public enum SearchEnd {
    /** Every offset of the range was looked at. */
    COMPLETE,
    /** All was read that can be read now; partitions of the range could not. */
    INCOMPLETE,
    CANCELLED,
    /** So many matches were wanted and no more. */
    LIMIT_REACHED,
    FAILED
}
