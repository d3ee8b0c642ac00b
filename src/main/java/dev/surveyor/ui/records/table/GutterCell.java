package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.service.transaction.TransactionState;
import dev.surveyor.ui.parts.PartitionColour;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyledShape;
import dev.surveyor.ui.records.highlight.HighlightColour;
import dev.surveyor.ui.records.highlight.HighlightPaint;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A lane in the partition's colour, the flag of a marked record or the sign of its transaction, and that of a rule. */
final class GutterCell extends RecordCell {
    private final RecordSigns signs;
    private final StyledShape lane = new StyledShape("lane");
    private final FontIcon highlight = new FontIcon();
    private final FontIcon flag = new FontIcon(Feather.FLAG);
    private final FontIcon transaction = new FontIcon();
    private final HBox box = new HBox(lane, highlight, flag, transaction);
    private final PartitionColour colour = new PartitionColour(lane);

    GutterCell(RecordSigns signs) {
        super("records-gutter");
        this.signs = signs;
        flag.getStyleClass().add("mark");
        Shown.foldHidden(flag);
        highlight.getStyleClass().add("highlight");
        Shown.foldHidden(highlight);
        transaction.getStyleClass().add("transaction");
        Shown.foldHidden(transaction);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("gutter-box");
    }

    @Override
    void draw(ConsumedRecord record) {
        boolean flagged = signs.marked(record);
        TransactionState state = signs.transaction(record);
        if (state != null) {
            transaction.setIconCode(state == TransactionState.ABORTED ? Feather.SLASH : Feather.CLOCK);
        }
        HighlightColour colour = signs.highlight(record);
        if (colour != null) {
            highlight.setIconCode(HighlightPaint.sign(colour));
        }
        highlight.setVisible(colour != null);
        // There is room for one; the row itself says that it was aborted, too.
        transaction.setVisible(state != null && !flagged);
        drawLane(record, flagged);
    }

    @Override
    void draw(OffsetGap gap) {
        transaction.setVisible(false);
        highlight.setVisible(false);
        drawLane(gap, false);
    }

    private void drawLane(LogEntry row, boolean flagged) {
        colour.show(row.partition().partition());
        flag.setVisible(flagged);
        showGraphic(box);
    }
}
