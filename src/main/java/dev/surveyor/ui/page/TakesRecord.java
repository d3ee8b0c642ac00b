package dev.surveyor.ui.page;

import dev.surveyor.domain.record.ConsumedRecord;

/** A page that can begin with a record that was read elsewhere. */
@FunctionalInterface
public interface TakesRecord {

    /** Fills its form with exactly the bytes of the record. */
    void take(ConsumedRecord record);
}
