package dev.surveyor.filter;

import dev.surveyor.domain.record.HeaderCursor;
import dev.surveyor.domain.record.RawRecord;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Asks about the headers of one name, or of any. Where the name repeats, one that passes is enough. */
final class HeaderFilter implements RecordFilter {

    private final byte @Nullable [] name;
    private final boolean negated;
    private final @Nullable BytesPredicate value;

    private HeaderFilter(Operand operand) {
        this.name = null;
        this.negated = false;
        this.value = BytesPredicate.of(Operator.EQUAL, operand);
    }

    HeaderFilter(String name, @Nullable Operator operator, @Nullable Operand operand) {
        this.name = name.getBytes(StandardCharsets.UTF_8);
        this.negated = operator == Operator.NOT_EQUAL;
        this.value = operator == null || operand == null
                ? null
                : BytesPredicate.of(negated ? Operator.EQUAL : operator, operand);
    }

    /** Returns the filter for records of which a header, of whatever name, has this value. */
    static HeaderFilter ofAnyName(Operand operand) {
        return new HeaderFilter(operand);
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
            Verdict verdict = value == null
                    ? Verdict.MATCH
                    : value.test(record.data(), header.valueStart(), header.valueLength());
            if (verdict == Verdict.MATCH) {
                return Verdict.of(!negated);
            }
            unsure |= verdict == Verdict.UNDECIDED;
        }
        return unsure ? Verdict.UNDECIDED : Verdict.of(negated && exists);
    }
}
