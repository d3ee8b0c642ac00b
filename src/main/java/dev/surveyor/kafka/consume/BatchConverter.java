package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.consume.RecordSink;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/** Turns what was polled into records and hands them on, merged by time where that was asked for. For one thread at a time. */
final class BatchConverter {

    private final RecordSink sink;
    private final StatusBoard board;
    private final RecordConversion conversion = new RecordConversion();
    /** Null where records go on as they come. */
    private final @Nullable TimeMerge merge;

    private final boolean alone;

    /** How far partitions were read, where that is still to be said. */
    private final Map<PartitionId, End> ends = new HashMap<>();

    private record End(long offset, int seekEpoch) {}

    private int mergedEpoch;

    /** What a group member hands on it may commit, so nothing of a member is held back. */
    BatchConverter(ConsumeRequest request, RecordSink sink, StatusBoard board) {
        this.sink = sink;
        this.board = board;
        this.alone = request.mode() instanceof ConsumerMode.Standalone;
        boolean history = request.start() instanceof StartPosition.LastRecords;
        this.merge = alone && (request.subscription().severalTopics() || history) ? new TimeMerge() : null;
    }

    /** Takes a poll result, and returns the first of its records. */
    ConsumedRecord take(ConsumerRecords<ByteBuffer, ByteBuffer> polled, long receivedAt, int seekEpoch) {
        List<ConsumedRecord> batch = conversion.convert(polled, receivedAt, seekEpoch);
        if (merge == null) {
            handOn(batch);
        } else {
            merge.add(batch);
        }
        return batch.get(0);
    }

    /**
     * Hands on what was held back and need wait no longer.
     *
     * @param seekEpoch that of the consumer now; what came before a move is dropped, as it would be later
     * @param fetching whether more may come; else nothing is worth waiting for
     * @param behind the partitions that have records which were not polled yet
     */
    void release(int seekEpoch, boolean fetching, Supplier<Set<PartitionId>> behind) {
        if (merge == null || merge.held() == 0) {
            tellEnds();
            return;
        }
        if (mergedEpoch != seekEpoch) {
            mergedEpoch = seekEpoch;
            merge.dropBefore(seekEpoch);
        }
        List<ConsumedRecord> ready = fetching ? merge.ready(behind.get()) : merge.all();
        if (!ready.isEmpty()) {
            handOn(ready);
        }
        tellEnds();
    }

    /** Says that a partition was read so far, after the records of it that are still held back. */
    void readUpTo(PartitionOffset place, int seekEpoch) {
        ends.put(place.partition(), new End(place.offset(), seekEpoch));
        tellEnds();
    }

    private void tellEnds() {
        ends.entrySet().removeIf(end -> {
            boolean held = merge != null && merge.holds(end.getKey());
            if (!held) {
                sink.readUpTo(end.getKey(), end.getValue().offset, end.getValue().seekEpoch);
            }
            return !held;
        });
    }

    /**
     * Returns whether poll results may be taken later, on another thread: not where positions are committed for what was
     * handed on, and not where several partitions are merged turn by turn.
     */
    boolean mayRunAhead() {
        return alone && merge == null;
    }

    /** Says that all there was is handed on. */
    void caughtUp() {
        sink.caughtUp();
    }

    private void handOn(List<ConsumedRecord> batch) {
        long bytes = 0;
        for (ConsumedRecord one : batch) {
            bytes += one.sizeInBytes();
        }
        sink.accept(batch);
        board.batch(batch.size(), bytes);
    }
}
