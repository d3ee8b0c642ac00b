package dev.surveyor.ui.records.table;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.service.transaction.TransactionState;
import dev.surveyor.ui.records.highlight.HighlightColour;
import dev.surveyor.ui.records.highlight.HighlightPaint;
import dev.surveyor.ui.records.highlight.HighlightRules;
import dev.surveyor.ui.records.transactions.TransactionMarks;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** A row that looks different for a gap, and says what it holds. */
final class RecordRow extends TableRow<LogEntry> {
    private static final PseudoClass GAP = PseudoClass.getPseudoClass("gap");
    private static final PseudoClass ABORTED = PseudoClass.getPseudoClass("aborted");
    private final TransactionMarks transactions;
    private final HighlightRules highlights;
    private final HighlightPaint highlight = new HighlightPaint(this);

    RecordRow(TransactionMarks transactions, HighlightRules highlights) {
        this.transactions = transactions;
        this.highlights = highlights;
        setPickOnBounds(false);
    }

    @Override
    public boolean contains(double x, double y) {
        return RowEdges.inside(this, x, y);
    }

    @Override
    protected void updateItem(@Nullable LogEntry row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(GAP, row instanceof OffsetGap);
        TransactionState state = row instanceof ConsumedRecord record && !empty ? transactions.of(record) : null;
        pseudoClassStateChanged(ABORTED, state == TransactionState.ABORTED);
        HighlightColour colour = row instanceof ConsumedRecord record && !empty ? highlights.of(record) : null;
        highlight.show(colour);
        if (empty || row == null) {
            setAccessibleText(null);
        } else {
            setAccessibleText(
                    row instanceof ConsumedRecord record ? words(record, state, colour) : "offsets not delivered");
        }
    }

    private static String words(
            ConsumedRecord record, @Nullable TransactionState state, @Nullable HighlightColour colour) {
        return "Partition " + record.partition().partition() + ", offset " + record.offset() + ", "
                + Counted.of(Math.max(0, record.valueLength()), "byte") + (state == null ? "" : ", " + state.words())
                + (colour == null ? "" : ", highlighted " + colour.id());
    }
}
