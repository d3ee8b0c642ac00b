package dev.surveyor.codec.record;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.domain.record.ConsumedRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Orders records by a text of theirs as the table shows it: those without it first, then numbers by their value, then
 * texts by the order of UTF-8, which is that of its code points. Each record is read once, so an order is good for one
 * sorting on one thread.
 */
public final class TextOrder implements Comparator<ConsumedRecord> {

    /** So much of what has to be decoded is compared; more would be kept for each record while it is sorted. */
    private static final int DECODED_BYTES = 256;

    private final Function<ConsumedRecord, Slice> text;
    private final IdentityHashMap<ConsumedRecord, Key> keys = new IdentityHashMap<>();

    private TextOrder(Function<ConsumedRecord, Slice> text) {
        this.text = text;
    }

    /** Returns the order of keys or values. */
    public static TextOrder of(RecordReader reader, RecordPart part) {
        return new TextOrder(record -> reader.plain(record, part)
                ? Slice.of(record, part)
                : reader.read(record, part, DECODED_BYTES, Input.Effort.PREVIEW).text());
    }

    /** Returns the order of any text, null for none. */
    public static TextOrder of(Function<ConsumedRecord, @Nullable String> words) {
        return new TextOrder(record -> {
            String text = words.apply(record);
            return Slice.of(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
        });
    }

    @Override
    public int compare(ConsumedRecord one, ConsumedRecord other) {
        return keyOf(one).compareTo(keyOf(other));
    }

    private Key keyOf(ConsumedRecord record) {
        return keys.computeIfAbsent(record, read -> Key.of(text.apply(read)));
    }

    /** What a record is ordered by. */
    private record Key(Slice text, @Nullable BigDecimal number) implements Comparable<Key> {

        private static final int LONGEST_NUMBER = 40;

        static Key of(Slice text) {
            boolean maybe =
                    !text.isNull() && text.length() > 0 && text.length() <= LONGEST_NUMBER && startsNumber(text);
            String digits = maybe ? new String(text.bytes(), StandardCharsets.UTF_8) : "";
            return new Key(text, digits.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(digits) : null);
        }

        private static boolean startsNumber(Slice text) {
            byte first = text.at(0);
            return first == '-' || (first >= '0' && first <= '9');
        }

        @Override
        public int compareTo(Key other) {
            if (text.isNull() || other.text.isNull()) {
                return Boolean.compare(other.text.isNull(), text.isNull());
            }
            if (number != null && other.number != null) {
                return number.compareTo(other.number);
            }
            if (number != null || other.number != null) {
                return number != null ? -1 : 1;
            }
            return Arrays.compareUnsigned(
                    text.data(), text.start(), text.end(), other.text.data(), other.text.start(), other.text.end());
        }
    }
}
