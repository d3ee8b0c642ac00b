package dev.surveyor.service.decode;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.View;
import dev.surveyor.codec.header.HeaderReading;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RawRecord;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads as the table does, but waits for schemas that are on their way: for work that looks at each record once, such as
 * a search. What is still waiting when the patience is used up stays {@link Reading.State#WAITING}. Blocks: never on the
 * JavaFX thread. Safe for several threads.
 */
public final class PatientReader implements RecordReader, AutoCloseable {

    /** How long is waited in vain, in all. A wait that ends with its schema costs nothing. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RecordReader reader;
    private final Runnable unsubscribe;

    /** Guarded by this. */
    private long nanosLeft;

    private long changes;
    private boolean closed;
    private int waiting;
    private @Nullable String lastReason;

    PatientReader(Decoding decoding, Duration patience) {
        this.reader = decoding.reader();
        this.nanosLeft = patience.toNanos();
        this.unsubscribe = decoding.onChange(this::changed);
    }

    @Override
    public Reading read(RawRecord record, RecordPart part, int maxBytes, Input.Effort effort, View view) {
        long start = System.nanoTime();
        while (true) {
            long seen = changesSoFar();
            Reading reading = reader.read(record, part, maxBytes, effort, view);
            if (reading.state() != Reading.State.WAITING || !awaitChange(seen, start, reading.problem())) {
                return reading;
            }
        }
    }

    /** Returns what is being waited for, as a sentence without its end; null while nothing is. For any thread. */
    public synchronized @Nullable String waitingFor() {
        return waiting == 0 ? null : lastReason;
    }

    @Override
    public Preview preview(ConsumedRecord record, RecordPart part, int maxLength) {
        return reader.preview(record, part, maxLength);
    }

    @Override
    public int plainFrom(RawRecord record, RecordPart part) {
        return reader.plainFrom(record, part);
    }

    @Override
    public HeaderReading header(String topic, String name, Slice value) {
        return reader.header(topic, name, value);
    }

    @Override
    public boolean textIsText(String topic, RecordPart part) {
        return reader.textIsText(topic, part);
    }

    @Override
    public boolean keysAreText() {
        return reader.keysAreText();
    }

    /** Ends all waits at once; from now on nothing waits. */
    @Override
    public synchronized void close() {
        closed = true;
        unsubscribe.run();
        notifyAll();
    }

    private synchronized void changed() {
        changes++;
        notifyAll();
    }

    private synchronized long changesSoFar() {
        return changes;
    }

    /** Waits until something changed since then; returns false where the patience that was left at the start is gone. */
    private synchronized boolean awaitChange(long seen, long start, @Nullable String reason) {
        waiting++;
        lastReason = reason;
        try {
            return awaitChange(seen, start);
        } finally {
            waiting--;
        }
    }

    private synchronized boolean awaitChange(long seen, long start) {
        while (changes == seen) {
            long left = nanosLeft - (System.nanoTime() - start);
            if (closed || left <= 0) {
                nanosLeft = 0;
                return false;
            }
            try {
                wait(Math.max(1, left / 1_000_000));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
