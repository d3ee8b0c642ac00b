package dev.surveyor.kafka.client;

import dev.surveyor.domain.consume.MemberSettings;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.consumer.RoundRobinAssignor;
import org.apache.kafka.clients.consumer.StickyAssignor;

/** The client properties that make a consumer a member of a group. */
public final class GroupProperties {

    private GroupProperties() {}

    /** Adds group, instance, protocol and assignor to the properties of a consumer, over what they say. */
    public static void addTo(Map<String, Object> properties, MemberSettings settings) {
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
        if (settings.instanceId() != null) {
            properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instanceId());
        }
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, settings.assignor().protocol());
        properties.remove(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG);
        switch (settings.assignor()) {
            case DEFAULT -> {
                // Whatever the connection says, or else the client.
            }
            case RANGE -> assignor(properties, RangeAssignor.class);
            case ROUND_ROBIN -> assignor(properties, RoundRobinAssignor.class);
            case STICKY -> assignor(properties, StickyAssignor.class);
            case COOPERATIVE_STICKY -> assignor(properties, CooperativeStickyAssignor.class);
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

    private static void assignor(Map<String, Object> properties, Class<? extends ConsumerPartitionAssignor> assignor) {
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, assignor.getName());
    }
}
