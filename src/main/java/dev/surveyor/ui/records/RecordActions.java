package dev.surveyor.ui.records;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.consume.ConsumeSession;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a live table leads to. What is null is not offered.
 *
 * @param seek opens the seek dialog of a running consumer
 * @param resend opens a producer filled with the record
 */
public record RecordActions(
        @Nullable Consumer<ConsumeSession> seek, @Nullable Consumer<ConsumedRecord> resend) {

    /** Leads nowhere. */
    public static final RecordActions NONE = new RecordActions(null, null);
}
