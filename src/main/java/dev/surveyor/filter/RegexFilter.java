package dev.surveyor.filter;

import dev.surveyor.domain.record.HeaderCursor;
import dev.surveyor.domain.record.RawRecord;

/** Looks for a regular expression in the key, the value, and the keys and values of the headers, each by itself. */
final class RegexFilter implements RecordFilter {

    private final Regex regex;

    RegexFilter(Regex regex) {
        this.regex = regex;
    }

    @Override
    public Verdict test(RawRecord record) {
        byte[] data = record.data();
        ByteNeedle required = regex.required();
        if (required != null && !required.occursIn(data, record.keyStart(), record.end())) {
            return Verdict.NO_MATCH;
        }
        Verdict key = part(record, record.keyStart(), record.keyLength());
        if (key == Verdict.MATCH) {
            return key;
        }
        Verdict value = part(record, record.valueStart(), record.valueLength());
        if (value == Verdict.MATCH) {
            return value;
        }
        boolean unsure = key == Verdict.UNDECIDED || value == Verdict.UNDECIDED;
        return inHeaders(record, unsure);
    }

    private Verdict inHeaders(RawRecord record, boolean unsureBefore) {
        boolean unsure = unsureBefore;
        HeaderCursor header = new HeaderCursor(record);
        while (header.next()) {
            Verdict key = part(record, header.keyStart(), header.keyLength());
            Verdict value = key == Verdict.MATCH ? key : part(record, header.valueStart(), header.valueLength());
            if (value == Verdict.MATCH) {
                return value;
            }
            unsure |= key == Verdict.UNDECIDED || value == Verdict.UNDECIDED;
        }
        return unsure ? Verdict.UNDECIDED : Verdict.NO_MATCH;
    }

    /** Returns whether a header's key or value has the expression. */
    Verdict inHeaders(RawRecord record) {
        return inHeaders(record, false);
    }

    private Verdict part(RawRecord record, int start, int length) {
        return length < 0 ? Verdict.NO_MATCH : regex.find(record.data(), start, start + length);
    }
}
