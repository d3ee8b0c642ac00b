package dev.surveyor.kafka.search;

import dev.surveyor.domain.search.LeftOut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a search reads, fixed at its start.
 *
 * @param scans the partitions with their ranges, by number
 * @param leftOut the partitions in which nothing can match, by number
 * @param partitionsOfTopic how many partitions the topic has
 * @param fixedAt when the ends were read
 */
record SearchPlan(List<PartitionScan> scans, List<LeftOut> leftOut, int partitionsOfTopic, Instant fixedAt) {

    /** Returns the scans that have something to read, shared out so that each reader has about as many offsets. */
    List<List<PartitionScan>> shares(int readers) {
        List<List<PartitionScan>> shares = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            shares.add(new ArrayList<>());
        }
        scans.stream()
                .filter(scan -> !scan.done())
                .sorted(Comparator.comparingLong(PartitionScan::offsets).reversed())
                .forEach(scan -> smallest(shares).add(scan));
        shares.removeIf(List::isEmpty);
        return shares;
    }

    private static List<PartitionScan> smallest(List<List<PartitionScan>> shares) {
        List<PartitionScan> smallest = shares.get(0);
        for (List<PartitionScan> share : shares) {
            if (offsets(share) < offsets(smallest)) {
                smallest = share;
            }
        }
        return smallest;
    }

    private static long offsets(List<PartitionScan> share) {
        return share.stream().mapToLong(PartitionScan::offsets).sum();
    }
}
