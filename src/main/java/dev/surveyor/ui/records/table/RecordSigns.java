package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.transaction.TransactionState;
import dev.surveyor.ui.records.highlight.HighlightColour;
import dev.surveyor.ui.records.highlight.HighlightRules;
import dev.surveyor.ui.records.rows.Marks;
import dev.surveyor.ui.records.transactions.TransactionMarks;
import org.jspecify.annotations.Nullable;

/** What the gutter of a row says beside its partition. */
record RecordSigns(Marks marks, TransactionMarks transactions, HighlightRules highlights) {

    boolean marked(ConsumedRecord record) {
        return marks.contains(record);
    }

    @Nullable
    TransactionState transaction(ConsumedRecord record) {
        return transactions.of(record);
    }

    @Nullable
    HighlightColour highlight(ConsumedRecord record) {
        return highlights.of(record);
    }
}
