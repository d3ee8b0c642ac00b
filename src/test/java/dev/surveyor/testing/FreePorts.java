package dev.surveyor.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Ports for servers that take seconds to begin, for any thread. They lie below those that the system gives to outgoing
 * connections, or one of these would have taken the port by then; and each test JVM has a hundred of its own.
 */
public final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int BLOCK = 100;
    private static final int BLOCKS = 120;
    private static final int OWN =
            FIRST + BLOCK * (int) (ProcessHandle.current().pid() % BLOCKS);

    private static int given;

    private FreePorts() {}

    /** Returns a port that nothing listens on now, and that is not returned again soon. */
    public static synchronized int next() {
        for (int i = 0; i < BLOCK; i++) {
            int port = OWN + given++ % BLOCK;
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        throw new IllegalStateException("none of the ports from " + OWN + " on is free");
    }
}
