package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.MemberSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.consumer.RoundRobinAssignor;
import org.apache.kafka.clients.consumer.StickyAssignor;

/** The client properties of a consumer: those of the connection, under what the request says. */
public final class ConsumerProperties {

    private ConsumerProperties() {}

    /** Returns the properties for a consumer that feeds a table. */
    static Map<String, Object> of(Map<String, Object> base, ConsumeRequest request) {
        Map<String, Object> properties = fast(base);
        properties.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, request.isolation().toString());
        if (request.mode() instanceof ConsumerMode.GroupMember member) {
            addMembership(properties, member.settings());
        }
        // Commits are made and start offsets are chosen by the poll loop, so that both can be shown.
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return properties;
    }

    /** Returns the properties with those added under which the client reads fastest, where the profile says nothing. */
    static Map<String, Object> fast(Map<String, Object> base) {
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

    /** Adds group, instance, protocol and assignor to the properties of a consumer. */
    public static void addMembership(Map<String, Object> properties, MemberSettings settings) {
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
        if (settings.instanceId() != null) {
            properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instanceId());
        }
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, settings.assignor().protocol());
        switch (settings.assignor()) {
            case DEFAULT -> properties.remove(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG);
            case RANGE -> addAssignor(properties, RangeAssignor.class);
            case ROUND_ROBIN -> addAssignor(properties, RoundRobinAssignor.class);
            case STICKY -> addAssignor(properties, StickyAssignor.class);
            case COOPERATIVE_STICKY -> addAssignor(properties, CooperativeStickyAssignor.class);
            case CONSUMER_UNIFORM, CONSUMER_RANGE -> {
                // Under the consumer protocol the coordinator decides these, and the client refuses to be told them.
                properties.remove(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG);
                properties.remove(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
                properties.remove(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG);
                properties.put(
                        ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG,
                        settings.assignor().assignorName());
            }
        }
    }

    private static void addAssignor(
            Map<String, Object> properties, Class<? extends ConsumerPartitionAssignor> assignor) {
        properties.remove(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG);
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(assignor));
    }
}
