package dev.surveyor.ui.records;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.service.consume.ConsumeSession;
import dev.surveyor.service.transfer.DragFiles;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a live table leads to. What is null is not offered.
 *
 * @param seek opens the seek dialog of a running consumer
 * @param resend opens a producer filled with the record
 * @param search searches the topic for what a filter says
 * @param export asks where to write these records, all of one topic
 * @param inspect shows the inspector if it is hidden
 * @param offerUndo says for a while what was done, with a way to take it back
 * @param dragFiles writes the file of records that are dragged out of the table
 */
public record RecordActions(
        @Nullable Consumer<ConsumeSession> seek,
        @Nullable Consumer<ConsumedRecord> resend,
        @Nullable BiConsumer<String, SearchScope> search,
        @Nullable Consumer<List<ConsumedRecord>> export,
        @Nullable Runnable inspect,
        @Nullable UndoOffer offerUndo,
        @Nullable DragFiles dragFiles) {

    /** Leads nowhere. */
    public static final RecordActions NONE = new RecordActions(null, null, null, null, null, null, null);

    /** Offers to take something back. */
    @FunctionalInterface
    public interface UndoOffer {

        /**
         * Says what was done, for ten seconds.
         *
         * @param undo takes it back
         * @param gone called once when it can no longer be taken back so, or was
         * @return takes the offer away
         */
        Runnable show(String what, Runnable undo, Runnable gone);
    }
}
