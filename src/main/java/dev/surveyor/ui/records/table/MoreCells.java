package dev.surveyor.ui.records.table;

import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.time.TimeDistance;
import dev.surveyor.filter.FieldReader;
import java.util.function.Function;

/** The cells of the columns that are there only when the user wants them. */
final class MoreCells {

    private MoreCells() {}

    /** A line of text. */
    static class Words extends RecordCell {
        private final Function<ConsumedRecord, String> words;

        Words(String styleClass, Function<ConsumedRecord, String> words) {
            super(styleClass);
            this.words = words;
        }

        @Override
        void draw(ConsumedRecord record) {
            setText(words.apply(record));
        }
    }

    /** The record's topic. */
    static final class Topic extends Words {
        Topic() {
            super("records-topic", record -> record.partition().topic());
        }

        @Override
        void draw(dev.surveyor.domain.record.OffsetGap gap) {
            setText(gap.partition().topic());
        }
    }

    /** A header, or a field inside the key or the value. */
    static final class Field extends Words {
        Field(FieldReader reader) {
            super("records-field", record -> {
                String text = reader.read(record);
                return text == null ? "" : text;
            });
        }
    }

    static String keySize(ConsumedRecord record) {
        return record.keyLength() < 0 ? "—" : Sizes.text(record.keyLength());
    }

    static String timeType(ConsumedRecord record) {
        return record.timestampType().toString();
    }

    static String leaderEpoch(ConsumedRecord record) {
        return record.leaderEpoch() == ConsumedRecord.NO_LEADER_EPOCH ? "—" : Integer.toString(record.leaderEpoch());
    }

    static String latency(ConsumedRecord record) {
        return TimeDistance.latency(record).words();
    }
}
