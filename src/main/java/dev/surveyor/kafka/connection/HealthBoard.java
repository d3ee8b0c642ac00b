package dev.surveyor.kafka.connection;

import dev.surveyor.domain.connection.ConnectionHealth;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The health of a connection as it is now, and who is told of changes. Safe for use by any thread. */
final class HealthBoard {

    private final List<Consumer<ConnectionHealth>> listeners = new CopyOnWriteArrayList<>();
    private ConnectionHealth now;

    HealthBoard(ConnectionHealth first) {
        this.now = first;
    }

    synchronized ConnectionHealth now() {
        return now;
    }

    /** Tells the listeners where the health is another than before. In the lock, so that none sees them out of order. */
    synchronized void set(ConnectionHealth health) {
        if (!health.equals(now)) {
            now = health;
            listeners.forEach(listener -> listener.accept(health));
        }
    }

    /** Tells the listener what is, and then each change. Returns what ends it. */
    synchronized Runnable listen(Consumer<ConnectionHealth> listener) {
        listeners.add(listener);
        listener.accept(now);
        return () -> listeners.remove(listener);
    }
}
