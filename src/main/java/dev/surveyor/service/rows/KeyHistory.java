package dev.surveyor.service.rows;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what came before under the same key. */
public final class KeyHistory {

    private KeyHistory() {}

    /**
     * Returns the record of the same topic and key before this one: the last one in its partition, else, where the key
     * went to several partitions, the last one by timestamp. Null where there is none, and for a record without a key.
     */
    public static @Nullable ConsumedRecord previous(List<ConsumedRecord> kept, ConsumedRecord record) {
        if (record.keyLength() < 0) {
            return null;
        }
        ConsumedRecord here = null;
        ConsumedRecord elsewhere = null;
        for (ConsumedRecord other : kept) {
            if (!sameKey(other, record)) {
                continue;
            }
            if (other.partition().equals(record.partition())) {
                boolean before = other.offset() < record.offset();
                here = before && (here == null || other.offset() > here.offset()) ? other : here;
            } else if (other.hasTimestamp()
                    && record.hasTimestamp()
                    && other.timestamp() <= record.timestamp()
                    && (elsewhere == null || other.timestamp() >= elsewhere.timestamp())) {
                elsewhere = other;
            }
        }
        return here != null ? here : elsewhere;
    }

    /**
     * Returns the index of the nearest record with the same topic and key.
     *
     * @param from index of a record
     * @param step 1 to look towards the end of the rows, -1 towards their start
     * @return -1 where there is none
     */
    public static int next(List<? extends LogEntry> rows, int from, int step) {
        if (rows.get(from) instanceof ConsumedRecord record) {
            for (int i = from + step; i >= 0 && i < rows.size(); i += step) {
                if (rows.get(i) instanceof ConsumedRecord other && sameKey(other, record)) {
                    return i;
                }
            }
        }
        return -1;
    }

    public static boolean sameKey(ConsumedRecord one, ConsumedRecord other) {
        if (one.keyLength() != other.keyLength()
                || !one.partition().topic().equals(other.partition().topic())) {
            return false;
        }
        Slice first = Slice.of(one, RecordPart.KEY);
        Slice second = Slice.of(other, RecordPart.KEY);
        return Arrays.equals(first.data(), first.start(), first.end(), second.data(), second.start(), second.end());
    }
}
