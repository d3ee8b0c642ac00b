package dev.surveyor.service.transfer;

import java.util.List;
import java.util.Set;

/**
 * What is in a file that is to be imported.
 *
 * @param records how many records
 * @param bytes their keys, values and headers
 * @param topics the topics that the records came from
 * @param highestPartition the highest partition that a record names, -1 where none does
 * @param withoutPartition how many records name no partition
 * @param brokenLines how many lines are no records
 * @param problems the first of them, {@code line 5: why}
 */
public record ImportPreview(
        long records,
        long bytes,
        Set<String> topics,
        int highestPartition,
        long withoutPartition,
        long brokenLines,
        List<String> problems) {

    public ImportPreview {
        topics = Set.copyOf(topics);
        problems = List.copyOf(problems);
    }
}
