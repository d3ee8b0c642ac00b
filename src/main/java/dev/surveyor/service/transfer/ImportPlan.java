package dev.surveyor.service.transfer;

/**
 * How records are sent.
 *
 * @param topic where to
 * @param keepPartition each to the partition that it names, else to the one that the partitioner chooses
 * @param keepTimestamp with the time that it names, else with the time of sending
 */
public record ImportPlan(String topic, boolean keepPartition, boolean keepTimestamp) {

    public ImportPlan {
        if (topic.isBlank()) {
            throw new IllegalArgumentException("the topic's name is blank");
        }
    }
}
