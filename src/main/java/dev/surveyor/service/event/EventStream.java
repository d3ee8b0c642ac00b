package dev.surveyor.service.event;

import dev.surveyor.domain.event.ClientEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The last events of a connection. Publishing never waits: the oldest event gives way, and is counted. Safe for use by
 * any thread.
 */
public final class EventStream {

    /** How many events are kept unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 10_000;

    private final int capacity;
    private final Deque<ClientEvent> events = new ArrayDeque<>();
    private long published;

    public EventStream(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + ": at least 1");
        }
        this.capacity = capacity;
    }

    /** Adds an event at the end. */
    public synchronized void publish(ClientEvent event) {
        if (events.size() == capacity) {
            events.removeFirst();
        }
        events.addLast(event);
        published++;
    }

    /**
     * Returns what was published since a reader last looked.
     *
     * @param seen how many events the reader has seen or been told of, 0 at first
     */
    public synchronized Page since(long seen) {
        long oldest = published - events.size();
        long missed = Math.max(0, oldest - seen);
        int skip = (int) Math.max(0, seen - oldest);
        List<ClientEvent> fresh = new ArrayList<>(Math.max(0, events.size() - skip));
        int index = 0;
        for (ClientEvent event : events) {
            if (index++ >= skip) {
                fresh.add(event);
            }
        }
        return new Page(List.copyOf(fresh), missed, published);
    }

    /**
     * Events for a reader.
     *
     * @param events in the order of their publishing
     * @param missed how many gave way before this reader saw them
     * @param seen what to pass the next time
     */
    public record Page(List<ClientEvent> events, long missed, long seen) {}
}
