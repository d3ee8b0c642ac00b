package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.LookBack;
import dev.surveyor.domain.consume.LookBack.Shortfall;
import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.client.ClientSettings;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;

/**
 * Starts a consumer at the last records of its partitions, and says where it gives fewer than were asked for. Poll thread
 * only, but for {@link #aside}.
 */
final class LastRecords {

    private final ConsumerParts parts;
    private final ConsumeRequest request;
    private final StatusBoard board;
    private final LookingBack.Limits limits;
    private final Map<TopicPartition, Shortfall> shortfalls = new ConcurrentHashMap<>();

    /** Partitions that were too large to be read beforehand: their records are counted as they come. */
    private final Map<TopicPartition, Counting> counted = new HashMap<>();

    private static final class Counting {
        private final BackwardProbe probe;
        private long records;

        private Counting(BackwardProbe probe) {
            this.probe = probe;
        }
    }

    LastRecords(ConsumerParts parts, ConsumeRequest request, StatusBoard board, LookingBack.Limits limits) {
        this.parts = parts;
        this.request = request;
        this.board = board;
        this.limits = limits;
    }

    /**
     * Assigns the partitions that tell where they begin and end to the consumer's own client, and brings it to the last
     * records of each.
     *
     * @param wanted how many records of each
     */
    LookingBack.Found alone(Set<TopicPartition> partitions, int wanted) {
        counted.clear();
        shortfalls.clear();
        OffsetLookup.Bounds bounds = parts.offsets().bounds(partitions);
        parts.client().assign(bounds.begins().keySet());
        LookingBack.Found found = new LookingBack(
                        parts.client(), parts.offsets(), limits, back -> say(wanted, true, back))
                .look(bounds.begins(), bounds.ends(), wanted);
        learn(found, wanted);
        found.probes().forEach((partition, probe) -> {
            if (!probe.known() && probe.start() > probe.begin()) {
                counted.put(partition, new Counting(probe));
            }
        });
        return found;
    }

    /**
     * Returns where the last records of partitions begin, found with a client of its own: for a member of a group, which
     * cannot poll while it is given partitions, and for partitions that tell later than others. Any thread that may wait.
     */
    Map<TopicPartition, Long> aside(Collection<TopicPartition> partitions, int wanted) {
        OffsetLookup.Bounds bounds = parts.offsets().bounds(partitions);
        Consumer<ByteBuffer, ByteBuffer> client = open();
        try {
            client.assign(bounds.begins().keySet());
            LookingBack.Found found = new LookingBack(
                            client, parts.offsets(), limits.keepingNothing(), back -> say(wanted, true, back))
                    .look(bounds.begins(), bounds.ends(), wanted);
            learn(found, wanted);
            return found.starts();
        } finally {
            client.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private Consumer<ByteBuffer, ByteBuffer> open() {
        ClientSettings settings = parts.context().settings();
        String clientId = settings.nextClientId(ClientKind.CONSUMER + "-last");
        return new KafkaConsumer<>(
                ConsumerProperties.alone(settings.of(ClientKind.CONSUMER, clientId), request.isolation()),
                new ByteBufferDeserializer(),
                new ByteBufferDeserializer());
    }

    private void learn(LookingBack.Found found, int wanted) {
        found.probes().forEach((partition, probe) -> {
            if (probe.known() && probe.records() < wanted && probe.start() > probe.begin()) {
                fallShort(partition, probe, probe.records());
            }
        });
        long wentBack = found.probes().values().stream()
                .mapToLong(BackwardProbe::wentBack)
                .sum();
        say(wanted, false, wentBack);
    }

    /** Counts what was polled of partitions whose records are not counted yet. */
    void polled(ConsumerRecords<ByteBuffer, ByteBuffer> polled) {
        if (counted.isEmpty()) {
            return;
        }
        for (TopicPartition partition : polled.partitions()) {
            Counting counting = counted.get(partition);
            if (counting != null) {
                for (ConsumerRecord<ByteBuffer, ByteBuffer> record : polled.records(partition)) {
                    counting.records += record.offset() < counting.probe.end() ? 1 : 0;
                }
            }
        }
        counted.entrySet().removeIf(each -> ended(each.getKey(), each.getValue()));
    }

    private boolean ended(TopicPartition partition, Counting counting) {
        OptionalLong position = parts.offsets().position(partition);
        if (position.isEmpty() || position.getAsLong() < counting.probe.end()) {
            return false;
        }
        LookBack told = board.lookBack();
        if (told != null && counting.records < told.wanted()) {
            fallShort(partition, counting.probe, counting.records);
            say(told.wanted(), false, told.offsets());
        }
        return true;
    }

    /** Counts no more: somebody moved the consumer. */
    void moved() {
        counted.clear();
    }

    private void fallShort(TopicPartition partition, BackwardProbe probe, long records) {
        shortfalls.put(partition, new Shortfall(ConsumerParts.id(partition), records, probe.start(), probe.begin()));
    }

    private void say(int wanted, boolean looking, long wentBack) {
        board.lookBack(new LookBack(
                wanted,
                looking,
                wentBack,
                shortfalls.values().stream()
                        .sorted(Comparator.comparing(Shortfall::partition))
                        .toList()));
    }
}
