package dev.surveyor.kafka.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A port before a broker's own. Passes on what the first connections say, and holds back the later ones until released. */
public final class Relay implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final int targetPort;
    private final int passed;

    /**
     * Opens the port.
     *
     * @param target {@code 127.0.0.1:port}
     * @param passed how many connections are passed on at once
     */
    public Relay(String target, int passed) throws IOException {
        this.targetPort = Integer.parseInt(target.substring(target.indexOf(':') + 1));
        this.passed = passed;
        start(this::accept);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Lets every connection through from now on. */
    public void release() {
        released.countDown();
    }

    private void accept() {
        try {
            for (int number = 0; ; number++) {
                Socket client = server.accept();
                sockets.add(client);
                boolean held = number >= passed;
                start(() -> connect(client, held));
            }
        } catch (IOException closed) {
            // The end of the relay.
        }
    }

    private void connect(Socket client, boolean held) {
        try {
            if (held) {
                released.await();
            }
            Socket broker = new Socket(InetAddress.getLoopbackAddress(), targetPort);
            sockets.add(broker);
            start(() -> copy(client, broker));
            copy(broker, client);
        } catch (IOException | InterruptedException ended) {
            close(client);
        }
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException ended) {
            close(from);
            close(to);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // Nothing is left to do.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        sockets.forEach(Relay::close);
    }
}
