package dev.surveyor.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The two ports of a broker on the loopback address.
 *
 * @param broker where clients connect
 * @param controller where the broker talks to its own controller
 */
public record BrokerPorts(int broker, int controller) {

    private static final String BROKER = "broker.port";
    private static final String CONTROLLER = "controller.port";

    /** Returns two ports that are free now. */
    private static BrokerPorts anyFree() throws IOException {
        try (ServerSocket first = bound(0);
                ServerSocket second = bound(0)) {
            return new BrokerPorts(first.getLocalPort(), second.getLocalPort());
        }
    }

    /** Returns the ports kept in the file where both are free, else other ones, which are kept from now on. */
    static BrokerPorts kept(Path file) throws IOException {
        Properties known = SandboxFolder.read(file);
        int broker = port(known, BROKER);
        int controller = port(known, CONTROLLER);
        if (broker != controller && isFree(broker) && isFree(controller)) {
            return new BrokerPorts(broker, controller);
        }
        return picked(file);
    }

    /** Returns two free ports and keeps them in the file. */
    static BrokerPorts picked(Path file) throws IOException {
        BrokerPorts fresh = anyFree();
        Properties content = new Properties();
        content.setProperty(BROKER, Integer.toString(fresh.broker));
        content.setProperty(CONTROLLER, Integer.toString(fresh.controller));
        SandboxFolder.write(file, content);
        return fresh;
    }

    /** Returns the address for clients, {@code 127.0.0.1:port}. */
    public String bootstrapServer() {
        return "127.0.0.1:" + broker;
    }

    private static int port(Properties from, String name) {
        try {
            int port = Integer.parseInt(from.getProperty(name, "0"));
            return port > 0 && port <= 65_535 ? port : 0;
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }

    private static boolean isFree(int port) {
        if (port == 0) {
            return false;
        }
        try (ServerSocket free = bound(port)) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // Or a port would look taken for a minute after its broker has gone.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }
}
