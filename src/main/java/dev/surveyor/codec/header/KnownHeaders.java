package dev.surveyor.codec.header;

import dev.surveyor.codec.format.Decoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Headers that are known by their names and whose values are bytes. All others of these programs are texts, such as those
 * of Connect's and of Streams' dead letters, {@code __connect.errors.…} and {@code __streams.errors.…}.
 *
 * <p>Source: {@code KafkaHeaders}, {@code DeadLetterPublishingRecoverer}, {@code RetryTopicHeaders} and
 * {@code SerializationUtils} of spring-kafka 4.0; {@code KafkaMessageChannelBinder} of Spring Cloud Stream; {@code DeadLetterQueueReporter} and {@code ExceptionHandlerUtils} of
 * Kafka 4.4; the headers of Apicurio's and Confluent's serializers.
 */
public final class KnownHeaders {

    private static final Map<String, Decoder> DECODERS = all();

    private KnownHeaders() {}

    /** Returns what reads the values of a header of that name; null where they are read as they stand. Very cheap. */
    public static @Nullable Decoder of(String name) {
        return DECODERS.get(name);
    }

    private static Map<String, Decoder> all() {
        Map<String, Decoder> all = new HashMap<>();
        Decoder number = new NumberBytes(false);
        Decoder time = new NumberBytes(true);
        for (String start : new String[] {"kafka_dlt-original-", "kafka_original-", "x-original-"}) {
            all.put(start + "partition", number);
            all.put(start + "offset", number);
            all.put(start + "timestamp", time);
        }
        all.put("kafka_deliveryAttempt", number);
        all.put("kafka_replyPartition", number);
        all.put("kafka_correlationId", new IdentifierBytes(0));
        all.put("retry_topic-attempts", number);
        all.put("retry_topic-backoff-timestamp", time);
        all.put("retry_topic-original-timestamp", time);
        for (String part : new String[] {"Key", "Value"}) {
            all.put("springDeserializerException" + part, new JavaObject());
            String lower = part.toLowerCase(java.util.Locale.ROOT);
            all.put("__" + lower + "_schema_id", new IdentifierBytes(1));
            all.put("apicurio." + lower + ".globalId", number);
            all.put("apicurio." + lower + ".contentId", number);
        }
        return all;
    }
}
