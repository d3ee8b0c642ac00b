package dev.surveyor.service.consume;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.domain.record.PartitionId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the consumers of a table bring into its buffer, one consumer after the other: what comes late is dropped, the rest
 * is matched, counted and kept, by the thread that brings it. Safe for use by any thread.
 */
final class RecordIntake {

    private final BufferContents contents;
    private final FilterExchange filters;
    private final DecodeErrors decodeErrors;
    private volatile boolean caughtUp;
    private int session;
    private int seekEpoch;

    /**
     * @param contents guarded by its own lock
     * @param filters says what is shown
     * @param decodeErrors says which records cannot be read
     */
    RecordIntake(BufferContents contents, FilterExchange filters, DecodeErrors decodeErrors) {
        this.contents = contents;
        this.filters = filters;
        this.decodeErrors = decodeErrors;
    }

    /** Returns the sink of the next consumer; late records of earlier ones are dropped and counted. */
    RecordSink open(boolean findGaps) {
        synchronized (contents) {
            session++;
            seekEpoch = 0;
            return new Sink(session, findGaps ? new GapFinder() : null);
        }
    }

    /** Returns whether the newest record there was is here. */
    boolean caughtUp() {
        return caughtUp;
    }

    /** Starts anew after a seek, unless records of that epoch have come already. */
    void beginEpoch(int epoch) {
        synchronized (contents) {
            if (epoch > seekEpoch) {
                seekEpoch = epoch;
                contents.clear();
            }
        }
    }

    private void accept(int sinkSession, @Nullable GapFinder gaps, List<ConsumedRecord> batch) {
        if (batch.isEmpty()) {
            return;
        }
        synchronized (contents) {
            if (sinkSession != session) {
                contents.tally().late += batch.size();
                return;
            }
        }
        BitSet broken = decodeErrors.in(batch);
        Matching used;
        BitSet matches;
        do {
            synchronized (contents) {
                used = filters.inForce();
            }
            matches = used.matches(batch);
        } while (!append(used, matches, broken, sinkSession, gaps, batch));
    }

    /** Returns false, having done nothing, where another filter has come into force meanwhile. */
    private boolean append(
            Matching used,
            BitSet matches,
            BitSet broken,
            int sinkSession,
            @Nullable GapFinder gaps,
            List<ConsumedRecord> batch) {
        synchronized (contents) {
            if (used.version() != filters.inForce().version()) {
                return false;
            }
            if (sinkSession != session) {
                contents.tally().late += batch.size();
                return true;
            }
            for (int i = 0; i < batch.size(); i++) {
                appendOne(used, batch.get(i), matches.get(i), broken.get(i), gaps);
            }
            contents.evict();
            return true;
        }
    }

    private void appendOne(
            Matching used, ConsumedRecord record, boolean match, boolean decodeError, @Nullable GapFinder gaps) {
        Tally tally = contents.tally();
        if (record.seekEpoch() != seekEpoch) {
            if (record.seekEpoch() < seekEpoch) {
                tally.late++;
                return;
            }
            beginEpoch(record.seekEpoch());
        }
        List<OffsetGap> passed = gaps == null ? List.of() : gaps.before(record);
        tally.received++;
        tally.receivedBytes += record.data().length;
        tally.decodeErrors += decodeError ? 1 : 0;
        if (!match && used.skip().test(record)) {
            tally.skipped++;
            return;
        }
        keep(passed, match && used.showGaps());
        contents.kept().add(record);
        if (match) {
            contents.shown().add(record);
        }
    }

    private void keep(List<OffsetGap> gaps, boolean show) {
        for (OffsetGap gap : gaps) {
            contents.kept().add(gap);
            if (show) {
                contents.shown().add(gap);
            }
        }
    }

    /** Offsets without a record behind the last one match nothing that was asked for. */
    private void readUpTo(int sinkSession, GapFinder gaps, PartitionId partition, long offset, int epoch) {
        synchronized (contents) {
            if (sinkSession != session || epoch < seekEpoch) {
                return;
            }
            beginEpoch(epoch);
            Matching used = filters.inForce();
            keep(gaps.upTo(partition, offset, epoch), used.showGaps() && used.all());
        }
    }

    /** What a buffer hands to one consumer. */
    private final class Sink implements RecordSink {
        private final int ownSession;
        private final @Nullable GapFinder gaps;

        private Sink(int ownSession, @Nullable GapFinder gaps) {
            this.ownSession = ownSession;
            this.gaps = gaps;
        }

        @Override
        public void accept(List<ConsumedRecord> batch) {
            caughtUp = false;
            RecordIntake.this.accept(ownSession, gaps, batch);
        }

        @Override
        public void caughtUp() {
            caughtUp = true;
        }

        @Override
        public boolean hasRoom() {
            synchronized (contents) {
                return contents.kept().roomy();
            }
        }

        @Override
        public void deletedBefore(PartitionId partition, long offset) {
            if (gaps != null) {
                synchronized (contents) {
                    gaps.deletedBefore(partition, offset);
                }
            }
        }

        @Override
        public void readsFrom(Map<PartitionId, Long> offsets, int epoch) {
            if (gaps != null) {
                synchronized (contents) {
                    offsets.forEach((partition, offset) -> gaps.readsFrom(partition, offset, epoch));
                }
            }
        }

        @Override
        public void readUpTo(PartitionId partition, long offset, int epoch) {
            if (gaps != null) {
                RecordIntake.this.readUpTo(ownSession, gaps, partition, offset, epoch);
            }
        }
    }
}
