package dev.surveyor.kafka.connection;

import dev.surveyor.domain.connection.PortAnswer;
import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.failure.Explanation;
import java.util.List;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;

/** Whether a port speaks what a connection's {@code security.protocol} expects, and what to change where it does not. */
final class PortVerdict {

    private static final String CHECK_PORT = "Check the port of the bootstrap servers";

    private PortVerdict() {}

    /**
     * Returns where the port and the protocol fit, as far as can be told.
     *
     * @param server {@code host:port}, to be named
     * @throws ExplainedException where no client with that protocol can ever talk to that port
     */
    static void require(String server, PortAnswer answer, SecurityProtocol protocol) {
        Explanation misfit = misfit(server, answer, protocol);
        if (misfit != null) {
            throw new ExplainedException(misfit, null);
        }
    }

    private static @Nullable Explanation misfit(String server, PortAnswer answer, SecurityProtocol protocol) {
        if (answer instanceof PortAnswer.Http http) {
            return Explanation.fatal(
                    "the port speaks HTTP",
                    server + " answers “" + http.firstLine() + "”" + (http.tls() ? " inside TLS" : "")
                            + ": it is a web server, such as a schema registry or a console, and no Kafka broker.",
                    "Use the port of a Kafka listener, often 9092 or 9093");
        }
        if (answer instanceof PortAnswer.Other other) {
            return Explanation.fatal(
                    "the port does not speak Kafka",
                    server + " answers “" + other.beginning() + "”.",
                    "Use the port of a Kafka listener, often 9092 or 9093");
        }
        if (answer instanceof PortAnswer.Closed) {
            return Explanation.retriable(
                    "the port closed the connection without an answer",
                    server + " takes connections, but does not answer as Kafka.",
                    "Check the port of the bootstrap servers: 2181 is ZooKeeper's, not a broker's",
                    "Check that the broker behind a proxy or tunnel runs",
                    "Check security.protocol");
        }
        if (answer instanceof PortAnswer.Mute) {
            return Explanation.retriable(
                    "no broker answered in time",
                    server
                            + " takes connections and then says nothing: the broker may hang or be very busy, or it is no"
                            + " Kafka port.",
                    "Try again",
                    "Check that the broker runs",
                    CHECK_PORT,
                    "Check security.protocol");
        }
        if (answer instanceof PortAnswer.Tls) {
            return tls(protocol) ? null : tlsPort(server, protocol, List.of(), false);
        }
        return answer instanceof PortAnswer.Kafka kafka ? misfit(server, kafka, protocol) : null;
    }

    private static @Nullable Explanation misfit(String server, PortAnswer.Kafka kafka, SecurityProtocol protocol) {
        if (!kafka.broker()) {
            return Explanation.fatal(
                    "this is the port of a controller",
                    server + " answers as Kafka but knows no topics.",
                    "Use the port of a broker's listener");
        }
        if (kafka.tls() && !tls(protocol)) {
            return tlsPort(server, protocol, kafka.mechanisms(), kafka.loginWanted());
        }
        if (!kafka.tls() && tls(protocol)) {
            boolean login = kafka.loginWanted() || protocol == SecurityProtocol.SASL_SSL;
            return Explanation.fatal(
                    "the port does not speak TLS",
                    server + " answers as Kafka in plain text.",
                    "Set security.protocol to "
                            + (login
                                    ? SecurityProtocol.SASL_PLAINTEXT + mechanism(kafka.mechanisms())
                                    : SecurityProtocol.PLAINTEXT.name()),
                    CHECK_PORT);
        }
        if (kafka.loginWanted() && !sasl(protocol)) {
            return Explanation.fatal(
                    "the port wants a login",
                    server + " answers only after a SASL login (" + String.join(", ", kafka.mechanisms())
                            + "), and security.protocol is " + protocol + ".",
                    "Set security.protocol to "
                            + (kafka.tls() ? SecurityProtocol.SASL_SSL : SecurityProtocol.SASL_PLAINTEXT)
                            + mechanism(kafka.mechanisms()) + ", and add sasl.jaas.config",
                    CHECK_PORT);
        }
        return null;
    }

    private static Explanation tlsPort(
            String server, SecurityProtocol protocol, List<String> mechanisms, boolean loginWanted) {
        String set = loginWanted
                ? SecurityProtocol.SASL_SSL + mechanism(mechanisms) + ", and add sasl.jaas.config"
                : sasl(protocol)
                        ? SecurityProtocol.SASL_SSL.name()
                        : "SSL, or to SASL_SSL where the broker wants a login";
        return Explanation.fatal(
                "the port speaks TLS",
                server + " answers in TLS, and security.protocol is " + protocol + ".",
                "Set security.protocol to " + set,
                CHECK_PORT);
    }

    private static String mechanism(List<String> offered) {
        return offered.isEmpty() ? "" : " and sasl.mechanism to " + String.join(" or ", offered);
    }

    private static boolean tls(SecurityProtocol protocol) {
        return protocol == SecurityProtocol.SSL || protocol == SecurityProtocol.SASL_SSL;
    }

    private static boolean sasl(SecurityProtocol protocol) {
        return protocol == SecurityProtocol.SASL_PLAINTEXT || protocol == SecurityProtocol.SASL_SSL;
    }
}
