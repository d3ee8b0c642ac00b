package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.ReadOutcome;
import dev.surveyor.domain.record.PartitionOffset;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a single record. A poll brings many; this one takes the earliest of them and moves the consumer back to
 * the others, so that its position says what was really read. Made by any thread, served by the poll thread.
 */
final class ReadOne {

    private final @Nullable Duration timeout;
    private final long since = System.nanoTime();
    private final CompletableFuture<ReadOutcome> result = new CompletableFuture<>();

    /**
     * @param timeout null to wait for ever
     */
    ReadOne(@Nullable Duration timeout) {
        this.timeout = timeout;
    }

    /** Returns what becomes of it; cancelling it gives up the wish. */
    CompletableFuture<ReadOutcome> result() {
        return result;
    }

    boolean open() {
        return !result.isDone();
    }

    /** Returns the time-out where it has run out, else null. */
    @Nullable
    Duration runOut() {
        return timeout != null && System.nanoTime() - since >= timeout.toNanos() ? timeout : null;
    }

    /** Returns how long a poll may wait. */
    Duration patience(Duration limit) {
        if (timeout == null) {
            return limit;
        }
        Duration left = timeout.minusNanos(System.nanoTime() - since);
        return left.isNegative() ? Duration.ZERO : left.compareTo(limit) < 0 ? left : limit;
    }

    /** Returns one of the records, and moves the client back to the first of the others in each partition. */
    static ConsumerRecords<ByteBuffer, ByteBuffer> first(
            Consumer<ByteBuffer, ByteBuffer> client, ConsumerRecords<ByteBuffer, ByteBuffer> polled) {
        ConsumerRecord<ByteBuffer, ByteBuffer> earliest = polled.iterator().next();
        for (TopicPartition partition : polled.partitions()) {
            ConsumerRecord<ByteBuffer, ByteBuffer> head =
                    polled.records(partition).get(0);
            if (head.timestamp() < earliest.timestamp()) {
                earliest = head;
            }
        }
        TopicPartition own = new TopicPartition(earliest.topic(), earliest.partition());
        for (TopicPartition partition : polled.partitions()) {
            List<ConsumerRecord<ByteBuffer, ByteBuffer>> records = polled.records(partition);
            int taken = partition.equals(own) ? 1 : 0;
            if (records.size() > taken) {
                client.seek(partition, records.get(taken).offset());
            }
        }
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        next.put(own, new OffsetAndMetadata(earliest.offset() + 1));
        return new ConsumerRecords<>(Map.of(own, List.of(earliest)), next);
    }

    void read(PartitionOffset place) {
        result.complete(new ReadOutcome.Read(place));
    }

    void timedOut(Duration after) {
        result.complete(new ReadOutcome.TimedOut(after));
    }

    void giveUp() {
        result.cancel(false);
    }
}
