package dev.surveyor.service.search;

import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.filter.FilterResult;

/**
 * What to search for.
 *
 * @param scope where
 * @param filter what matches; where its bounds say that a partition or an offset cannot match, it is not read
 * @param limit how many matches are kept
 * @param onlyPartitionOfKey whether a filter that asks for one exact key reads only the partition that the default
 *     partitioner of the Java client gives this key. Other clients, and producers that choose the partition themselves,
 *     put records elsewhere
 */
public record SearchRequest(
        SearchScope scope, FilterResult.Compiled filter, SearchLimit limit, boolean onlyPartitionOfKey) {}
