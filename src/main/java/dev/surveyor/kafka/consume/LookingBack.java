package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.LookBack;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds where the last records of partitions begin, with a client that reads nothing else meanwhile. All partitions are
 * looked at together; what was read on the way is kept as long as it is little, so that a log without holes is read only
 * once. Poll thread only.
 */
final class LookingBack {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Consumer<ByteBuffer, ByteBuffer> client;
    private final OffsetLookup offsets;
    private final Limits limits;
    private final LongConsumer progress;
    private final Map<TopicPartition, BackwardProbe> probes = new HashMap<>();
    private final Map<TopicPartition, Long> places = new HashMap<>();
    private final Set<TopicPartition> open = new HashSet<>();
    private final List<ConsumerRecords<ByteBuffer, ByteBuffer>> kept = new ArrayList<>();
    private boolean keeping;
    private long bytes;

    /**
     * When to begin with what was found.
     *
     * @param longest so long it looks
     * @param quiet so long no partition may tell anything
     * @param keptBytes so much is kept of what was read
     * @param readBytes so much is read
     */
    record Limits(Duration longest, Duration quiet, long keptBytes, long readBytes) {

        static final Limits DEFAULT =
                new Limits(LookBack.LONGEST, Duration.ofSeconds(3), 32_000_000, LookBack.MOST_BYTES);

        /** Returns the same for a client whose records nobody takes. */
        Limits keepingNothing() {
            return new Limits(longest, quiet, 0, readBytes);
        }
    }

    /**
     * What was found.
     *
     * @param probes by partition, all done
     * @param records what was read from those places on, in order; empty where it has to be read again
     */
    record Found(Map<TopicPartition, BackwardProbe> probes, List<ConsumerRecords<ByteBuffer, ByteBuffer>> records) {

        /** Returns where to begin. */
        Map<TopicPartition, Long> starts() {
            Map<TopicPartition, Long> starts = new HashMap<>();
            probes.forEach((partition, probe) -> starts.put(partition, probe.start()));
            return starts;
        }
    }

    /**
     * @param client has the partitions assigned
     * @param progress told how many offsets were gone back
     */
    LookingBack(Consumer<ByteBuffer, ByteBuffer> client, OffsetLookup offsets, Limits limits, LongConsumer progress) {
        this.client = client;
        this.offsets = offsets;
        this.limits = limits;
        this.progress = progress;
        this.keeping = limits.keptBytes > 0;
    }

    /**
     * Looks, and leaves the client behind what was read, or at the places that were found.
     *
     * @param wanted how many records of each partition
     * @return the partitions that told where they begin and end
     */
    Found look(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends, int wanted) {
        ends.forEach((partition, end) -> {
            Long begin = begins.get(partition);
            if (begin != null) {
                begin(partition, new BackwardProbe(begin, end, wanted));
            }
        });
        long now = System.nanoTime();
        long deadline = now + limits.longest.toNanos();
        long quiet = now + limits.quiet.toNanos();
        while (!open.isEmpty() && !offsets.stopping() && now < deadline && now < quiet && bytes <= limits.readBytes) {
            boolean told = turn();
            now = System.nanoTime();
            quiet = told ? now + limits.quiet.toNanos() : quiet;
            progress.accept(
                    probes.values().stream().mapToLong(BackwardProbe::wentBack).sum());
        }
        open.forEach(partition -> probe(partition).giveUp());
        keeping &= open.isEmpty();
        client.resume(probes.keySet());
        if (!keeping) {
            probes.forEach((partition, probe) -> client.seek(partition, probe.start()));
        }
        return new Found(Map.copyOf(probes), keeping ? List.copyOf(kept) : List.of());
    }

    private void begin(TopicPartition partition, BackwardProbe probe) {
        probes.put(partition, probe);
        if (probe.done()) {
            client.seek(partition, probe.start());
        } else {
            open.add(partition);
            goTo(partition, probe.from());
        }
    }

    /** Returns whether any partition told something. */
    private boolean turn() {
        boolean told = false;
        try {
            ConsumerRecords<ByteBuffer, ByteBuffer> polled = client.poll(POLL);
            told = !polled.isEmpty();
            take(polled);
        } catch (OffsetOutOfRangeException deleted) {
            keepFrom(offsets.begin(deleted.partitions()));
        }
        for (TopicPartition partition : List.copyOf(open)) {
            long position = client.position(partition, AT_ONCE);
            Long before = places.put(partition, position);
            told |= before == null || before != position;
            readTo(partition, position);
        }
        return told;
    }

    private void take(ConsumerRecords<ByteBuffer, ByteBuffer> polled) {
        for (TopicPartition partition : polled.partitions()) {
            BackwardProbe probe = probes.get(partition);
            for (ConsumerRecord<ByteBuffer, ByteBuffer> record : polled.records(partition)) {
                if (probe != null) {
                    probe.record(record.offset());
                }
                bytes += Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
            }
        }
        if (keeping && !polled.isEmpty()) {
            kept.add(polled);
        }
        if (keeping && bytes > limits.keptBytes) {
            forget();
            // So much without a hole is a log without holes: nobody should wait until it was all read twice.
            open.stream()
                    .filter(partition ->
                            probe(partition).first() && probe(partition).dense(client.position(partition, AT_ONCE)))
                    .toList()
                    .forEach(partition -> {
                        probe(partition).giveUp();
                        done(partition);
                    });
        }
    }

    private void readTo(TopicPartition partition, long position) {
        BackwardProbe probe = probe(partition);
        if (probe.readTo(position)) {
            forget();
            goTo(partition, probe.from());
        } else if (probe.done()) {
            done(partition);
        }
    }

    private void keepFrom(Map<TopicPartition, Long> begins) {
        begins.forEach((partition, begin) -> {
            forget();
            BackwardProbe probe = probe(partition);
            if (probe.keptFrom(begin)) {
                goTo(partition, probe.from());
            } else if (probe.done()) {
                client.seek(partition, probe.start());
                done(partition);
            }
        });
    }

    private void goTo(TopicPartition partition, long offset) {
        client.seek(partition, offset);
        places.put(partition, offset);
    }

    private void done(TopicPartition partition) {
        open.remove(partition);
        client.pause(List.of(partition));
    }

    private void forget() {
        keeping = false;
        kept.clear();
    }

    private BackwardProbe probe(TopicPartition partition) {
        BackwardProbe probe = probes.get(partition);
        if (probe == null) {
            throw new IllegalStateException("partition " + partition + " is not looked at");
        }
        return probe;
    }
}
