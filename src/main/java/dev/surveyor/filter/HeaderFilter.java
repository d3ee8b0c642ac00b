package dev.surveyor.filter;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.header.HeaderReading;
import dev.surveyor.domain.record.HeaderCursor;
import dev.surveyor.domain.record.RawRecord;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Asks about the headers of one name, or of any. Where the name repeats, one that passes is enough. */
final class HeaderFilter implements RecordFilter {

    private final RecordReader reader;
    private final @Nullable String key;
    private final byte @Nullable [] name;
    private final boolean negated;
    private final @Nullable BytesPredicate value;
    private final boolean onlyDecoded;

    private HeaderFilter(Operator operator, Operand operand, RecordReader reader, boolean onlyDecoded) {
        this.reader = reader;
        this.key = null;
        this.name = null;
        this.negated = false;
        this.value = BytesPredicate.of(operator, operand);
        this.onlyDecoded = onlyDecoded;
    }

    /** @param reader reads the values as a person sees them */
    HeaderFilter(String name, @Nullable Operator operator, @Nullable Operand operand, RecordReader reader) {
        this.reader = reader;
        this.key = name;
        this.name = name.getBytes(StandardCharsets.UTF_8);
        this.negated = operator == Operator.NOT_EQUAL;
        this.value = operator == null || operand == null
                ? null
                : BytesPredicate.of(negated ? Operator.EQUAL : operator, operand);
        this.onlyDecoded = false;
    }

    /** Returns the filter for records of which a header, of whatever name, has this value. */
    static HeaderFilter ofAnyName(Operand operand, RecordReader reader) {
        return new HeaderFilter(Operator.EQUAL, operand, reader, false);
    }

    /** Returns the same for what is read of values that do not stand as they are; nothing is said of the others. */
    static HeaderFilter ofAnyDecoded(Operand operand, RecordReader reader) {
        return new HeaderFilter(Operator.CONTAINS, operand, reader, true);
    }

    @Override
    public Verdict test(RawRecord record) {
        HeaderCursor header = new HeaderCursor(record);
        boolean exists = false;
        boolean unsure = false;
        while (header.next()) {
            if (name != null && !header.hasKey(name)) {
                continue;
            }
            exists = true;
            Verdict verdict = value == null ? Verdict.MATCH : test(record, header, value);
            if (verdict == Verdict.MATCH) {
                return Verdict.of(!negated);
            }
            unsure |= verdict == Verdict.UNDECIDED;
        }
        return unsure ? Verdict.UNDECIDED : Verdict.of(negated && exists);
    }

    private Verdict test(RawRecord record, HeaderCursor header, BytesPredicate test) {
        Slice bytes = Slice.of(record.data(), header.valueStart(), header.valueLength());
        HeaderReading reading = reader.header(record.partition().topic(), key == null ? header.key() : key, bytes);
        if (onlyDecoded && reading.decoder().isEmpty()) {
            return Verdict.NO_MATCH;
        }
        Slice text = reading.text();
        return test.test(text.data(), text.start(), text.isNull() ? -1 : text.length());
    }
}
