package dev.surveyor.service.consume;

import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import java.util.List;

/**
 * The words for when a member commits, the same wherever it is chosen or told.
 *
 * @param when when it does, as the value of a field: {@code after each batch}
 * @param order what is asked of a member: {@code Commit after each batch}
 * @param practice what a member does: {@code commits after each batch}
 */
public record CommitWords(String when, String order, String practice) {

    /** What a person can choose from, in the order in which it is offered. */
    public static final List<CommitPolicy> CHOICES =
            List.of(CommitPolicy.AUTO, CommitPolicy.EACH_BATCH, CommitPolicy.OFF);

    /** How often a member commits that does so automatically. */
    public static final String INTERVAL = CommitPolicy.AUTO_INTERVAL.toSeconds() + " seconds";

    /** Returns the words for a policy. */
    public static CommitWords of(CommitPolicy policy) {
        return switch (policy) {
            case OFF -> new CommitWords("never", "Never commit", "never commits");
            case MANUAL -> commits("by hand", "by hand");
            case AUTO -> commits("every " + CommitPolicy.AUTO_INTERVAL.toSeconds() + " s", "automatically");
            case EACH_BATCH -> commits("after each batch", "after each batch");
        };
    }

    private static CommitWords commits(String when, String how) {
        return new CommitWords(when, "Commit " + how, "commits " + how);
    }
}
