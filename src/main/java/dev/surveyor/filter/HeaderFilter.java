package dev.surveyor.filter;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.RecordReader;
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

    private HeaderFilter(Operator operator, Operand operand, RecordReader reader) {
        this.reader = reader;
        this.key = null;
        this.name = null;
        this.negated = false;
        this.value = BytesPredicate.of(operator, operand);
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
    }

    /** Returns the filter for records of which the value of a header, of whatever name, passes. */
    static HeaderFilter ofAnyName(Operator operator, Operand operand, RecordReader reader) {
        return new HeaderFilter(operator, operand, reader);
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
        String called = key == null ? header.key() : key;
        Slice text = reader.header(record.partition().topic(), called, bytes).text();
        return test.test(text.data(), text.start(), text.isNull() ? -1 : text.length());
    }
}
