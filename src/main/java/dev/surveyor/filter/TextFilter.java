package dev.surveyor.filter;

import dev.surveyor.domain.record.HeaderCursor;
import dev.surveyor.domain.record.RawRecord;

/**
 * Looks for a text in the key, the value, and the keys and values of the headers. It looks through all bytes of the
 * record at once and asks only about a hit whether it lies within one of them.
 */
public final class TextFilter implements RecordFilter {

    private final Needle needle;

    private TextFilter(Needle needle) {
        this.needle = needle;
    }

    /** Returns the filter for this very text, in UTF-8. */
    public static TextFilter exact(String text) {
        return new TextFilter(Needle.exact(text));
    }

    /** Returns the filter for this text in capital or small letters. */
    public static TextFilter ignoringCase(String text) {
        return new TextFilter(Needle.ignoringCase(text));
    }

    @Override
    public Verdict test(RawRecord record) {
        return Verdict.of(needle instanceof ByteNeedle bytes ? packed(record, bytes) : inParts(record));
    }

    private static boolean packed(RawRecord record, ByteNeedle needle) {
        byte[] data = record.data();
        int from = record.keyStart();
        int end = record.end();
        while (true) {
            int hit = needle.find(data, from, end);
            if (hit < 0) {
                return false;
            }
            if (withinOnePart(record, hit, hit + needle.length())) {
                return true;
            }
            from = hit + 1;
        }
    }

    private static boolean withinOnePart(RawRecord record, int from, int to) {
        if (from < record.headersStart()) {
            return to <= keyEnd(record) || (from >= record.valueStart() && to <= valueEnd(record));
        }
        HeaderCursor header = new HeaderCursor(record);
        while (header.next()) {
            int keyEnd = header.keyStart() + header.keyLength();
            int valueEnd = header.valueStart() + Math.max(header.valueLength(), 0);
            if ((from >= header.keyStart() && to <= keyEnd) || (from >= header.valueStart() && to <= valueEnd)) {
                return true;
            }
        }
        return false;
    }

    private boolean inParts(RawRecord record) {
        byte[] data = record.data();
        return needle.occursIn(data, record.keyStart(), keyEnd(record))
                || needle.occursIn(data, record.valueStart(), valueEnd(record))
                || inHeaders(record, needle);
    }

    private static int keyEnd(RawRecord record) {
        return record.keyStart() + Math.max(record.keyLength(), 0);
    }

    private static int valueEnd(RawRecord record) {
        return record.valueStart() + Math.max(record.valueLength(), 0);
    }

    /** Returns whether the text is in a header's key or value. */
    static boolean inHeaders(RawRecord record, Needle needle) {
        HeaderCursor header = new HeaderCursor(record);
        while (header.next()) {
            int valueEnd = header.valueStart() + Math.max(header.valueLength(), 0);
            if (needle.occursIn(record.data(), header.keyStart(), header.keyStart() + header.keyLength())
                    || needle.occursIn(record.data(), header.valueStart(), valueEnd)) {
                return true;
            }
        }
        return false;
    }
}
