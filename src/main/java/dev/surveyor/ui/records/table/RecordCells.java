package dev.surveyor.ui.records.table;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.ui.parts.Numbers;
import dev.surveyor.ui.parts.PartitionChip;
import dev.surveyor.ui.parts.PartitionColour;
import dev.surveyor.ui.parts.Sizes;
import dev.surveyor.ui.parts.ValueTag;
import dev.surveyor.ui.records.HighlightColour;
import dev.surveyor.ui.records.HighlightPaint;
import dev.surveyor.ui.records.RecordTexts;
import dev.surveyor.ui.records.TransactionState;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The cells of the live table, one class per column. They decode when they are drawn, and never otherwise. */
final class RecordCells {

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final int KEY_LENGTH = 40;

    private RecordCells() {}

    /** A lane in the partition's colour, the flag of a marked record or the sign of its transaction, and that of a rule. */
    static final class Gutter extends RecordCell {
        private final RecordSigns signs;
        private final Region lane = new Region();
        private final FontIcon highlight = new FontIcon();
        private final FontIcon flag = new FontIcon(Feather.FLAG);
        private final FontIcon transaction = new FontIcon();
        private final HBox box = new HBox(lane, highlight, flag, transaction);
        private final PartitionColour colour = new PartitionColour(lane);

        Gutter(RecordSigns signs) {
            super("records-gutter");
            this.signs = signs;
            lane.getStyleClass().add("lane");
            flag.getStyleClass().add("mark");
            flag.managedProperty().bind(flag.visibleProperty());
            highlight.getStyleClass().add("highlight");
            highlight.managedProperty().bind(highlight.visibleProperty());
            transaction.getStyleClass().add("transaction");
            transaction.managedProperty().bind(transaction.visibleProperty());
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

    /** The record's timestamp; the tooltip has it in full, in UTC, and says what kind of time it is. */
    static final class Time extends RecordCell {
        private final RecordTimes times;
        private final Tooltip full = new Tooltip();

        Time(RecordTimes times) {
            super("records-time");
            this.times = times;
            full.setOnShowing(event -> full.setText(getItem() instanceof ConsumedRecord record ? words(record) : ""));
        }

        private static String words(ConsumedRecord record) {
            return record.timestampType() == TimestampType.NOT_AVAILABLE
                    ? "This record has no timestamp."
                    : Instant.ofEpochMilli(record.timestamp()) + " · " + record.timestampType();
        }

        @Override
        void draw(ConsumedRecord record) {
            setText(times.text(record, getIndex()));
            setTooltip(full);
        }

        @Override
        void draw(OffsetGap gap) {
            setText("⋯");
            setTooltip(null);
        }
    }

    /** The partition's number in its colour. */
    static final class Partition extends RecordCell {
        private final PartitionChip chip = new PartitionChip(0);

        Partition() {
            super("records-partition");
        }

        @Override
        void draw(ConsumedRecord record) {
            drawChip(record.partition().partition());
        }

        @Override
        void draw(OffsetGap gap) {
            drawChip(gap.partition().partition());
        }

        private void drawChip(int partition) {
            chip.setPartition(partition);
            showGraphic(chip);
        }
    }

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
            explanation.setText("not delivered · " + Numbers.grouped(gap.count())
                    + (gap.count() == 1 ? " offset" : " offsets") + " (" + gaps.reason(gap) + ")");
            setText(null);
            showGraphic(line);
        }

        private HBox makeWords() {
            Label numbers = new Label();
            numbers.getStyleClass().add("mono-small");
            numbers.setMinWidth(Region.USE_PREF_SIZE);
            explanation.getStyleClass().add("caption");
            explanation.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(4, numbers, explanation);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMinWidth(Region.USE_PREF_SIZE);
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

    /** The key in one line. */
    static final class Key extends Payload {
        Key() {
            super("records-key", RecordPart.KEY, KEY_LENGTH);
        }
    }

    /** The value in one line. */
    static final class Value extends Payload {
        Value() {
            super("records-value", RecordPart.VALUE, Preview.DEFAULT_LENGTH);
        }
    }

    /** A part of the record in one line, with a tag where it is not plain text. */
    private abstract static class Payload extends RecordCell {
        private final RecordPart part;
        private final int maxLength;
        private final Node empty = ValueTag.empty();
        private final Node tombstone = ValueTag.tombstone();
        private final Node binary = ValueTag.binary();

        Payload(String styleClass, RecordPart part, int maxLength) {
            super(styleClass);
            this.part = part;
            this.maxLength = maxLength;
        }

        @Override
        void draw(ConsumedRecord record) {
            Preview preview = getTableView() instanceof RecordTable table
                    ? table.reader().preview(record, part, maxLength)
                    : Preview.of(record, part, maxLength);
            setText(preview.kind() == Preview.Kind.NULL ? "∅ null" : preview.text());
            Node tag = tagOf(preview);
            if (tag == null) {
                setGraphic(null);
            } else {
                showGraphic(tag);
            }
            boolean quiet = preview.kind() == Preview.Kind.NULL || preview.kind() == Preview.Kind.BINARY;
            pseudoClassStateChanged(QUIET, quiet);
        }

        private @Nullable Node tagOf(Preview preview) {
            return switch (preview.kind()) {
                case TEXT, JSON, NULL -> null;
                case EMPTY -> empty;
                case TOMBSTONE -> tombstone;
                case BINARY -> binary;
                case ERROR -> ValueTag.error(String.valueOf(preview.problem()));
            };
        }
    }

    /** How many headers. */
    static final class Headers extends RecordCell {
        Headers() {
            super("records-headers");
        }

        @Override
        void draw(ConsumedRecord record) {
            setText(Integer.toString(record.headerCount()));
        }
    }

    /** The size of the value. */
    static final class Size extends RecordCell {
        Size() {
            super("records-size");
        }

        @Override
        void draw(ConsumedRecord record) {
            setText(Sizes.text(Math.max(0, record.valueLength())));
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
            setText(before == null ? "" : RecordTexts.difference(record.timestamp() - before.timestamp()));
        }

        @Override
        void draw(OffsetGap gap) {
            if (why == null) {
                why = new Hyperlink("Why?");
                why.getStyleClass().add("records-why");
                why.setOnAction(event -> explain());
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
