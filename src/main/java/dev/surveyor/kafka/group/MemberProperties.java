package dev.surveyor.kafka.group;

import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.consume.MemberSettings.Assignor;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.consumer.RoundRobinAssignor;
import org.apache.kafka.clients.consumer.StickyAssignor;
import org.jspecify.annotations.Nullable;

/** The client properties of a member: what makes rebalances quick to watch, under what the connection says. */
final class MemberProperties {

    private static final int SESSION_TIMEOUT_MS = 10_000;
    private static final int HEARTBEAT_INTERVAL_MS = 1_000;

    /** How long a member that stopped polling keeps its partitions. */
    private static final int MAX_POLL_INTERVAL_MS = 30_000;

    private static final int FETCH_MAX_WAIT_MS = 250;

    private MemberProperties() {}

    /**
     * Returns the properties for a new client.
     *
     * @param base those of the connection
     * @param settings those of the form, which win
     */
    static Map<String, Object> of(Map<String, Object> base, MemberSettings settings) {
        Map<String, Object> properties = new HashMap<>(base);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, settings.autoOffsetReset());
        if (settings.instanceId() != null) {
            properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instanceId());
        }
        // One record at a time, so that the position at any moment is what was processed. Commits are made by the
        // member itself: only so can it vanish without one, as a crash does, and report each.
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.putIfAbsent(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_INTERVAL_MS);
        // A close waits for the fetch that is parked at the broker.
        properties.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MAX_WAIT_MS);
        Assignor assignor = settings.assignor();
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, assignor.protocol());
        if (assignor.protocol().equals("consumer")) {
            // Here the brokers decide about sessions, and the client refuses to be told.
            properties.remove(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);
            properties.remove(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG);
            properties.remove(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG);
            properties.put(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG, assignor.assignorName());
        } else {
            properties.remove(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG);
            properties.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
            properties.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_INTERVAL_MS);
            Class<?> strategy = strategy(assignor);
            if (strategy != null) {
                properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, strategy.getName());
            }
        }
        return properties;
    }

    private static @Nullable Class<?> strategy(Assignor assignor) {
        return switch (assignor) {
            case RANGE -> RangeAssignor.class;
            case ROUND_ROBIN -> RoundRobinAssignor.class;
            case STICKY -> StickyAssignor.class;
            case COOPERATIVE_STICKY -> CooperativeStickyAssignor.class;
            case DEFAULT, CONSUMER_UNIFORM, CONSUMER_RANGE -> null;
        };
    }
}
