package dev.surveyor.ui.page;

import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.transfer.ExportChoice;
import java.util.List;

/** Asks for the files that records go to or come from, on behalf of the page that has them. For the JavaFX thread only. */
public interface RecordFiles {

    /**
     * Asks which records of a topic to write to a file, in which form and where.
     *
     * @param inMemory what can be written beside a range of the topic; the first that holds any is chosen
     * @param filter which records of a range are written at first; empty for all
     */
    void export(ClusterSession session, String topic, List<ExportChoice> inMemory, String filter);

    /** Asks which records of which file to send to a topic. */
    void importInto(ClusterSession session, String topic);
}
