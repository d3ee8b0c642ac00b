package dev.surveyor.kafka.failure;

import static dev.surveyor.kafka.failure.FailureRule.on;

import java.util.List;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.errors.CoordinatorLoadInProgressException;
import org.apache.kafka.common.errors.CoordinatorNotAvailableException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.FencedMemberEpochException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupMaxSizeReachedException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.GroupSubscribedToTopicException;
import org.apache.kafka.common.errors.IllegalGenerationException;
import org.apache.kafka.common.errors.InconsistentGroupProtocolException;
import org.apache.kafka.common.errors.InvalidGroupIdException;
import org.apache.kafka.common.errors.NotCoordinatorException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.StaleMemberEpochException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnreleasedInstanceIdException;
import org.apache.kafka.common.errors.UnsupportedAssignorException;

/** Groups, their members and their commits. */
final class GroupRules {

    private static final String WAIT = "Wait: the client tries again by itself";

    private GroupRules() {}

    static List<FailureRule> all() {
        return List.of(
                on(
                        CommitFailedException.class,
                        e -> Explanation.fatal(
                                "the offsets were not committed: the partitions belong to another member now",
                                "The group has rebalanced, for instance because max.poll.interval.ms ran out.",
                                "Process less between two polls: lower max.poll.records",
                                "Raise max.poll.interval.ms")),
                on(
                        RetriableCommitFailedException.class,
                        e -> Explanation.retriable(
                                "the offsets were not committed yet",
                                "The coordinator could not be reached or is busy.",
                                "Commit again")),
                on(
                        FencedInstanceIdException.class,
                        e -> Explanation.fatal(
                                "the member was fenced",
                                "Another member with the same group.instance.id has joined.",
                                "Give each member a group.instance.id of its own",
                                "Stop the other member")),
                on(
                        UnreleasedInstanceIdException.class,
                        e -> Explanation.fatal(
                                "the group.instance.id is in use",
                                "A member of that id is in the group, or has left less than its session time-out ago.",
                                "Give each member a group.instance.id of its own",
                                "Wait for the session time-out of the other member")),
                on(
                        FencedMemberEpochException.class,
                        e -> Explanation.retriable(
                                "the member was fenced: its epoch is old", "The group went on without it.", WAIT)),
                on(
                        StaleMemberEpochException.class,
                        e -> Explanation.retriable(
                                "the member's epoch is old", "The group has rebalanced meanwhile.", WAIT)),
                on(
                        RebalanceInProgressException.class,
                        e -> Explanation.retriable(
                                "the group is rebalancing", "Partitions are being moved between members.", WAIT)),
                on(
                        IllegalGenerationException.class,
                        e -> Explanation.retriable(
                                "the member's generation is old", "The group has rebalanced meanwhile.", WAIT)),
                // What coordinators say of a commit from outside, in place of GroupNotEmptyException.
                on(
                        UnknownMemberIdException.class,
                        message -> message.contains("altering group offsets"),
                        e -> hasMembers()),
                on(
                        UnknownMemberIdException.class,
                        e -> Explanation.retriable(
                                "the coordinator does not know this member",
                                "Its session ran out, or it left.",
                                "Wait: the client joins again by itself")),
                on(
                        CoordinatorNotAvailableException.class,
                        e -> Explanation.retriable(
                                "the group's coordinator is not available",
                                "The broker that keeps the group is down or moving.",
                                WAIT,
                                "Check that the brokers run")),
                on(
                        CoordinatorLoadInProgressException.class,
                        e -> Explanation.retriable(
                                "the group's coordinator is loading",
                                "The broker that keeps the group has just started.",
                                WAIT)),
                on(
                        NotCoordinatorException.class,
                        e -> Explanation.retriable(
                                "the group's coordinator has moved", "Another broker keeps the group now.", WAIT)),
                on(
                        GroupIdNotFoundException.class,
                        GroupRules::ofAnotherKind,
                        e -> Explanation.fatal(
                                "the group is of another kind",
                                FailureRule.quoted(e, ""),
                                "Choose another group id",
                                "Look at its type in the list of groups")),
                on(
                        GroupIdNotFoundException.class,
                        e -> Explanation.fatal(
                                "the group does not exist",
                                "It was deleted, has expired, or is misspelt.",
                                "Refresh the list of groups",
                                "Check the name")),
                on(GroupNotEmptyException.class, e -> hasMembers()),
                on(
                        GroupSubscribedToTopicException.class,
                        e -> Explanation.fatal(
                                "the group is subscribed to the topic",
                                "",
                                "Stop all members of the group, then try again")),
                on(
                        GroupMaxSizeReachedException.class,
                        e -> Explanation.fatal(
                                "the group is full",
                                "The brokers limit how many members a group may have.",
                                "Stop a member",
                                "Ask for a higher group.max.size")),
                on(
                        InconsistentGroupProtocolException.class,
                        e -> Explanation.fatal(
                                "the group shares out its work in another way",
                                "Its members use another assignor, or it is a group of another kind, such as a share or a"
                                        + " streams group or the workers of Kafka Connect.",
                                "Choose the assignor that the other members use",
                                "Choose another group")),
                on(
                        UnsupportedAssignorException.class,
                        e -> Explanation.fatal(
                                "the brokers do not know this assignor",
                                FailureRule.quoted(e, ""),
                                "Choose uniform or range")),
                on(
                        InvalidGroupIdException.class,
                        e -> Explanation.fatal(
                                "there is no valid group.id",
                                "Offsets are committed for a group; a standalone consumer has none.",
                                "Consume as a member of a group")));
    }

    private static Explanation hasMembers() {
        return Explanation.fatal("the group has members", "", "Stop all members of the group, then try again");
    }

    /** For instance {@code Group billing is not a consumer group.} */
    private static boolean ofAnotherKind(String message) {
        return message.contains(" is not a ") && message.endsWith(" group.");
    }
}
