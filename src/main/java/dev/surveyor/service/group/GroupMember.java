package dev.surveyor.service.group;

import dev.surveyor.domain.group.MemberStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A member that this app runs. Safe for use by any thread; every method returns at once. */
public interface GroupMember extends AutoCloseable {

    MemberStatus status();

    /** Returns whether its records can be made to take time; the consumer of a table has its own pace. */
    default boolean takesProcessingDelay() {
        return true;
    }

    /** Changes the time that each record is made to take. */
    void processingDelay(Duration delay);

    /** Stops fetching and goes on polling. */
    void pause();

    void resume();

    /** Stops polling too, so that {@code max.poll.interval.ms} runs out; {@link #resume()} polls again. */
    void stopPolling();

    /** Leaves the group and ends. */
    CompletableFuture<Void> leave();

    /** Ends without telling the coordinator, which waits for the session time-out. */
    CompletableFuture<Void> vanish();

    /** Same as {@link #leave()}, without waiting. */
    @Override
    void close();
}
