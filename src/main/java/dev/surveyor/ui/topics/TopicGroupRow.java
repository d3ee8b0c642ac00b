package dev.surveyor.ui.topics;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.cluster.PartitionDetail;
import dev.surveyor.domain.cluster.TopicDetail;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.parts.GroupStates;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A group that reads a topic.
 *
 * @param id its {@code group.id}
 * @param state in Kafka's words
 * @param members how many of its members own partitions of the topic
 * @param committed on how many partitions of the topic it has committed an offset
 * @param lag records between those offsets and the ends, empty where one of them is not known
 * @param problem why the group could not be read, so that its numbers are not known; empty where it was
 */
record TopicGroupRow(String id, String state, int members, int committed, OptionalLong lag, String problem) {

    TopicGroupRow(String id, String state, int members, int committed, OptionalLong lag) {
        this(id, state, members, committed, lag, "");
    }

    /** Returns the row of a group of which only the list of groups is known. */
    static TopicGroupRow unread(GroupSummary group, BrokerFailure failure) {
        String reason = failure.why().isEmpty() ? failure.what() : failure.what() + " " + failure.why();
        return new TopicGroupRow(group.id(), GroupStates.words(group.state()), 0, 0, OptionalLong.empty(), reason);
    }

    boolean known() {
        return problem.isEmpty();
    }

    /** Returns the row, empty where the group has nothing to do with the topic. */
    static Optional<TopicGroupRow> of(GroupDetail group, TopicDetail topic) {
        int members = (int) group.members().stream()
                .filter(member -> member.assignment().stream()
                        .anyMatch(partition -> partition.topic().equals(topic.name())))
                .count();
        int committed = 0;
        long lag = 0;
        boolean known = true;
        for (PartitionDetail partition : topic.partitions()) {
            Long offset = group.committed().get(partition.id());
            if (offset == null) {
                continue;
            }
            committed++;
            known &= partition.endOffset().isPresent();
            lag += Math.max(0, partition.endOffset().orElse(0) - offset);
        }
        if (members == 0 && committed == 0) {
            return Optional.empty();
        }
        OptionalLong shown = known && committed > 0 ? OptionalLong.of(lag) : OptionalLong.empty();
        return Optional.of(new TopicGroupRow(group.id(), GroupStates.words(group.state()), members, committed, shown));
    }
}
