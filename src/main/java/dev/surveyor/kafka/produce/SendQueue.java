package dev.surveyor.kafka.produce;

import dev.surveyor.kafka.produce.DeliveryBook.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Records on their way to the sending thread, bounded in number and in bytes. Safe for use by any thread. */
final class SendQueue {

    private final int maxRecords;
    private final long maxBytes;
    private final Queue<Entry> entries = new ArrayDeque<>();
    private long bytes;
    private boolean closed;

    SendQueue(int maxRecords, long maxBytes) {
        this.maxRecords = maxRecords;
        this.maxBytes = maxBytes;
    }

    /** Adds an entry, unless the queue is full or closed; one entry fits whatever its size. */
    synchronized boolean offer(Entry entry) {
        int size = entry.record().sizeInBytes();
        boolean full = entries.size() >= maxRecords || (!entries.isEmpty() && bytes + size > maxBytes);
        if (closed || full) {
            return false;
        }
        entries.add(entry);
        bytes += size;
        notifyAll();
        return true;
    }

    /** Waits for the next entry; returns null once the queue is closed and empty. */
    synchronized @Nullable Entry take() throws InterruptedException {
        while (entries.isEmpty() && !closed) {
            wait();
        }
        Entry entry = entries.poll();
        if (entry != null) {
            bytes -= entry.record().sizeInBytes();
            notifyAll();
        }
        return entry;
    }

    /** Takes no more entries; those inside can still be taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Removes and returns what nobody took. */
    synchronized List<Entry> drain() {
        List<Entry> rest = new ArrayList<>(entries);
        entries.clear();
        bytes = 0;
        notifyAll();
        return rest;
    }
}
