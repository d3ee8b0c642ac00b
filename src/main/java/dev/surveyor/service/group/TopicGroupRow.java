package dev.surveyor.service.group;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupLag;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.KnownOffsets;
import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.PartitionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group that reads a topic.
 *
 * @param id its {@code group.id}
 * @param type how its members share out their work
 * @param state in Kafka's words
 * @param members how many of its members own partitions of the topic
 * @param committed on how many partitions of the topic it has committed an offset, or has a start offset
 * @param lag what it has still to read of them
 * @param problem why the group could not be read, so that its numbers are not known; empty where it was
 */
public record TopicGroupRow(
        String id, String type, String state, int members, int committed, GroupLag lag, String problem) {

    public TopicGroupRow(String id, String type, String state, int members, int committed, GroupLag lag) {
        this(id, type, state, members, committed, lag, "");
    }

    /** Returns the row of a group of which only the list of groups is known. */
    public static TopicGroupRow unread(GroupSummary group, BrokerFailure failure) {
        String reason = failure.why().isEmpty() ? failure.what() : failure.what() + " " + failure.why();
        return new TopicGroupRow(
                group.id(), group.typeText(), GroupStates.words(group.state()), 0, 0, GroupLag.NONE, reason);
    }

    public boolean known() {
        return problem.isEmpty();
    }

    /** Returns why the group could not be read, or what its lag leaves out; empty text where all is known. */
    public String note() {
        return known() ? GroupLags.note(lag) : problem;
    }

    /**
     * Returns the row, empty where the group has nothing to do with the topic.
     *
     * @param newerEnds ends that were read later than those of the topic
     */
    public static Optional<TopicGroupRow> of(GroupDetail group, TopicDetail topic, Map<PartitionId, Long> newerEnds) {
        int members = (int) group.members().stream()
                .filter(member -> member.assignment().stream()
                        .anyMatch(partition -> partition.topic().equals(topic.name())))
                .count();
        List<PartitionId> committed = new ArrayList<>();
        Map<PartitionId, Long> ends = new HashMap<>();
        Map<PartitionId, PartitionTrouble> troubles = new HashMap<>();
        for (PartitionDetail partition : topic.partitions()) {
            if (group.committed().containsKey(partition.id())) {
                committed.add(partition.id());
            }
            partition.endOffset().ifPresent(end -> ends.put(partition.id(), end));
            if (partition.trouble() != null) {
                troubles.put(partition.id(), partition.trouble());
            }
        }
        ends.putAll(newerEnds);
        if (members == 0 && committed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TopicGroupRow(
                group.id(),
                group.typeText(),
                GroupStates.words(group.shownState()),
                members,
                committed.size(),
                group.lag(committed, new KnownOffsets(ends, troubles))));
    }
}
