package dev.surveyor.kafka.produce;

import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.produce.ProduceSession;
import dev.surveyor.service.produce.Producers;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Opens producers on one connection. */
public final class KafkaProducers implements Producers {

    private final ClientFactory clients;
    private final DeliveryFailures failures;
    private final EventStream events;
    private final ThreadFactory threads;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final String clientIdPrefix;
    private final AtomicInteger opened = new AtomicInteger();

    /**
     * @param clients makes the Apache client of a producer, on its sending thread
     * @param failures words for what the client throws
     * @param events gets the final reports that are routed there
     * @param threads makes the threads of each producer
     * @param timer ends the waiting of a flush
     * @param clock for the times of sends and events
     * @param clientIdPrefix what each {@code client.id} begins with
     */
    public KafkaProducers(
            ClientFactory clients,
            DeliveryFailures failures,
            EventStream events,
            ThreadFactory threads,
            ScheduledExecutorService timer,
            Clock clock,
            String clientIdPrefix) {
        this.clients = clients;
        this.failures = failures;
        this.events = events;
        this.threads = threads;
        this.timer = timer;
        this.clock = clock;
        this.clientIdPrefix = clientIdPrefix;
    }

    @Override
    public ProduceSession open(ProducerSettings settings) {
        String clientId = clientIdPrefix + "-producer-" + opened.incrementAndGet();
        return new KafkaProduceSession(
                settings, clientId, () -> clients.create(settings, clientId), failures, events, threads, timer, clock);
    }

    @Override
    public int partitionForKey(byte[] key, int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException(partitions + " partitions: at least 1");
        }
        return BuiltInPartitioner.partitionForKey(key, partitions);
    }

    /** Makes the Apache client of a producer. */
    public interface ClientFactory {
        Producer<byte[], byte[]> create(ProducerSettings settings, String clientId);
    }
}
