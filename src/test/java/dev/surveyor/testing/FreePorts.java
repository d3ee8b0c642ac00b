package dev.surveyor.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports for servers that take seconds to begin, and ports on which nothing is to listen, for any thread. They lie below
 * those that the system gives to outgoing connections, or one of these would have taken the port by then; and each test
 * JVM has a hundred to itself, of which it holds the first as long as it lives.
 */
public final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int BLOCK = 100;
    private static final int BLOCKS = 120;
    private static final ServerSocket CLAIM = claim();

    private static int given;

    private FreePorts() {}

    private static ServerSocket claim() {
        long start = ProcessHandle.current().pid();
        for (int i = 0; i < BLOCKS; i++) {
            try {
                return bound(FIRST + BLOCK * (int) ((start + i) % BLOCKS));
            } catch (IOException anothers) {
                // The next hundred, then.
            }
        }
        throw new IllegalStateException("none of the ports from " + FIRST + " on is free");
    }

    /** Returns a port that nothing listens on now, and that is not returned again soon. */
    public static synchronized int next() {
        for (int i = 1; i < BLOCK; i++) {
            int port = CLAIM.getLocalPort() + 1 + given++ % (BLOCK - 1);
            try (ServerSocket free = bound(port)) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        throw new IllegalStateException("none of the ports from " + CLAIM.getLocalPort() + " on is free");
    }

    private static ServerSocket bound(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
