package dev.surveyor.service.transfer;

/**
 * How records are sent.
 *
 * @param topic where to
 * @param keepPartition each to the partition that it names, else to the one that the partitioner chooses
 * @param keepTimestamp with the time that it names, else with the time of sending
 * @param sendEarlyTimes those whose time cannot be kept, as it is before 1970, with the time of sending; else they are
 *     left out
 */
public record ImportPlan(String topic, boolean keepPartition, boolean keepTimestamp, boolean sendEarlyTimes) {

    public ImportPlan {
        if (topic.isBlank()) {
            throw new IllegalArgumentException("the topic's name is blank");
        }
    }
}
