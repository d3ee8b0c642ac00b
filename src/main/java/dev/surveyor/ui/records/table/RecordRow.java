package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.ui.records.TransactionMarks;
import dev.surveyor.ui.records.TransactionState;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** A row that looks different for a gap, and says what it holds. */
final class RecordRow extends TableRow<LogEntry> {
    private static final PseudoClass GAP = PseudoClass.getPseudoClass("gap");
    private static final PseudoClass ABORTED = PseudoClass.getPseudoClass("aborted");
    private final TransactionMarks transactions;

    RecordRow(TransactionMarks transactions) {
        this.transactions = transactions;
    }

    @Override
    protected void updateItem(@Nullable LogEntry row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(GAP, row instanceof OffsetGap);
        TransactionState state = row instanceof ConsumedRecord record && !empty ? transactions.of(record) : null;
        pseudoClassStateChanged(ABORTED, state == TransactionState.ABORTED);
        if (empty || row == null) {
            setAccessibleText(null);
        } else {
            setAccessibleText(row instanceof ConsumedRecord record ? words(record, state) : "offsets not delivered");
        }
    }

    private static String words(ConsumedRecord record, @Nullable TransactionState state) {
        return "Partition " + record.partition().partition() + ", offset " + record.offset() + ", "
                + Math.max(0, record.valueLength()) + " bytes" + (state == null ? "" : ", " + state.words());
    }
}
