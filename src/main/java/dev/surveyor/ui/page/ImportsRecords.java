package dev.surveyor.ui.page;

/** A page of a topic that records of a file can be sent to. */
@FunctionalInterface
public interface ImportsRecords {

    /** Asks which records of which file to send to its topic. */
    void importRecords();
}
