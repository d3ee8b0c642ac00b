package dev.surveyor.ui.search;

import dev.surveyor.domain.record.ConsumedRecord;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** What can be done with the records that a search found. For the JavaFX thread only. */
interface FoundRecords extends AutoCloseable {

    /** The matches of a search page. */
    interface Matches {

        /** Returns the match that is selected, the last one of several; null for none. */
        ReadOnlyObjectProperty<@Nullable ConsumedRecord> selectedProperty();

        /** Returns all that are selected, in their order. */
        List<ConsumedRecord> selection();

        /** Returns all that are kept, in the order in which they are shown. */
        List<ConsumedRecord> all();

        /** Returns the topic that is searched. */
        String topic();

        /** Returns the filter of the last search. */
        String filter();

        /** Adds a condition to what is searched for next. */
        void narrow(String condition);
    }

    /** Makes what one page needs. */
    interface Maker {
        FoundRecords of(Matches matches);
    }

    /** Returns the inspector of the selected match. */
    Node inspector();

    /** Returns the words that say for a moment what was copied. */
    Node copiedNote();

    /** Returns new items that copy the selected matches in each form. */
    List<MenuItem> copyItems();

    /** Copies the values of the selected matches. */
    void copyValues();

    /** Copies the selected matches as rows. */
    void copyRows();

    /** Asks where to write the matches, and in which form. */
    void export();

    @Override
    void close();
}
