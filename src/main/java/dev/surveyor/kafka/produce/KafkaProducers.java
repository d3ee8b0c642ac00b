package dev.surveyor.kafka.produce;

import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.service.produce.ProduceSession;
import dev.surveyor.service.produce.Producers;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;

/** Opens producers on one connection. */
public final class KafkaProducers implements Producers {

    /** What a connection that is closed gives records on their way. */
    private static final Duration CLOSE_WITH_CONNECTION = Duration.ofSeconds(2);

    private final ClientContext context;
    private final SentTags tags = new SentTags();

    /** Opens producers with what the clients of a connection share. */
    public KafkaProducers(ClientContext context) {
        this.context = context;
    }

    @Override
    public ProduceSession open(ProducerSettings settings) {
        String clientId = context.settings().nextClientId(ClientKind.PRODUCER);
        KafkaProduceSession session = new KafkaProduceSession(
                settings,
                clientId,
                largest -> client(settings, clientId, largest),
                (record, thrown) -> context.failures().translate(activity(record), thrown),
                tags::remember,
                context);
        Runnable forget = context.open().add(() -> session.close(CLOSE_WITH_CONNECTION));
        session.onClosed(forget);
        return session;
    }

    private Producer<byte[], byte[]> client(ProducerSettings settings, String clientId, long largestRecord) {
        Map<String, Object> base = context.settings().of(ClientKind.PRODUCER, clientId);
        return new KafkaProducer<>(ProducerProperties.of(base, settings, clientId, largestRecord));
    }

    private static String activity(OutgoingRecord record) {
        String place = record.partition() == null ? record.topic() : record.topic() + "[" + record.partition() + "]";
        return "sending a record of " + record.sizeInBytes() + " bytes to " + place;
    }

    @Override
    public @Nullable String tagOf(PartitionOffset place) {
        return tags.of(place);
    }

    @Override
    public int partitionForKey(byte[] key, int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException(partitions + " partitions: at least 1");
        }
        return BuiltInPartitioner.partitionForKey(key, partitions);
    }
}
