package dev.surveyor.ui.records.table;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.time.TimeDistance;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.records.gaps.GapWords;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The cells that have something to say about a gap: which offsets were not delivered, and why. */
final class GapCells {

    private GapCells() {}

    /** The offset. The words of a gap begin here and run on over the columns to the right. */
    static final class Offset extends RecordCell {
        private @Nullable Label range;
        private @Nullable HBox words;
        private final Label explanation = new Label();
        private final GapWords gaps;

        Offset(GapWords gaps) {
            super("records-offset");
            this.gaps = gaps;
        }

        @Override
        void draw(ConsumedRecord record) {
            setGraphic(null);
            setText(Numbers.grouped(record.offset()));
        }

        @Override
        void draw(OffsetGap gap) {
            HBox line = words == null ? makeWords() : words;
            if (range != null) {
                range.setText(
                        Numbers.grouped(gap.offset()) + (gap.count() == 1 ? "" : "–" + Numbers.grouped(gap.last())));
            }
            explanation.setText("not delivered · " + Counted.of(gap.count(), "offset") + " (" + gaps.reason(gap) + ")");
            setText(null);
            showGraphic(line);
        }

        private HBox makeWords() {
            Label numbers = new Label();
            numbers.getStyleClass().add("mono-small");
            Uncut.keep(numbers);
            explanation.getStyleClass().add("caption");
            Uncut.keep(explanation);
            HBox line = new HBox(4, numbers, explanation);
            line.setAlignment(Pos.CENTER_LEFT);
            Uncut.keep(line);
            range = numbers;
            words = line;
            return line;
        }

        /** The words are wider than the cell on purpose, so the cell must not lay them out within its own width. */
        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            // The skin cuts a cell at its edges.
            setClip(null);
            if (words != null && getGraphic() != null) {
                words.autosize();
                words.relocate(snappedLeftInset(), (getHeight() - words.getHeight()) / 2);
            }
        }
    }

    /** How much later the record's time is than that of the record that was shown before it; the explanation of a gap. */
    static final class Delta extends RecordCell {
        private final GapWords gaps;
        private @Nullable Hyperlink why;

        Delta(GapWords gaps) {
            super("records-delta");
            this.gaps = gaps;
        }

        @Override
        void draw(ConsumedRecord record) {
            setGraphic(null);
            ConsumedRecord before = getTableView() instanceof RecordTable table ? table.recordBefore(getIndex()) : null;
            setText(before == null ? "" : TimeDistance.between(record, before).words());
        }

        @Override
        void draw(OffsetGap gap) {
            if (why == null) {
                why = Controls.dataLink("Why?", this::explain);
                why.getStyleClass().add("records-why");
            }
            setText(null);
            showGraphic(why);
        }

        private void explain() {
            if (getItem() instanceof OffsetGap gap) {
                gaps.explain(gap);
            }
        }
    }
}
