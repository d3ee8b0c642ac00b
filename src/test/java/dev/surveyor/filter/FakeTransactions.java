package dev.surveyor.filter;

import dev.surveyor.domain.record.ConsumedRecord;
import java.util.Map;

/**
 * Transactions by the offset of a record; nothing is known of others.
 *
 * @param states {@code aborted}, {@code open} or {@code committed}
 */
public record FakeTransactions(Map<Long, String> states) implements Transactions {

    @Override
    public Verdict aborted(ConsumedRecord record) {
        return is(record, "aborted");
    }

    @Override
    public Verdict open(ConsumedRecord record) {
        return is(record, "open");
    }

    private Verdict is(ConsumedRecord record, String state) {
        String known = states.get(record.offset());
        return known == null ? Verdict.UNDECIDED : Verdict.of(known.equals(state));
    }
}
