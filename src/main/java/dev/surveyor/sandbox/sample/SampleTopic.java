package dev.surveyor.sandbox.sample;

import java.util.Locale;
import java.util.Map;

/** The sample topics. */
public enum SampleTopic {
    /** JSON values, text headers, keyed by customer; the generator adds to it. */
    ORDERS(6, false),
    /** Numbers beyond 2^53, repeated header keys, null and empty record keys. */
    PAYMENTS(3, false),
    /** Compacted: binary keys and values, tombstones, null and empty header values. */
    AUDIT(1, true),
    /** Written in transactions, some of them aborted. */
    TRANSFERS(2, false);

    private final int partitions;
    private final boolean compacted;

    SampleTopic(int partitions, boolean compacted) {
        this.partitions = partitions;
        this.compacted = compacted;
    }

    /** Returns the name on the broker. */
    public String topicName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int partitions() {
        return partitions;
    }

    /** Returns the configs that differ from the broker's. */
    public Map<String, String> configs() {
        return compacted ? Map.of("cleanup.policy", "compact") : Map.of();
    }
}
