package dev.surveyor.filter;

import dev.surveyor.domain.record.ConsumedRecord;

/**
 * What a place knows, at this moment, of the transactions of records. Undecided is what it does not know: no answer is a
 * guess. Safe for several threads; never throws.
 */
public interface Transactions {

    /** Returns whether the record's transaction was aborted; one that is still open was not. */
    Verdict aborted(ConsumedRecord record);

    /** Returns whether the record is in a transaction that is still open, or behind one in its partition. */
    Verdict open(ConsumedRecord record);
}
