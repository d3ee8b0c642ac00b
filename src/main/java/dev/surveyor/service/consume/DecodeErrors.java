package dev.surveyor.service.consume;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.domain.record.ConsumedRecord;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells records whose key or value is text that is not UTF-8 throughout, by what a table cell would show of them. Plain
 * ASCII, which is most of what there is, is recognised eight bytes at a time.
 */
final class DecodeErrors {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int SAMPLE = 320;

    private DecodeErrors() {}

    static boolean in(ConsumedRecord record) {
        byte[] data = record.data();
        int valueStart = record.valueStart();
        int keyEnd = Math.min(record.keyLength(), SAMPLE);
        int valueEnd = valueStart + Math.min(record.valueLength(), SAMPLE);
        return (!ascii(data, 0, keyEnd) && errorIn(record, RecordPart.KEY))
                || (!ascii(data, valueStart, valueEnd) && errorIn(record, RecordPart.VALUE));
    }

    private static boolean errorIn(ConsumedRecord record, RecordPart part) {
        return Preview.of(record, part).kind() == Preview.Kind.ERROR;
    }

    private static boolean ascii(byte[] data, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            if (((long) LONGS.get(data, at) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < to; at++) {
            if (data[at] < 0) {
                return false;
            }
        }
        return true;
    }
}
