package dev.surveyor.kafka.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;

/** The clients of a connection that are open, so that the connection can close them. Safe for use by any thread. */
public final class OpenClients {

    private final List<Supplier<CompletableFuture<Void>>> closers = new ArrayList<>();
    private boolean closed;

    /**
     * Keeps the way to close a client. Where the connection is closed already, the client is closed at once.
     *
     * @param closer begins the closing and returns at once; called once at most
     * @return forgets it, for a client that closed by itself
     */
    public Runnable add(Supplier<CompletableFuture<Void>> closer) {
        synchronized (this) {
            if (!closed) {
                closers.add(closer);
                return () -> remove(closer);
            }
        }
        CompletableFuture<Void> unused = begin(closer);
        return () -> {};
    }

    /** Keeps an admin client; it is closed on the thread that closes the connection, without waiting for its calls. */
    public void add(Admin admin) {
        Runnable unused = add(() -> {
            admin.close(Duration.ZERO);
            return CompletableFuture.completedFuture(null);
        });
    }

    /** One that cannot be closed does not keep the others open. */
    private static CompletableFuture<Void> begin(Supplier<CompletableFuture<Void>> closer) {
        try {
            return closer.get();
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private synchronized void remove(Supplier<CompletableFuture<Void>> closer) {
        closers.remove(closer);
    }

    /** Closes all, the youngest first, and takes no more. The future completes when all are closed. */
    public CompletableFuture<Void> closeAll() {
        List<Supplier<CompletableFuture<Void>>> toClose;
        synchronized (this) {
            closed = true;
            toClose = new ArrayList<>(closers);
            closers.clear();
        }
        List<CompletableFuture<Void>> closings = new ArrayList<>();
        for (int i = toClose.size() - 1; i >= 0; i--) {
            closings.add(begin(toClose.get(i)));
        }
        return CompletableFuture.allOf(closings.toArray(CompletableFuture[]::new));
    }
}
