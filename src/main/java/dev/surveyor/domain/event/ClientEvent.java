package dev.surveyor.domain.event;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.produce.DeliveryState;
import dev.surveyor.domain.record.LogicalOffset;
import dev.surveyor.domain.record.PartitionOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that a client reported. Its {@link #text()} is one line, in the forms of the Go client where that has one.
 */
public sealed interface ClientEvent {

    /** Returns when it was reported. */
    Instant at();

    /** Returns the {@code client.id} of the client that reported it. */
    String client();

    /** Returns the event as one line, without its time and client. */
    String text();

    /** The final report of a send. */
    record Delivered(Instant at, String client, Delivery delivery) implements ClientEvent {
        @Override
        public String text() {
            if (delivery.state() instanceof DeliveryState.Acknowledged acknowledged) {
                return "Delivered " + acknowledged.place();
            }
            if (delivery.state() instanceof DeliveryState.Unanswered unanswered) {
                return "Sent " + unanswered.place() + " no answer asked for, offset unknown (acks=0)";
            }
            return "Delivery failed " + delivery.place();
        }
    }

    /**
     * Partitions given to a member of a group.
     *
     * @param group the group
     * @param memberId the member's id
     * @param generation generation (classic) or member epoch (consumer protocol)
     * @param partitions those given; only the new ones under a cooperative protocol
     * @param callback how long the callback took
     */
    record PartitionsAssigned(
            Instant at,
            String client,
            String group,
            String memberId,
            int generation,
            List<MovedPartition> partitions,
            Duration callback)
            implements ClientEvent {
        @Override
        public String text() {
            return "AssignedPartitions: " + places(partitions);
        }
    }

    /** Partitions taken from a member in good order; it can still commit. Parts as in {@link PartitionsAssigned}. */
    record PartitionsRevoked(
            Instant at,
            String client,
            String group,
            String memberId,
            int generation,
            List<MovedPartition> partitions,
            Duration callback)
            implements ClientEvent {
        @Override
        public String text() {
            return "RevokedPartitions: " + places(partitions);
        }
    }

    /** Partitions that another member may own already; a commit would fail. Parts as in {@link PartitionsAssigned}. */
    record PartitionsLost(
            Instant at,
            String client,
            String group,
            String memberId,
            int generation,
            List<MovedPartition> partitions,
            Duration callback)
            implements ClientEvent {
        @Override
        public String text() {
            return "LostPartitions: " + places(partitions);
        }
    }

    /**
     * A member started or ended, as this app did it or as the coordinator described it.
     *
     * @param instanceId its {@code group.instance.id}, empty text for a dynamic member
     * @param kind what happened to it
     * @param sampled whether it was seen by asking the coordinator from time to time, so that the moment is not exact
     * @param sharing whether it is of a share group, whose members have the same partitions side by side
     * @param partitions what it owned then
     * @param reason why, in words; may be empty
     */
    record MemberChanged(
            Instant at,
            String client,
            String group,
            String memberId,
            String instanceId,
            int generation,
            Kind kind,
            boolean sampled,
            boolean sharing,
            List<MovedPartition> partitions,
            String reason)
            implements ClientEvent {

        /** Reports of a dynamic member of a group of consumers. */
        public MemberChanged(
                Instant at,
                String client,
                String group,
                String memberId,
                int generation,
                Kind kind,
                boolean sampled,
                List<MovedPartition> partitions,
                String reason) {
            this(at, client, group, memberId, "", generation, kind, sampled, false, partitions, reason);
        }

        /** What happened to a member. */
        public enum Kind {
            JOINED("joined"),
            LEFT("left"),
            /** It has left and may come back: the coordinator keeps its partitions for it. */
            SEAT_KEPT("left for now"),
            VANISHED("vanished"),
            SESSION_RAN_OUT("session ran out"),
            /** It did not poll for so long that its own client took it out of the group. */
            POLLED_TOO_LATE("polled too late"),
            ASSIGNMENT_CHANGED("assignment changed"),
            FENCED("fenced");

            private final String text;

            Kind(String text) {
                this.text = text;
            }

            @Override
            public String toString() {
                return text;
            }
        }

        @Override
        public String text() {
            String what = "Member " + client + " " + kind + (sampled ? " (sampled)" : "");
            String owned = partitions.isEmpty() ? "" : ": " + places(partitions);
            return what + owned + (reason.isEmpty() ? "" : " - " + reason);
        }
    }

    /**
     * Offsets committed, or not.
     *
     * @param group the group
     * @param offsets what was committed; each may carry an error of its own
     * @param error why it failed, or null
     */
    record OffsetsCommitted(
            Instant at,
            String client,
            String group,
            List<PartitionOffset> offsets,
            @Nullable String error) implements ClientEvent {
        @Override
        public String text() {
            return "OffsetsCommitted (" + (error == null ? "<nil>" : error) + ", " + offsets + ")";
        }
    }

    /** The end of a partition was reached. */
    record PartitionEnd(Instant at, String client, PartitionOffset place) implements ClientEvent {
        @Override
        public String text() {
            return "EOF at " + place;
        }
    }

    /** A consumer was moved by the user. */
    record Sought(Instant at, String client, List<PartitionOffset> targets) implements ClientEvent {
        @Override
        public String text() {
            return "Sought: " + targets;
        }
    }

    /** No record came within the time that the user gave. */
    record ReadTimedOut(Instant at, String client, Duration timeout) implements ClientEvent {
        @Override
        public String text() {
            return "Read timed out after " + timeout.toMillis() + " ms: no record came; the cluster is not at fault";
        }
    }

    /** A client's own figures, as JSON. */
    record Statistics(Instant at, String client, String json) implements ClientEvent {
        @Override
        public String text() {
            return json;
        }
    }

    /**
     * A client failed, for good or for now.
     *
     * @param fatal whether the client cannot go on
     */
    record ClientError(Instant at, String client, BrokerFailure failure, boolean fatal) implements ClientEvent {
        @Override
        public String text() {
            return (fatal ? "Fatal error: " : "") + failure.sentence();
        }
    }

    /**
     * A line of a client's log.
     *
     * @param tag the context, for instance {@code cgrp}
     * @param level syslog number: 3 error, 4 warning, 6 info, 7 debug; lower is worse
     */
    record LogLine(Instant at, String client, String tag, int level, String message) implements ClientEvent {
        @Override
        public String text() {
            return "[" + at.truncatedTo(ChronoUnit.SECONDS) + "][" + client + "][" + tag + "][" + level + "]" + message;
        }
    }

    private static String places(List<MovedPartition> partitions) {
        return partitions.stream()
                .map(moved -> PartitionOffset.of(
                                moved.partition(), moved.position().orElse(LogicalOffset.UNSET.number()))
                        .toString())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
