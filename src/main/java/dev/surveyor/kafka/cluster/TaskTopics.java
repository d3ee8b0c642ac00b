package dev.surveyor.kafka.cluster;

import dev.surveyor.domain.record.PartitionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.StreamsGroupMemberAssignment.TaskIds;
import org.apache.kafka.clients.admin.StreamsGroupSubtopologyDescription;

/**
 * What the tasks of a Streams application read: task {@code n} of a subtopology reads partition {@code n} of each topic
 * that the subtopology begins with.
 */
final class TaskTopics {

    private final Map<String, List<String>> bySubtopology = new HashMap<>();

    TaskTopics(Collection<StreamsGroupSubtopologyDescription> subtopologies) {
        for (StreamsGroupSubtopologyDescription each : subtopologies) {
            List<String> topics = new ArrayList<>(each.sourceTopics());
            topics.addAll(each.repartitionSourceTopics().keySet());
            bySubtopology.put(each.subtopologyId(), topics);
        }
    }

    /** Returns the partitions that the tasks read, in order. */
    List<PartitionId> partitionsOf(Collection<TaskIds> tasks) {
        TreeSet<PartitionId> read = new TreeSet<>();
        for (TaskIds each : tasks) {
            for (String topic : bySubtopology.getOrDefault(each.subtopologyId(), List.of())) {
                each.partitions().forEach(partition -> read.add(new PartitionId(topic, partition)));
            }
        }
        return List.copyOf(read);
    }
}
