package dev.surveyor.domain.connection;

import java.util.List;

/** What a port turned out to be when it was spoken to as a Kafka broker, before any client is made. */
public sealed interface PortAnswer {

    /**
     * It speaks Kafka.
     *
     * @param tls whether inside TLS
     * @param broker whether it knows topics; a controller does not
     * @param loginWanted whether it answers nobody without a SASL login
     * @param mechanisms the SASL mechanisms that it offers, where a login is wanted and it told them
     */
    record Kafka(boolean tls, boolean broker, boolean loginWanted, List<String> mechanisms) implements PortAnswer {
        public Kafka {
            mechanisms = List.copyOf(mechanisms);
        }
    }

    /** It speaks TLS; nothing is known of what is inside. */
    record Tls() implements PortAnswer {}

    /**
     * It is a web server.
     *
     * @param tls whether inside TLS
     * @param firstLine for instance {@code HTTP/1.1 400 Bad Request}
     */
    record Http(boolean tls, String firstLine) implements PortAnswer {}

    /**
     * It speaks something else.
     *
     * @param beginning the first of its answer, bytes that are no letters as dots
     */
    record Other(String beginning) implements PortAnswer {}

    /** It took the connection and closed it without an answer. */
    record Closed() implements PortAnswer {}

    /** It took the connection and said nothing for as long as was waited. */
    record Mute() implements PortAnswer {}
}
