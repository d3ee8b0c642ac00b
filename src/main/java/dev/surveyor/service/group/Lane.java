package dev.surveyor.service.group;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of a group over time.
 *
 * @param key tells it from other members: its client id where this app runs it, else its instance id or its member id
 * @param letter a short name in the order of appearance: A, B, C
 * @param client its {@code client.id}
 * @param memberId the id by which the coordinator knows it; empty text until it has one
 * @param sampled whether it belongs to another program and is known from asking the coordinator
 * @param end how it ended, or that it lives
 * @param endedAt when it ended, or null
 * @param expiredAt when the coordinator gave up on a member that had vanished, or on the seat of one, or null
 * @param spans what it owned, oldest first
 */
public record Lane(
        String key,
        String letter,
        String client,
        String memberId,
        boolean sampled,
        End end,
        @Nullable Instant endedAt,
        @Nullable Instant expiredAt,
        List<OwnedSpan> spans) {

    public Lane {
        spans = List.copyOf(spans);
    }

    /** Returns the lane's name, for instance {@code A · billing-1}. */
    public String title() {
        return letter + " · " + client;
    }

    /** Returns what it owns now. */
    public List<OwnedSpan> open() {
        return spans.stream().filter(span -> span.to() == null).toList();
    }

    /** How a member ended. */
    public enum End {
        LIVES,
        LEFT,
        /** Gone for now; the coordinator keeps its partitions for it until it gives up on that. */
        SEAT_KEPT,
        /** Gone without telling the coordinator. */
        VANISHED,
        /** The coordinator gave up on it. */
        SESSION_RAN_OUT,
        /** Out of the group, as it had not polled for too long; it comes back when it polls. */
        POLLED_TOO_LATE,
        FENCED
    }
}
