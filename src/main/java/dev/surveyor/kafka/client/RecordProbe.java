package dev.surveyor.kafka.client;

import dev.surveyor.domain.consume.IsolationLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads forward from places in partitions to the first record of each, with a consumer that lives as long as the
 * question: a place that a broker names may hold a marker of a transaction, or a record that is not given to everybody.
 * Safe for use by any thread that may wait.
 */
public final class RecordProbe {

    private static final Logger LOG = LoggerFactory.getLogger(RecordProbe.class);

    /** Any time is late enough. */
    public static final long ANY_TIME = Long.MIN_VALUE;

    private static final Duration TIME_LIMIT = Duration.ofSeconds(4);
    private static final Duration LONGER_EACH = Duration.ofMillis(5);
    private static final Duration POLL = Duration.ofMillis(100);

    /** So many records of a partition that are all too old end the search for a later one. */
    private static final int MOST_RECORDS = 20_000;

    private final ClientSettings settings;
    private final PartitionOffsets offsets;

    /** Asks as the connection's clients do. */
    public RecordProbe(ClientSettings settings, PartitionOffsets offsets) {
        this.settings = settings;
        this.offsets = offsets;
    }

    /**
     * A record.
     *
     * @param timestamp in milliseconds since 1970, -1 for none
     */
    public record First(long offset, long timestamp) {}

    /**
     * What was found in time.
     *
     * @param records the first record of each partition that has one
     * @param none partitions that were read to their end and have none
     */
    public record Answer(Map<TopicPartition, First> records, Set<TopicPartition> none) {
        public Answer {
            records = Map.copyOf(records);
            none = Set.copyOf(none);
        }
    }

    /**
     * Returns the first record at or after each offset. Blocks, up to a few seconds.
     *
     * @param earliest older records do not count, in milliseconds since 1970
     * @param isolation whose records count
     * @param cancelled whether nobody waits any more
     * @throws org.apache.kafka.common.KafkaException where no partition can be asked
     */
    public Answer find(
            Map<TopicPartition, Long> places, long earliest, IsolationLevel isolation, BooleanSupplier cancelled) {
        if (places.isEmpty()) {
            return new Answer(Map.of(), Set.of());
        }
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties(earliest, isolation));
        try {
            return read(consumer, places, earliest, isolation, cancelled);
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    /**
     * Returns the offsets of the first records of that time or later, where brokers have named places: they count markers
     * of transactions too, and records that are not given to everybody, and know nothing of times before 1970.
     * Partitions without such a record are left out; one that does not tell in time, or where too many older records come
     * first, keeps its place. Blocks, up to a few seconds.
     *
     * @param isolation whose records count
     * @param cancelled whether nobody waits any more
     */
    public Map<TopicPartition, Long> exactly(
            Map<TopicPartition, Long> places, Instant time, IsolationLevel isolation, BooleanSupplier cancelled) {
        Map<TopicPartition, Long> exact = new HashMap<>(places);
        try {
            Answer answer = find(places, time.toEpochMilli(), isolation, cancelled);
            answer.records().forEach((partition, first) -> exact.put(partition, first.offset()));
            exact.keySet().removeAll(answer.none());
        } catch (WakeupException | InterruptException stopped) {
            throw stopped;
        } catch (KafkaException notTold) {
            LOG.debug("{} keep the places that brokers named", places.keySet(), notTold);
        }
        return exact;
    }

    private Map<String, Object> properties(long earliest, IsolationLevel isolation) {
        Map<String, Object> properties =
                settings.of(ClientKind.CONSUMER, settings.nextClientId(ClientKind.CONSUMER + "-times"));
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A place that is not kept any more gives way to the first that is.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        // Mostly one record of each partition is enough, so a small answer is the best.
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, earliest == ANY_TIME ? 4_096 : 65_536);
        return properties;
    }

    private Answer read(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> places,
            long earliest,
            IsolationLevel isolation,
            BooleanSupplier cancelled) {
        Map<TopicPartition, Long> ends = offsets.await(OffsetQuestion.end(places.keySet(), isolation), cancelled)
                .offsets();
        Map<TopicPartition, Long> starts = new HashMap<>();
        Set<TopicPartition> none = new HashSet<>();
        ends.forEach((partition, end) -> {
            long start = places.getOrDefault(partition, 0L);
            if (start < end) {
                starts.put(partition, start);
            } else {
                none.add(partition);
            }
        });
        consumer.assign(starts.keySet());
        starts.forEach(consumer::seek);

        Set<TopicPartition> open = new HashSet<>(starts.keySet());
        Map<TopicPartition, First> records = new HashMap<>();
        Map<TopicPartition, Integer> passed = new HashMap<>();
        long deadline = System.nanoTime()
                + TIME_LIMIT.plus(LONGER_EACH.multipliedBy(open.size())).toNanos();
        while (!open.isEmpty() && System.nanoTime() < deadline && !cancelled.getAsBoolean()) {
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            for (TopicPartition partition : polled.partitions()) {
                List<ConsumerRecord<byte[], byte[]>> some = polled.records(partition);
                some.stream()
                        .filter(record -> record.timestamp() >= earliest)
                        .findFirst()
                        .ifPresent(record ->
                                records.putIfAbsent(partition, new First(record.offset(), record.timestamp())));
                if (records.containsKey(partition)
                        || passed.merge(partition, some.size(), Integer::sum) >= MOST_RECORDS) {
                    open.remove(partition);
                    consumer.pause(List.of(partition));
                }
            }
            // The last offsets may be markers of transactions, which are never delivered.
            for (TopicPartition partition : List.copyOf(open)) {
                if (isRead(consumer, partition, ends.getOrDefault(partition, 0L))) {
                    open.remove(partition);
                    none.add(partition);
                }
            }
        }
        return new Answer(records, none);
    }

    /** A leader that went away while it was asked leaves the position unknown. */
    private static boolean isRead(KafkaConsumer<?, ?> consumer, TopicPartition partition, long end) {
        try {
            return consumer.position(partition, POLL) >= end;
        } catch (TimeoutException unknown) {
            return false;
        }
    }
}
