package dev.surveyor.service.transfer;

import dev.surveyor.domain.record.ConsumedRecord;
import java.io.IOException;
import java.util.List;

/** Where the records of an export come from. */
public interface ExportSource {

    /** Takes records, one after the other. */
    @FunctionalInterface
    interface Sink {

        /**
         * @param share how much of the source this is the end of, from 0 to 1
         */
        void take(ConsumedRecord record, double share) throws IOException;
    }

    /** Hands over all records; returns early where the control is cancelled. Blocks: never on the JavaFX thread. */
    void read(Sink sink, TransferControl control) throws IOException, TransferException, InterruptedException;

    /** Returns what of the source is not in the file, one sentence each; asked once all is handed over. */
    default List<String> losses() {
        return List.of();
    }
}
