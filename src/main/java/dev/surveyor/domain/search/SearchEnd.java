package dev.surveyor.domain.search;

/** Why a search ended. */
public enum SearchEnd {
    /** Every offset of the range was looked at. */
    COMPLETE,
    CANCELLED,
    /** So many matches were wanted and no more. */
    LIMIT_REACHED,
    FAILED
}
