package dev.surveyor.filter;

import dev.surveyor.domain.record.ConsumedRecord;
import java.util.stream.Stream;

/** How the transaction of a record may turn out to be, one constant for each. */
enum AnyOutcome implements Transactions {
    COMMITTED,
    ABORTED,
    OPEN;

    @Override
    public Verdict aborted(ConsumedRecord record) {
        return Verdict.of(this == ABORTED);
    }

    @Override
    public Verdict open(ConsumedRecord record) {
        return Verdict.of(this == OPEN);
    }

    /** Returns the filter that passes what at least one of them would make a match. */
    static RecordFilter of(Expression expression, FilterContext context) {
        return new Junction(
                Stream.of(values())
                        .map(outcome -> new FilterCompiler(context.with(outcome)).compile(expression))
                        .toList(),
                Verdict.MATCH);
    }
}
