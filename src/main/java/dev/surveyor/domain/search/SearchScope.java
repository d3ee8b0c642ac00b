package dev.surveyor.domain.search;

import dev.surveyor.domain.consume.IsolationLevel;
import java.util.Set;

/**
 * Where a search looks.
 *
 * @param topic its name
 * @param partitions the numbers of the partitions, none for all
 * @param range which offsets of each
 * @param isolation whether records of transactions that are open or were aborted are looked at
 */
public record SearchScope(String topic, Set<Integer> partitions, SearchRange range, IsolationLevel isolation) {

    public SearchScope {
        partitions = Set.copyOf(partitions);
    }

    /** Returns the scope of all records that the topic keeps, those of open and aborted transactions included. */
    public static SearchScope whole(String topic) {
        return new SearchScope(topic, Set.of(), new SearchRange.Whole(), IsolationLevel.READ_UNCOMMITTED);
    }
}
