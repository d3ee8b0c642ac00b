package dev.surveyor.kafka.client;

import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import java.util.function.LongSupplier;

/**
 * When a member of a group commits what it has worked through, the same for every member of this program.
 *
 * <p>A batch is what one {@code poll} returned. Kafka's own documents mean that by it: {@code max.poll.records} and the
 * manual commits of {@code KafkaConsumer} go by the call, and its examples commit what was processed before the next
 * one. So a member that commits each batch never has more than one poll to read again, however slow or busy it is. For
 * its poll thread only.
 */
public final class CommitSchedule {

    private final LongSupplier nanoTime;
    private CommitPolicy policy;
    private long lastAuto;

    /**
     * @param nanoTime tells the time as {@link System#nanoTime()} does
     */
    public CommitSchedule(CommitPolicy policy, LongSupplier nanoTime) {
        this.policy = policy;
        this.nanoTime = nanoTime;
        this.lastAuto = nanoTime.getAsLong();
    }

    /** Commits in another way from now on. */
    public void by(CommitPolicy newPolicy) {
        policy = newPolicy;
    }

    /** Returns whether to commit now, when all that a poll returned has been handed on or worked through. */
    public boolean afterBatch() {
        return policy == CommitPolicy.EACH_BATCH;
    }

    /**
     * Returns whether to commit now, asked with each turn: as the client's own automatic commit does, when {@link
     * CommitPolicy#AUTO_INTERVAL} has passed since the last time.
     *
     * @param open whether there is something to commit; where not, the next turn asks again
     */
    public boolean due(boolean open) {
        long now = nanoTime.getAsLong();
        boolean due = policy == CommitPolicy.AUTO && open && now - lastAuto >= CommitPolicy.AUTO_INTERVAL.toNanos();
        if (due) {
            lastAuto = now;
        }
        return due;
    }

    /** Returns whether to commit what was worked through of partitions that go to somebody else. */
    public boolean beforeRevoke(boolean commitOnRevoke) {
        return commitOnRevoke && (policy == CommitPolicy.AUTO || policy == CommitPolicy.EACH_BATCH);
    }
}
