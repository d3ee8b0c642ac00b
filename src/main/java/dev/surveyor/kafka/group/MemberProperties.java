package dev.surveyor.kafka.group;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.kafka.client.GroupProperties;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The client properties of a member: what makes rebalances quick to watch, under what the connection says. */
final class MemberProperties {

    private static final int SESSION_TIMEOUT_MS = 10_000;
    private static final int HEARTBEAT_INTERVAL_MS = 1_000;

    /** How long a member that stopped polling keeps its partitions. */
    private static final int MAX_POLL_INTERVAL_MS = 30_000;

    /** How soon a member of the classic protocol notices partitions that were added. */
    private static final int METADATA_AGE_MS = 10_000;

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
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, settings.autoOffsetReset());
        // One record at a time, so that the position at any moment is what was processed. Commits are made by the
        // member itself: only so can it vanish without one, as a crash does, and report each.
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MS);
        properties.putIfAbsent(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_INTERVAL_MS);
        // A close waits for the fetch that is parked at the broker.
        properties.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MAX_WAIT_MS);
        GroupProperties.addTo(properties, settings);
        if (settings.assignor().protocol().equals("classic")) {
            properties.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
            properties.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_INTERVAL_MS);
        }
        return properties;
    }

    /** Returns what a client of these properties may read of transactions. */
    static IsolationLevel isolation(Map<String, Object> properties) {
        boolean committed = "read_committed".equals(properties.get(ConsumerConfig.ISOLATION_LEVEL_CONFIG));
        return committed ? IsolationLevel.READ_COMMITTED : IsolationLevel.READ_UNCOMMITTED;
    }
}
