package dev.surveyor.ui.page;

import dev.surveyor.domain.record.PartitionOffset;

/** A page that can bring one record into sight. */
@FunctionalInterface
public interface ShowsRecord {

    /** Selects the record at that offset, or says why it is not here. */
    void showRecord(PartitionOffset at);
}
