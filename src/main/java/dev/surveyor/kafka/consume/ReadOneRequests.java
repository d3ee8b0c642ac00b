package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.ReadOutcome;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.kafka.client.ClientContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Who waits for a single record of a consumer: one at a time, and nobody any more once it has ended. */
final class ReadOneRequests {

    private final ClientContext context;
    private final String clientId;
    private final AtomicReference<@Nullable ReadOne> latest = new AtomicReference<>();
    private volatile boolean closed;

    ReadOneRequests(ClientContext context, String clientId) {
        this.context = context;
        this.clientId = clientId;
    }

    /** Adds a wish, which the one before gives way to; any thread. */
    CompletableFuture<ReadOutcome> add(@Nullable Duration timeout) {
        ReadOne wish = new ReadOne(timeout);
        ReadOne before = latest.getAndSet(wish);
        if (before != null) {
            before.giveUp();
        }
        if (closed) {
            wish.giveUp();
        }
        return wish.result();
    }

    /** Returns the wish that is open, null for none; one whose time has run out is told so. Poll thread. */
    @Nullable
    ReadOne open() {
        ReadOne wish = latest.get();
        if (wish == null || !wish.open()) {
            return null;
        }
        Duration runOut = wish.runOut();
        if (runOut == null) {
            return wish;
        }
        context.events().publish(new ClientEvent.ReadTimedOut(context.clock().instant(), clientId, runOut));
        wish.timedOut(runOut);
        return null;
    }

    /** Gives up what is open and what still comes. */
    void close() {
        closed = true;
        ReadOne wish = latest.get();
        if (wish != null) {
            wish.giveUp();
        }
    }
}
