package dev.surveyor.kafka.port;

import dev.surveyor.service.connection.BootstrapServers.Server;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Opens a plain socket to a server, by each of its addresses in turn as the clients do. Blocks. */
public final class PortSocket {

    private PortSocket() {}

    /**
     * Returns a connected socket.
     *
     * @param limit how long to try at most; looking up the name is not counted
     * @throws IOException where no address takes the connection, with {@code host:port} first in the message; a
     *     {@link java.net.UnknownHostException} where the name is not known
     */
    public static Socket open(Server server, Duration limit) throws IOException {
        InetAddress[] addresses = InetAddress.getAllByName(server.host());
        long deadline = System.nanoTime() + limit.toNanos();
        IOException first = null;
        for (int i = 0; i < addresses.length; i++) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis() / (addresses.length - i);
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(addresses[i], server.port()), (int) Math.max(1, left));
                return socket;
            } catch (IOException refused) {
                socket.close();
                first = first == null ? refused : first;
            }
        }
        throw named(server, first == null ? new ConnectException("no address") : first);
    }

    private static IOException named(Server server, IOException cause) {
        String message = server + " " + cause.getMessage();
        IOException named;
        if (cause instanceof SocketTimeoutException) {
            named = new SocketTimeoutException(message);
        } else if (cause instanceof NoRouteToHostException) {
            named = new NoRouteToHostException(message);
        } else {
            named = new ConnectException(message);
        }
        named.initCause(cause);
        return named;
    }
}
