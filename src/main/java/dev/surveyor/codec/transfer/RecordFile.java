package dev.surveyor.codec.transfer;

import dev.surveyor.domain.record.ConsumedRecord;
import java.io.IOException;
import java.io.OutputStream;

/** Writes records in one form, one after the other. Not for use by two threads. */
public interface RecordFile {

    /** Writes what stands before the first record. */
    void begin(OutputStream out) throws IOException;

    /** Writes a record with its line break. */
    void write(ConsumedRecord record, OutputStream out) throws IOException;

    /** Returns what the form could not say about the records so far, one sentence each; empty for nothing. */
    java.util.List<String> losses();
}
