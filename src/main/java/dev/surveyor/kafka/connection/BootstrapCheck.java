package dev.surveyor.kafka.connection;

import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.port.PortLook;
import dev.surveyor.kafka.port.PortSocket;
import dev.surveyor.service.connection.BootstrapServers;
import dev.surveyor.service.connection.BootstrapServers.Server;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Tries the bootstrap servers with sockets of its own. The clients meet a refused port, a wrong name, another protocol
 * and a mute host with the same time-out; a socket tells them apart, most of them in milliseconds. Safe for use by any
 * thread.
 */
final class BootstrapCheck {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration ANSWER_LIMIT = Duration.ofMillis(2_500);

    /** The longest look: every step of it as slow as it may be. */
    private static final Duration LOOK_LIMIT = Duration.ofSeconds(8);

    private final Executor blocking;
    private final PortLook look = new PortLook(CONNECT_LIMIT, ANSWER_LIMIT);

    BootstrapCheck(Executor blocking) {
        this.blocking = blocking;
    }

    /**
     * Waits until one of the servers, which are all tried at once, takes a connection.
     *
     * @param servers {@code host:port}; one that is not of that form is left to the client to complain about
     * @param timeout how long to wait at most
     * @throws IOException where none does: the cause of the first server, with its place in front
     */
    void requireOneReachable(List<String> servers, Duration timeout) throws IOException, InterruptedException {
        String unused =
                first(servers, server -> PortSocket.open(server, timeout).close(), timeout);
    }

    /**
     * Returns the first of the servers, which are all tried at once, that speaks the protocol.
     *
     * @throws IOException where none takes a connection, as above
     * @throws ExplainedException where one does and speaks another protocol
     */
    String requireOneThatSpeaks(List<String> servers, SecurityProtocol protocol)
            throws IOException, InterruptedException {
        boolean tls = protocol == SecurityProtocol.SSL || protocol == SecurityProtocol.SASL_SSL;
        return first(
                servers, server -> PortVerdict.require(server.toString(), look.at(server, tls), protocol), LOOK_LIMIT);
    }

    private String first(List<String> servers, Attempt attempt, Duration timeout)
            throws IOException, InterruptedException {
        BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
        servers.forEach(server -> blocking.execute(() -> outcomes.add(tryOne(server, attempt))));
        long deadline = System.nanoTime() + timeout.toNanos();
        Map<String, Exception> failures = new HashMap<>();
        while (failures.size() < servers.size()) {
            Outcome outcome = outcomes.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (outcome == null) {
                throw new SocketTimeoutException(servers.get(0) + " did not take a connection in time");
            }
            if (outcome.failure() == null) {
                return outcome.server();
            }
            failures.put(outcome.server(), outcome.failure());
        }
        throw mostTelling(servers, failures);
    }

    /** An answer that is wrong tells more than none; of the same kind, the first server counts. */
    private static IOException mostTelling(List<String> servers, Map<String, Exception> failures) {
        for (String server : servers) {
            if (failures.get(server) instanceof ExplainedException explained) {
                throw explained;
            }
        }
        Exception first = failures.get(servers.get(0));
        return first instanceof IOException failure ? failure : new IOException(String.valueOf(first), first);
    }

    /** What is done with a server; it throws where the server is not good enough. */
    private interface Attempt {
        void at(Server server) throws IOException;
    }

    /** How a server answered: without a failure where it is good enough. */
    private record Outcome(String server, @Nullable Exception failure) {}

    private static Outcome tryOne(String text, Attempt attempt) {
        Server server = BootstrapServers.parse(text).orElse(null);
        if (server == null) {
            return new Outcome(text, null);
        }
        try {
            attempt.at(server);
            return new Outcome(text, null);
        } catch (IOException | RuntimeException e) {
            return new Outcome(text, e);
        }
    }
}
