package dev.surveyor.service.consume;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.List;

/**
 * Tells records whose key or value cannot be read, as a table cell would say of them. Plain ASCII, which is most of what
 * there is, is recognised many bytes at a time, and common letters without making text of them. Safe for several threads.
 */
final class DecodeErrors {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int BLOCK = 4 * Long.BYTES;
    private static final int SAMPLE = 320;

    private final RecordReader reader;

    DecodeErrors(RecordReader reader) {
        this.reader = reader;
    }

    /** Returns the indexes of those that cannot be read. */
    BitSet in(List<ConsumedRecord> batch) {
        BitSet broken = new BitSet();
        String topic = "";
        boolean textKeys = false;
        boolean textValues = false;
        for (int i = 0; i < batch.size(); i++) {
            ConsumedRecord record = batch.get(i);
            if (!topic.equals(record.partition().topic())) {
                topic = record.partition().topic();
                textKeys = reader.textIsText(topic, RecordPart.KEY);
                textValues = reader.textIsText(topic, RecordPart.VALUE);
            }
            if (unreadable(record, RecordPart.KEY, 0, record.keyLength(), textKeys)
                    || unreadable(record, RecordPart.VALUE, record.valueStart(), record.valueLength(), textValues)) {
                broken.set(i);
            }
        }
        return broken;
    }

    private boolean unreadable(ConsumedRecord record, RecordPart part, int start, int length, boolean text) {
        // What begins as no letter of a text may be of a format whose bytes all look like text.
        boolean asBytes = length > 0 && ((text && record.data()[start] < 0) || reader.plain(record, part));
        if (length <= 0 || (asBytes && utf8(record.data(), start, start + Math.min(length, SAMPLE)))) {
            return false;
        }
        return reader.preview(record, part, Preview.DEFAULT_LENGTH).kind() == Preview.Kind.ERROR;
    }

    /**
     * Returns whether the bytes are surely UTF-8: false may also mean that a character is cut at the end, or that a rare
     * form would need a closer look.
     */
    private static boolean utf8(byte[] data, int from, int to) {
        int at = pastPlain(data, from, to);
        while (at < to) {
            if (at + Long.BYTES <= to && ((long) LONGS.get(data, at) & HIGH_BITS) == 0) {
                at += Long.BYTES;
            } else if (data[at] >= 0) {
                at++;
            } else {
                int length = sequence(data, at, to);
                if (length == 0) {
                    return false;
                }
                at += length;
            }
        }
        return true;
    }

    /** Returns where the run of blocks ends that are all ASCII: most values are nothing else. */
    private static int pastPlain(byte[] data, int from, int to) {
        int at = from;
        while (at + BLOCK <= to
                && (((long) LONGS.get(data, at)
                                        | (long) LONGS.get(data, at + 8)
                                        | (long) LONGS.get(data, at + 16)
                                        | (long) LONGS.get(data, at + 24))
                                & HIGH_BITS)
                        == 0) {
            at += BLOCK;
        }
        return at;
    }

    /** Returns the length of the character that begins here, 0 where there is surely none. */
    private static int sequence(byte[] data, int at, int to) {
        int first = data[at] & 0xff;
        int length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe1 && first <= 0xec ? 3 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((data[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
