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
 * @param largest the size of the largest record in bytes
 * @param earlyTimes how many records lie before 1970, whose time no producer can send
 * @param lateTimes how many lie more than an hour in the future, which a broker refuses unless the topic allows them
 * @param changedNames how many headers have a name that is not UTF-8, which the client can only send as text
 * @param brokenLines how many lines are no records
 * @param problems the first of them, {@code line 5: why}
 */
public record ImportPreview(
        long records,
        long bytes,
        Set<String> topics,
        int highestPartition,
        long withoutPartition,
        long largest,
        long earlyTimes,
        long lateTimes,
        long changedNames,
        long brokenLines,
        List<String> problems) {

    public ImportPreview {
        topics = Set.copyOf(topics);
        problems = List.copyOf(problems);
    }
}
