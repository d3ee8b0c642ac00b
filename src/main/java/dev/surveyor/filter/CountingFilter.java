package dev.surveyor.filter;

import dev.surveyor.domain.record.RawRecord;
import java.util.concurrent.atomic.LongAdder;

/** Counts what another filter says. Safe for several threads; a count read meanwhile may be a little behind. */
public final class CountingFilter implements RecordFilter {

    private final RecordFilter filter;
    private final LongAdder tested = new LongAdder();
    private final LongAdder matched = new LongAdder();
    private final LongAdder undecided = new LongAdder();

    public CountingFilter(RecordFilter filter) {
        this.filter = filter;
    }

    @Override
    public Verdict test(RawRecord record) {
        Verdict verdict = filter.test(record);
        tested.increment();
        if (verdict == Verdict.MATCH) {
            matched.increment();
        } else if (verdict == Verdict.UNDECIDED) {
            undecided.increment();
        }
        return verdict;
    }

    public long tested() {
        return tested.sum();
    }

    public long matched() {
        return matched.sum();
    }

    /** Returns how many records could neither be matched nor ruled out. */
    public long undecided() {
        return undecided.sum();
    }
}
