package dev.surveyor.ui.records.table;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.time.Times;
import dev.surveyor.ui.parts.PartitionChip;
import dev.surveyor.ui.parts.ValueTag;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The cells of what a record always has, one class per column. They decode when they are drawn, and never otherwise. */
final class RecordCells {

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final int KEY_LENGTH = 40;

    private RecordCells() {}

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
            return record.hasTimestamp()
                    ? Times.iso(record) + " · " + record.timestampType()
                    : "This record has no timestamp.";
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
        private @Nullable Node reasoned;
        private @Nullable Preview reason;

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
                case BINARY -> preview.problem() == null ? binary : reasoned(preview);
                case ERROR -> reasoned(preview);
            };
        }

        /** Keeps the tag while cells that follow have the same reason, as they often do. */
        private Node reasoned(Preview preview) {
            String words = String.valueOf(preview.problem());
            Preview before = reason;
            Node tag = reasoned;
            if (tag == null || before == null || before.kind() != preview.kind() || !words.equals(before.problem())) {
                tag = preview.kind() == Preview.Kind.ERROR ? ValueTag.error(words) : ValueTag.binary(words);
                reasoned = tag;
                reason = preview;
            }
            return tag;
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
}
