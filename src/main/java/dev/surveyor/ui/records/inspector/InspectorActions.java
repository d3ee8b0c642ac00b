package dev.surveyor.ui.records.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.ui.records.copy.CopyFormat;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the record in the inspector. What is null is not offered.
 *
 * @param narrow adds a condition to the filter of the table
 * @param toggleMark marks a record, or takes its mark away
 * @param copy puts records on the clipboard and says so
 * @param resend opens a producer filled with the record
 * @param opaqueOf the tag with which this program sent the record of a place, or null; may take long, for any thread
 */
public record InspectorActions(
        Consumer<String> narrow,
        Consumer<ConsumedRecord> toggleMark,
        BiConsumer<CopyFormat, List<ConsumedRecord>> copy,
        @Nullable Consumer<ConsumedRecord> resend,
        Function<PartitionOffset, @Nullable String> opaqueOf) {}
