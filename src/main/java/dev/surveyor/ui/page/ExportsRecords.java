package dev.surveyor.ui.page;

/** A page whose records can be written to a file. */
@FunctionalInterface
public interface ExportsRecords {

    /** Asks which of its records to write, in which form and where. */
    void exportRecords();
}
