package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.FieldReader;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Orders records by a field: those without it first, then numbers by their value, then texts. Each record is read once,
 * so an order is good for one sorting on one thread.
 */
final class FieldOrder implements Comparator<ConsumedRecord> {

    private final FieldReader reader;
    private final IdentityHashMap<ConsumedRecord, Key> keys = new IdentityHashMap<>();

    FieldOrder(FieldReader reader) {
        this.reader = reader;
    }

    @Override
    public int compare(ConsumedRecord one, ConsumedRecord other) {
        return keyOf(one).compareTo(keyOf(other));
    }

    private Key keyOf(ConsumedRecord record) {
        return keys.computeIfAbsent(record, read -> Key.of(reader.read(read)));
    }

    /** What a record is ordered by. */
    private record Key(@Nullable String text, @Nullable BigDecimal number) implements Comparable<Key> {

        private static final int LONGEST_NUMBER = 40;

        static Key of(@Nullable String text) {
            boolean maybe = text != null && text.length() <= LONGEST_NUMBER && text.matches("-?\\d+(\\.\\d+)?");
            return new Key(text, maybe && text != null ? new BigDecimal(text) : null);
        }

        @Override
        public int compareTo(Key other) {
            if (text == null || other.text == null) {
                return Boolean.compare(text != null, other.text != null);
            }
            if (number != null && other.number != null) {
                return number.compareTo(other.number);
            }
            if (number != null || other.number != null) {
                return number != null ? -1 : 1;
            }
            return text.compareTo(other.text);
        }
    }
}
