package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.kafka.client.GroupProperties;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The client properties of a consumer: those of the connection, under what the request says. */
public final class ConsumerProperties {

    private ConsumerProperties() {}

    /** Returns the properties for a consumer that feeds a table. */
    static Map<String, Object> of(Map<String, Object> base, ConsumeRequest request) {
        // Commits are made and start offsets are chosen by the poll loop, so that both can be shown.
        Map<String, Object> properties = alone(base, request.isolation());
        if (request.mode() instanceof ConsumerMode.GroupMember member) {
            GroupProperties.addTo(properties, member.settings());
        }
        return properties;
    }

    /** Returns the properties for a consumer that looks something up in partitions that it is given by hand. */
    static Map<String, Object> alone(Map<String, Object> base, IsolationLevel isolation) {
        Map<String, Object> properties = fast(base);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return properties;
    }

    /** Returns the properties with those added under which the client reads fastest, where the profile says nothing. */
    public static Map<String, Object> fast(Map<String, Object> base) {
        Map<String, Object> properties = new HashMap<>();
        // Measured: the kernel's own sizing of the buffer gives a quarter more records per second, and polls of many
        // records another quarter; larger fetches give nothing.
        properties.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        // New partitions and deleted topics are noticed with the metadata.
        properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        properties.putAll(base);
        return properties;
    }
}
