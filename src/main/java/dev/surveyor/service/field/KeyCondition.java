package dev.surveyor.service.field;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.FilterField;
import dev.surveyor.filter.FilterText;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The key of a record as the filter language writes it. For the JavaFX thread only.
 *
 * @param reader reads keys as the table does
 * @param holds whether a condition holds for a record
 */
public record KeyCondition(RecordReader reader, BiPredicate<String, ConsumedRecord> holds) {

    private static final String KEY = FilterField.KEY.word();

    /** A longer key makes no condition that anybody reads. */
    private static final int LONGEST_KEY = 200;

    /** So much of a longer key is looked for in the key. */
    private static final int BEGINNING = 80;

    /** Longer keys are not looked through at once. */
    private static final int LONGEST_SEARCHED = 64 * 1024;

    /** Returns the condition that holds for records of this key; null where no filter can name it, or it is long. */
    @Nullable
    public String exact(ConsumedRecord record) {
        Slice key = Slice.of(record, RecordPart.KEY);
        if (key.isNull()) {
            return KEY + ":null";
        }
        if (key.isEmpty()) {
            return KEY + ":empty";
        }
        return key.length() > LONGEST_KEY ? null : sign(record, key, "=", LONGEST_KEY);
    }

    /** Returns the same, and for a long key the condition that its beginning is somewhere in the key. */
    @Nullable
    public String exactOrBeginning(ConsumedRecord record) {
        Slice key = Slice.of(record, RecordPart.KEY);
        boolean beginning = key.length() > LONGEST_KEY && key.length() <= LONGEST_SEARCHED;
        return beginning ? sign(record, key, ":", BEGINNING) : exact(record);
    }

    private @Nullable String sign(ConsumedRecord record, Slice key, String sign, int longest) {
        // Bytes that are no text are read as the table does.
        String raw = KEY + sign + FilterText.quote(Utf8Text.of(key, longest).text());
        if (holds.test(raw, record)) {
            return raw;
        }
        Slice read = reader.read(record, RecordPart.KEY, LONGEST_SEARCHED, Input.Effort.TEXT)
                .text();
        String condition =
                KEY + sign + FilterText.quote(Utf8Text.of(read, longest).text());
        return holds.test(condition, record) ? condition : null;
    }
}
