package dev.surveyor.service.transaction;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.filter.Transactions;
import dev.surveyor.filter.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been found out about the transactions of kept records. Exchanged by one thread, asked by any. */
public final class KnownTransactions implements Transactions {

    private volatile Map<PartitionId, DecidedOffsets> known = Map.of();

    /** How many kept records are of which kind; those that are not counted were committed, or are of none. */
    public record Counts(long aborted, long open, long gone, long unknown) {
        public static final Counts ZERO = new Counts(0, 0, 0, 0);
    }

    public Map<PartitionId, DecidedOffsets> all() {
        return known;
    }

    /** Returns whether anything is other than it was. */
    public boolean exchange(Map<PartitionId, DecidedOffsets> now) {
        Map<PartitionId, DecidedOffsets> before = known;
        known = now;
        return !before.keySet().equals(now.keySet())
                || now.entrySet().stream().anyMatch(each -> !each.getValue().same(before.get(each.getKey())));
    }

    @Override
    public Verdict aborted(ConsumedRecord record) {
        DecidedOffsets partition = known.get(record.partition());
        if (partition == null) {
            return Verdict.UNDECIDED;
        }
        return answer(
                partition.isAborted(record.offset()),
                partition.isCommitted(record.offset()) || partition.isOpen(record.offset()));
    }

    @Override
    public Verdict open(ConsumedRecord record) {
        DecidedOffsets partition = known.get(record.partition());
        if (partition == null) {
            return Verdict.UNDECIDED;
        }
        return answer(
                partition.isOpen(record.offset()),
                partition.isCommitted(record.offset()) || partition.isAborted(record.offset()));
    }

    private static Verdict answer(boolean yes, boolean no) {
        return yes ? Verdict.MATCH : no ? Verdict.NO_MATCH : Verdict.UNDECIDED;
    }

    /** Returns what is known to keep the record from a reader of committed records, null where nothing is. */
    @Nullable
    public TransactionState of(ConsumedRecord record) {
        DecidedOffsets partition = known.get(record.partition());
        if (partition == null) {
            return null;
        }
        return partition.isAborted(record.offset())
                ? TransactionState.ABORTED
                : partition.isOpen(record.offset()) ? TransactionState.OPEN : null;
    }

    /** Returns what there is to say about the record's transaction, in words. */
    public String words(ConsumedRecord record) {
        TransactionState state = of(record);
        if (state != null) {
            return state == TransactionState.ABORTED ? "aborted" : state.words();
        }
        DecidedOffsets partition = known.get(record.partition());
        if (partition == null || !partition.decided(record.offset())) {
            return "— (not looked up)";
        }
        return partition.isGone(record.offset())
                ? "not known: removed from the topic before it was looked up"
                : "committed, or none";
    }

    /** Counts the records, and forgets partitions of which none is kept. For any thread. */
    public static Counts count(List<ConsumedRecord> kept, Map<PartitionId, DecidedOffsets> known) {
        long aborted = 0;
        long open = 0;
        long gone = 0;
        long unknown = 0;
        Set<PartitionId> there = new HashSet<>();
        for (ConsumedRecord record : kept) {
            there.add(record.partition());
            DecidedOffsets partition = known.get(record.partition());
            if (partition == null) {
                unknown++;
            } else if (partition.isAborted(record.offset())) {
                aborted++;
            } else if (partition.isOpen(record.offset())) {
                open++;
            } else if (partition.isGone(record.offset())) {
                gone++;
            } else if (!partition.isCommitted(record.offset())) {
                unknown++;
            }
        }
        known.keySet().retainAll(there);
        return new Counts(aborted, open, gone, unknown);
    }
}
