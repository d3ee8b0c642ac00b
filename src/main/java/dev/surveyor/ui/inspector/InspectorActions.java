package dev.surveyor.ui.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.copy.CopyFormat;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the record in the inspector, in its place or popped out. What is null is not offered.
 *
 * @param narrow adds a condition to the filter of the table
 * @param addColumn shows a field as a column of the table, given as {@code value.path}, {@code key.path}
 * @param toggleMark marks a record, or takes its mark away
 * @param copy puts records on the clipboard and says so
 * @param resend opens a producer filled with the record
 * @param opaqueOf the tag with which this program sent the record of a place, or null; may take long, for any thread
 * @param transactionOf what is known of the record's transaction, in words
 * @param previousOfKey the record of the same key before this one that is still kept, or null; for any thread
 * @param selection the records that are selected now
 */
public record InspectorActions(
        Consumer<String> narrow,
        @Nullable Consumer<String> addColumn,
        @Nullable Consumer<ConsumedRecord> toggleMark,
        BiConsumer<CopyFormat, List<ConsumedRecord>> copy,
        @Nullable Consumer<ConsumedRecord> resend,
        Function<PartitionOffset, @Nullable String> opaqueOf,
        Function<ConsumedRecord, String> transactionOf,
        Function<ConsumedRecord, @Nullable ConsumedRecord> previousOfKey,
        Supplier<List<ConsumedRecord>> selection) {}
