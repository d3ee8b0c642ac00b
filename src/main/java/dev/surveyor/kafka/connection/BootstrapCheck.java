package dev.surveyor.kafka.connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Opens a plain socket to the bootstrap servers. The clients meet a refused port, a wrong name and a mute host with the
 * same time-out; a socket tells them apart, most of them in milliseconds. Safe for use by any thread.
 */
final class BootstrapCheck {

    private final Executor blocking;

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
        BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
        servers.forEach(server -> blocking.execute(() -> outcomes.add(tryOne(server, timeout))));
        long deadline = System.nanoTime() + timeout.toNanos();
        Map<String, IOException> failures = new HashMap<>();
        while (failures.size() < servers.size()) {
            Outcome outcome = outcomes.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (outcome == null) {
                throw new SocketTimeoutException(servers.get(0) + " did not take a connection in time");
            }
            if (outcome.failure() == null) {
                return;
            }
            failures.put(outcome.server(), outcome.failure());
        }
        for (String server : servers) {
            IOException failure = failures.get(server);
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** How a server answered: without a failure where it took the connection. */
    private record Outcome(String server, @Nullable IOException failure) {}

    private static Outcome tryOne(String server, Duration timeout) {
        int colon = server.lastIndexOf(':');
        int port = colon < 1 ? -1 : portIn(server.substring(colon + 1));
        if (port < 1) {
            return new Outcome(server, null);
        }
        String host = server.substring(0, colon).replaceAll("^.*://", "").replaceAll("[\\[\\]]", "");
        InetSocketAddress address = new InetSocketAddress(host, port);
        try (Socket socket = new Socket()) {
            if (address.isUnresolved()) {
                throw new UnknownHostException(host);
            }
            socket.connect(address, (int) timeout.toMillis());
            return new Outcome(server, null);
        } catch (SocketTimeoutException e) {
            return new Outcome(server, withCause(new SocketTimeoutException(server + " " + e.getMessage()), e));
        } catch (NoRouteToHostException e) {
            return new Outcome(server, withCause(new NoRouteToHostException(server + " " + e.getMessage()), e));
        } catch (ConnectException e) {
            return new Outcome(server, withCause(new ConnectException(server + " " + e.getMessage()), e));
        } catch (IOException e) {
            return new Outcome(server, e);
        }
    }

    private static int portIn(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        return port > 65_535 ? -1 : port;
    }

    private static IOException withCause(IOException named, IOException cause) {
        named.initCause(cause);
        return named;
    }
}
