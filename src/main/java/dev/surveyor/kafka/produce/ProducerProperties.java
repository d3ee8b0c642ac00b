package dev.surveyor.kafka.produce;

import dev.surveyor.domain.produce.ProducerSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The client properties of a producer: what a window needs, under what the connection says, under what the form says.
 */
final class ProducerProperties {

    /** Just under the 100 MiB that a broker accepts as one request, so that the topic's own limit decides. */
    private static final int MAX_REQUEST_BYTES = 96 * 1024 * 1024;

    private static final long BUFFER_BYTES = 128L * 1024 * 1024;
    private static final int METADATA_AGE_MS = 10_000;
    private static final long REQUEST_TIMEOUT_MS = 3_000;

    /** Records up to this size get the limits of the settings; larger ones get more time. */
    static final long REGULAR_RECORD_BYTES = 1024 * 1024;

    /** A line that carries a megabyte in a second is slow, and the broker has to write it, and its followers to read it. */
    private static final long MILLIS_PER_MEGABYTE = 1_000;

    private ProducerProperties() {}

    /**
     * Returns the properties for a new client.
     *
     * @param base those of the connection
     * @param settings those of the form, which win
     * @param clientId the {@code client.id}
     * @param largestRecord the size in bytes of the largest record that is sent; the limits grow with it
     */
    static Map<String, Object> of(
            Map<String, Object> base, ProducerSettings settings, String clientId, long largestRecord) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        // Where a key goes depends on how many partitions there are: what the form predicts must be what the client
        // does.
        properties.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MS);
        if (settings.linger().isZero()) {
            // On a topic that was just made, the second of two pipelined requests may be taken before the first, which
            // is then out of sequence until its time is up (seen with 4.4.0, only without linger).
            properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        }
        properties.putAll(base);

        long more = more(largestRecord);
        long deliveryMillis = settings.deliveryTimeout().toMillis() + more;
        long lingerMillis = Math.min(settings.linger().toMillis(), deliveryMillis - 1);
        long requestMillis = Math.min(requestTimeout(base) + more, deliveryMillis - lingerMillis);
        properties.put(ProducerConfig.ACKS_CONFIG, settings.acks().toString());
        properties.put(
                ProducerConfig.COMPRESSION_TYPE_CONFIG, settings.compression().toString());
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, settings.idempotence());
        properties.put(ProducerConfig.LINGER_MS_CONFIG, lingerMillis);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, settings.batchSize());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) deliveryMillis);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) requestMillis);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return properties;
    }

    private static long more(long largestRecord) {
        return Math.max(0, largestRecord - REGULAR_RECORD_BYTES) / 1_000 * MILLIS_PER_MEGABYTE / 1_000;
    }

    /** Returns the connection's time-out of a request; what is not a number is left for the client to refuse. */
    private static long requestTimeout(Map<String, Object> base) {
        Object given = base.get(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG);
        try {
            return given == null
                    ? REQUEST_TIMEOUT_MS
                    : Long.parseLong(given.toString().strip());
        } catch (NumberFormatException notANumber) {
            return REQUEST_TIMEOUT_MS;
        }
    }
}
