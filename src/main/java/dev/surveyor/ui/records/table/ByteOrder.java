package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.ConsumedRecord;
import java.util.Arrays;
import java.util.Comparator;

/** Orders records by the bytes of their key or value, null first: the order of UTF-8 is that of its code points. */
enum ByteOrder implements Comparator<ConsumedRecord> {
    KEY,
    VALUE;

    @Override
    public int compare(ConsumedRecord one, ConsumedRecord other) {
        boolean oneNull = length(one) < 0;
        boolean otherNull = length(other) < 0;
        if (oneNull || otherNull) {
            return Boolean.compare(otherNull, oneNull);
        }
        return Arrays.compareUnsigned(one.data(), start(one), end(one), other.data(), start(other), end(other));
    }

    private int length(ConsumedRecord record) {
        return this == KEY ? record.keyLength() : record.valueLength();
    }

    private int start(ConsumedRecord record) {
        return this == KEY ? 0 : record.valueStart();
    }

    private int end(ConsumedRecord record) {
        return start(record) + Math.max(0, length(record));
    }
}
