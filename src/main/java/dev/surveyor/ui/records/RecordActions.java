package dev.surveyor.ui.records;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.service.consume.ConsumeSession;
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
 */
public record RecordActions(
        @Nullable Consumer<ConsumeSession> seek,
        @Nullable Consumer<ConsumedRecord> resend,
        @Nullable BiConsumer<String, SearchScope> search,
        @Nullable Consumer<List<ConsumedRecord>> export,
        @Nullable Runnable inspect) {

    /** Leads nowhere. */
    public static final RecordActions NONE = new RecordActions(null, null, null, null, null);
}
