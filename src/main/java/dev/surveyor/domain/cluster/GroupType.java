package dev.surveyor.domain.cluster;

/**
 * How members of a group share out their work. Each type is asked about, and changed, by calls of its own; a call of
 * another type answers that there is no such group, or with nothing.
 */
public enum GroupType {
    /** Members share out partitions among themselves. Also what Kafka Connect and others build on. */
    CLASSIC("classic"),
    /** The coordinator shares out partitions (KIP-848). */
    CONSUMER("consumer"),
    /** Members take records of the same partitions side by side (KIP-932). */
    SHARE("share"),
    /** The coordinator shares out the tasks of a Kafka Streams application (KIP-1071). */
    STREAMS("streams"),
    /** One that came after this program. */
    UNKNOWN("unknown");

    private final String text;

    GroupType(String text) {
        this.text = text;
    }

    /** Returns whether its members are consumers that own partitions and commit offsets. */
    public boolean ofConsumers() {
        return this == CLASSIC || this == CONSUMER;
    }

    /** Returns Kafka's word for it, for instance {@code classic}. */
    @Override
    public String toString() {
        return text;
    }
}
