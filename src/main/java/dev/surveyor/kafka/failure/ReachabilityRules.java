package dev.surveyor.kafka.failure;

import static dev.surveyor.kafka.failure.FailureRule.messageOf;
import static dev.surveyor.kafka.failure.FailureRule.on;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.BrokerNotAvailableException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.TimeoutException;

/** Brokers that cannot be found, reached, or that do not answer. */
final class ReachabilityRules {

    private static final String CHECK_SERVERS = "Check the bootstrap servers of the connection";

    private ReachabilityRules() {}

    /** Those that say more than a plain time-out. */
    static List<FailureRule> specific() {
        return List.of(
                on(
                        UnknownHostException.class,
                        e -> Explanation.fatal(
                                "the name " + hostIn(messageOf(e)) + " was not found",
                                "No name server that this machine asks knows it.",
                                "Check the spelling of the bootstrap servers",
                                "Check whether a VPN is needed")),
                on(
                        ConfigException.class,
                        message -> message.contains("No resolvable bootstrap"),
                        e -> Explanation.fatal(
                                "none of the bootstrap servers was found by its name",
                                "No name server that this machine asks knows them.",
                                "Check the spelling of the bootstrap servers",
                                "Check whether a VPN is needed")),
                on(
                        ConfigException.class,
                        message -> message.contains("Invalid url") || message.contains("Invalid port"),
                        e -> Explanation.fatal(
                                "a bootstrap server is not of the form host:port",
                                FailureRule.quoted(e, ""),
                                "Write each server as host:port, with commas between them")),
                on(
                        ConnectException.class,
                        e -> Explanation.retriable(
                                "the connection was refused",
                                "The machine is up, but nothing listens there" + placeIn(messageOf(e)) + ".",
                                "Check that the broker runs",
                                "Check the port of the bootstrap servers")),
                on(
                        NoRouteToHostException.class,
                        e -> Explanation.retriable(
                                "there is no route to the broker",
                                "The network does not lead there" + placeIn(messageOf(e)) + ".",
                                "Check the network and the VPN")),
                on(
                        SocketTimeoutException.class,
                        e -> Explanation.retriable(
                                "the connection was not answered",
                                "A firewall or a VPN may drop it, or the machine is down" + placeIn(messageOf(e)) + ".",
                                "Check the network and the VPN",
                                CHECK_SERVERS)));
    }

    /** Time-outs and disconnections, for want of anything better in the chain. */
    static List<FailureRule> general() {
        return List.of(
                on(
                        TimeoutException.class,
                        message -> message.contains("with partition count"),
                        e -> Explanation.fatal(
                                "the topic has no such partition",
                                FailureRule.quoted(e, ""),
                                "Choose a partition that the topic has",
                                "Let the partitioner choose")),
                on(
                        TimeoutException.class,
                        // A topic that the cluster does not know comes with its own error as the cause.
                        message -> message.contains("not present in metadata"),
                        e -> Explanation.retriable(
                                "no broker answered",
                                "The client could not ask who leads the topic's partitions.",
                                "Check that the brokers run",
                                "Check the network and the VPN",
                                "Send again: the record was not handed to any broker")),
                on(
                        TimeoutException.class,
                        message -> message.contains("Expiring"),
                        e -> Explanation.retriable(
                                "the record was not acknowledged in time",
                                FailureRule.quoted(e, ""),
                                "Check that the brokers run",
                                "Raise delivery.timeout.ms",
                                "Look in the table before you send again: it may have arrived")),
                on(TimeoutException.class, ReachabilityRules::timeout),
                on(
                        java.util.concurrent.TimeoutException.class,
                        e -> Explanation.retriable(
                                "the cluster did not answer in time",
                                FailureRule.quoted(e, "It may be down or busy."),
                                "Try again",
                                "Check that the brokers run")),
                on(
                        DisconnectException.class,
                        e -> Explanation.retriable(
                                "the broker closed the connection",
                                "It may be restarting, or it expects another security protocol.",
                                "Wait: the client tries again by itself",
                                "Check security.protocol")),
                on(
                        NetworkException.class,
                        e -> Explanation.retriable(
                                "the broker went away before it answered",
                                FailureRule.quoted(e, ""),
                                "Wait: the client tries again by itself")),
                on(
                        NotLeaderOrFollowerException.class,
                        e -> Explanation.retriable(
                                "the partition's leader has moved",
                                "The client has to learn who leads it now.",
                                "Wait: the client tries again by itself")),
                on(
                        LeaderNotAvailableException.class,
                        e -> Explanation.retriable(
                                "the partition has no leader",
                                "An election is going on, or all its replicas are down.",
                                "Wait: the client tries again by itself",
                                "Check that the brokers run")),
                on(
                        BrokerNotAvailableException.class,
                        e -> Explanation.retriable(
                                "the broker is not available",
                                FailureRule.quoted(e, ""),
                                "Check that the broker runs")));
    }

    private static Explanation timeout(TimeoutException thrown) {
        boolean noNode = messageOf(thrown).contains("node assignment");
        return Explanation.retriable(
                noNode ? "no broker answered in time" : "the cluster did not answer in time",
                noNode
                        ? "The brokers may be down, or the port expects another security protocol."
                        : FailureRule.quoted(thrown, ""),
                "Check that the brokers run",
                CHECK_SERVERS,
                "Check security.protocol: a TLS port does not answer a client without TLS, nor the other way round");
    }

    private static String hostIn(String message) {
        int colon = message.indexOf(':');
        return colon < 0 ? message : message.substring(0, colon);
    }

    /** The pre-check puts {@code host:port} first; others say nothing that is worth quoting. */
    private static String placeIn(String message) {
        int end = message.indexOf(' ');
        String first = end < 0 ? message : message.substring(0, end);
        return first.matches(".+:\\d+") ? " (" + first + ")" : "";
    }
}
