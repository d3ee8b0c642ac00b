package dev.surveyor.service.rows;

import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.consume.RecordBuffer;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A record that somebody asked to see, and that may still be on its way for a moment. */
public final class WantedRecord {

    private static final long PATIENCE_MILLIS = 4_000;

    /** So long what was asked for just before, such as a seek, may still bring it; then rows behind it say no. */
    private static final long PASSED_MILLIS = 250;

    private static final String WHY_NONE =
            "Compaction removed it, or the offset holds a transaction marker or an aborted record.";

    private final Clock clock;
    private @Nullable PartitionOffset place;
    private long deadline;
    private long passedFrom;
    private boolean bufferAsked;

    public WantedRecord(Clock clock) {
        this.clock = clock;
    }

    /**
     * Asks for a record.
     *
     * @param mayCome whether a consumer runs that may still bring it
     */
    public void want(PartitionOffset wantedPlace, boolean mayCome) {
        place = wantedPlace;
        long now = clock.millis();
        deadline = now + (mayCome ? PATIENCE_MILLIS : 0);
        passedFrom = now + PASSED_MILLIS;
        bufferAsked = false;
    }

    public boolean waiting() {
        return place != null;
    }

    /**
     * Looks for it among the rows.
     *
     * @param found takes its row
     * @return what to say where the time is up, else null
     */
    @Nullable
    public Notice look(List<LogEntry> rows, RecordBuffer buffer, Consumer<LogEntry> found) {
        PartitionOffset now = place;
        if (now == null) {
            return null;
        }
        int index = RecordFinder.indexOf(rows, now);
        if (index >= 0) {
            place = null;
            found.accept(rows.get(index));
            return null;
        }
        int next = RecordFinder.afterGap(rows, now);
        if (next >= 0) {
            place = null;
            found.accept(rows.get(next));
            return new Notice.Told(now + " holds no record; the next one of its partition is selected.", WHY_NONE);
        }
        if (clock.millis() >= passedFrom && RecordFinder.inGap(rows, now)) {
            place = null;
            return new Notice.Told(now + " holds no record, and none has come after it yet.", WHY_NONE);
        }
        if (clock.millis() < deadline && !passed(rows, buffer, now)) {
            return null;
        }
        place = null;
        return new Notice.NotHere(now, RecordFinder.contains(buffer.records(), now));
    }

    /** Returns whether the consumer is behind that place already; the buffer, which is copied for it, is asked once. */
    private boolean passed(List<LogEntry> rows, RecordBuffer buffer, PartitionOffset wanted) {
        if (clock.millis() < passedFrom) {
            return false;
        }
        if (RecordFinder.goesBeyond(rows, wanted)) {
            return true;
        }
        boolean first = !bufferAsked;
        bufferAsked = true;
        return first && RecordFinder.goesBeyond(buffer.records(), wanted);
    }
}
