package dev.surveyor.domain.cluster;

import org.jspecify.annotations.Nullable;

/**
 * A broker.
 *
 * @param id its node id
 * @param host the host that it advertises
 * @param port the port that it advertises
 * @param rack its rack, or null
 * @param controller whether it leads the metadata quorum
 */
public record BrokerInfo(
        int id, String host, int port, @Nullable String rack, boolean controller) {

    /** Returns {@code [host:port]/id}, as the Go client prints a node. */
    @Override
    public String toString() {
        return "[" + host + ":" + port + "]/" + id;
    }
}
