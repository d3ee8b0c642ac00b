package dev.surveyor.domain.consume;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a member takes part in its group.
 *
 * @param groupId the {@code group.id}, not blank
 * @param clientId the {@code client.id} by which it is told apart, or null for one made up from the group
 * @param instanceId the {@code group.instance.id} of a static member, or null
 * @param assignor how partitions are spread, protocol included
 * @param commit when offsets are committed
 * @param commitOnRevoke whether what is processed is committed when partitions are taken away; a member that
 *     never commits by itself does not then either
 * @param processingDelay the time that each record is made to take
 * @param autoOffsetReset {@code earliest}, {@code latest} or {@code none}
 */
public record MemberSettings(
        String groupId,
        @Nullable String clientId,
        @Nullable String instanceId,
        Assignor assignor,
        CommitPolicy commit,
        boolean commitOnRevoke,
        Duration processingDelay,
        String autoOffsetReset) {

    public MemberSettings {
        Objects.requireNonNull(assignor, "assignor");
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(processingDelay, "processingDelay");
        if (groupId.isBlank()) {
            throw new IllegalArgumentException("group id is blank");
        }
    }

    /** Returns a member with the client's own defaults, committing automatically. */
    public static MemberSettings of(String groupId) {
        return of(groupId, CommitPolicy.AUTO);
    }

    /** Returns a member with the client's own defaults that commits so. */
    public static MemberSettings of(String groupId, CommitPolicy commit) {
        return new MemberSettings(groupId, null, null, Assignor.DEFAULT, commit, true, Duration.ZERO, "latest");
    }

    /** Returns the same member that commits otherwise. */
    public MemberSettings with(CommitPolicy newCommit) {
        return new MemberSettings(
                groupId, clientId, instanceId, assignor, newCommit, commitOnRevoke, processingDelay, autoOffsetReset);
    }

    /** Returns the same member with another assignor. */
    public MemberSettings with(Assignor newAssignor) {
        return new MemberSettings(
                groupId, clientId, instanceId, newAssignor, commit, commitOnRevoke, processingDelay, autoOffsetReset);
    }

    /** When offsets are committed. */
    public enum CommitPolicy {
        /** Never. */
        OFF,
        /** Only when the user says so. */
        MANUAL,
        /** By the client, every {@link #AUTO_INTERVAL}. */
        AUTO,
        /** After each batch: what one poll returned, when it has been handed on or worked through. */
        EACH_BATCH;

        /** Kafka's default of {@code auto.commit.interval.ms}. */
        public static final Duration AUTO_INTERVAL = Duration.ofSeconds(5);
    }

    /** The protocol and the way of spreading partitions. */
    public enum Assignor {
        /** The client's default list: range, then cooperative-sticky. */
        DEFAULT("classic", "", false),
        RANGE("classic", "range", false),
        ROUND_ROBIN("classic", "roundrobin", false),
        STICKY("classic", "sticky", false),
        COOPERATIVE_STICKY("classic", "cooperative-sticky", true),
        CONSUMER_UNIFORM("consumer", "uniform", true),
        CONSUMER_RANGE("consumer", "range", true);

        private final String protocol;
        private final String assignorName;
        private final boolean incremental;

        Assignor(String protocol, String assignorName, boolean incremental) {
            this.protocol = protocol;
            this.assignorName = assignorName;
            this.incremental = incremental;
        }

        /** Returns {@code classic} or {@code consumer}, the value of {@code group.protocol}. */
        public String protocol() {
            return protocol;
        }

        /** Returns the assignor's name; empty for the client's default list. */
        public String assignorName() {
            return assignorName;
        }

        /** Returns whether only the partitions that move are revoked. */
        public boolean incremental() {
            return incremental;
        }
    }
}
