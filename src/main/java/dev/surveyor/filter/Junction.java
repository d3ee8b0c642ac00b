package dev.surveyor.filter;

import dev.surveyor.domain.record.RawRecord;
import java.util.List;

/** Filters joined by "and" or by "or", in the order in which they are tried: cheap ones first. */
final class Junction implements RecordFilter {

    private final RecordFilter[] filters;
    private final Verdict decisive;

    /** The verdict of one filter that settles the whole: no match for "and", a match for "or". */
    Junction(List<RecordFilter> filters, Verdict decisive) {
        this.filters = filters.toArray(new RecordFilter[0]);
        this.decisive = decisive;
    }

    @Override
    public Verdict test(RawRecord record) {
        boolean unsure = false;
        for (RecordFilter filter : filters) {
            Verdict verdict = filter.test(record);
            if (verdict == decisive) {
                return decisive;
            }
            unsure |= verdict == Verdict.UNDECIDED;
        }
        return unsure ? Verdict.UNDECIDED : decisive.negated();
    }
}
