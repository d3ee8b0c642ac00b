package dev.surveyor.kafka.search;

import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RawRecord;
import dev.surveyor.filter.RecordFilter;
import dev.surveyor.filter.Verdict;
import dev.surveyor.kafka.record.ReceivedRecord;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads some partitions to the ends of their ranges with one consumer, on one thread. A partition is at its end when the
 * position of the consumer says so: the last offsets may hold no record.
 */
final class ScanLoop {

    private static final Duration POLL_LIMIT = Duration.ofMillis(100);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(300);

    /** How many records are tested before the next look at whether the search was cancelled. */
    private static final int CHECK_EVERY = 64;

    private final Consumer<ByteBuffer, ByteBuffer> consumer;
    private final Map<TopicPartition, PartitionScan> open = new HashMap<>();
    private final Map<TopicPartition, ReceivedRecord> views = new HashMap<>();
    private final RecordFilter filter;
    private final SearchControl control;
    private final Offsets offsets;
    private final StallWatch stalls;
    private final GrowthWatch growth;
    private final Clock clock;

    ScanLoop(
            Consumer<ByteBuffer, ByteBuffer> consumer,
            List<PartitionScan> scans,
            RecordFilter filter,
            Offsets offsets,
            SearchControl control,
            Clock clock) {
        this.consumer = consumer;
        this.offsets = offsets;
        this.filter = filter;
        this.control = control;
        this.clock = clock;
        this.stalls = new StallWatch(consumer, offsets, control);
        this.growth = new GrowthWatch(consumer, control);
        for (PartitionScan scan : scans) {
            PartitionId id = scan.id();
            open.put(scan.topicPartition(), scan);
            views.put(scan.topicPartition(), new ReceivedRecord(id));
        }
    }

    /** Reads until all is read or the search is told to stop; throws what does not pass by waiting. */
    void run() {
        consumer.assign(open.keySet());
        open.forEach((partition, scan) -> consumer.seek(partition, scan.position()));
        while (!open.isEmpty() && !control.stopping()) {
            ConsumerRecords<ByteBuffer, ByteBuffer> polled = poll();
            boolean progress = take(polled);
            // What was left untested when the search was stopped must not count as passed over.
            progress |= !control.stopping() && advance();
            stalls.after(progress, open.values());
            growth.look(open.keySet());
        }
    }

    private ConsumerRecords<ByteBuffer, ByteBuffer> poll() {
        try {
            return consumer.poll(POLL_LIMIT);
        } catch (OffsetOutOfRangeException outOfRange) {
            recover(outOfRange);
        } catch (WakeupException | InterruptException stopped) {
            control.stopIfInterrupted(stopped);
        } catch (KafkaException failed) {
            waitOrThrow(failed);
        }
        return ConsumerRecords.empty();
    }

    /** Tests what was polled; returns whether there was anything. */
    private boolean take(ConsumerRecords<ByteBuffer, ByteBuffer> polled) {
        for (TopicPartition partition : polled.partitions()) {
            PartitionScan scan = open.get(partition);
            ReceivedRecord view = views.get(partition);
            if (scan != null && view != null) {
                take(scan, view, polled.records(partition));
            }
            if (control.stopping()) {
                break;
            }
        }
        return !polled.isEmpty();
    }

    private void take(PartitionScan scan, ReceivedRecord view, List<ConsumerRecord<ByteBuffer, ByteBuffer>> received) {
        PartitionScan.Batch batch = new PartitionScan.Batch();
        long next = scan.position();
        int untilCheck = CHECK_EVERY;
        for (ConsumerRecord<ByteBuffer, ByteBuffer> one : received) {
            if (one.offset() >= scan.to()) {
                next = scan.to();
                break;
            }
            if (--untilCheck == 0) {
                untilCheck = CHECK_EVERY;
                if (control.stopping()) {
                    break;
                }
            }
            test(view, one, batch);
            next = one.offset() + 1;
            if (control.limitReached()) {
                break;
            }
        }
        scan.add(batch, next);
    }

    private void test(ReceivedRecord view, ConsumerRecord<ByteBuffer, ByteBuffer> received, PartitionScan.Batch batch) {
        RawRecord shown = view.show(received);
        batch.read(shown.sizeInBytes());
        Verdict verdict = filter.test(shown);
        if (verdict == Verdict.MATCH) {
            batch.matched();
            if (control.wantsMore()) {
                control.keep(view.copy(received, clock.millis(), 0));
            }
        } else if (verdict == Verdict.UNDECIDED) {
            batch.undecided(received.offset());
        }
    }

    /** Looks where the consumer stands, and closes what is read to its end; returns whether anything moved. */
    private boolean advance() {
        boolean moved = false;
        List<TopicPartition> finished = new ArrayList<>();
        for (Map.Entry<TopicPartition, PartitionScan> each : open.entrySet()) {
            try {
                // A position that is being checked anew, after a change of leader, would be waited for.
                moved |= each.getValue().moveTo(consumer.position(each.getKey(), Duration.ZERO));
            } catch (TimeoutException notNow) {
                continue;
            } catch (OffsetOutOfRangeException outOfRange) {
                recover(outOfRange);
            } catch (WakeupException | InterruptException stopped) {
                control.stopIfInterrupted(stopped);
                break;
            }
            if (each.getValue().done()) {
                finished.add(each.getKey());
            }
        }
        if (!finished.isEmpty()) {
            consumer.pause(finished);
            finished.forEach(open::remove);
        }
        return moved;
    }

    /** Goes on at what is kept now: retention, or somebody who deletes records, was faster. */
    private void recover(OffsetOutOfRangeException outOfRange) {
        Map<TopicPartition, Long> positions = outOfRange.offsetOutOfRangePartitions();
        boolean[] moved = {false};
        try {
            Map<TopicPartition, Long> begins =
                    offsets.begins(positions.keySet()).offsets();
            positions.forEach((partition, position) -> {
                PartitionScan scan = open.get(partition);
                long begin = begins.getOrDefault(partition, position);
                if (scan != null && begin > position) {
                    scan.deletedBefore(begin);
                    moved[0] = true;
                }
                if (scan != null) {
                    // Where the partition ends before the position now, that is noticed as a standstill.
                    consumer.seek(partition, scan.position());
                }
            });
            if (!moved[0]) {
                LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            }
        } catch (WakeupException | InterruptException stopped) {
            control.stopIfInterrupted(stopped);
        } catch (KafkaException failed) {
            waitOrThrow(failed);
        }
    }

    private void waitOrThrow(KafkaException failed) {
        control.waitingOrThrow(stalls, failed);
        LockSupport.parkNanos(RETRY_PAUSE.toNanos());
    }
}
