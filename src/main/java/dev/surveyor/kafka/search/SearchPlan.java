package dev.surveyor.kafka.search;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.search.LeftOut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a search reads, fixed at its start.
 *
 * @param scans the partitions with their ranges, by number
 * @param leftOut the partitions that are not read, by number
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

    /** Returns what is wrong with the partitions that could be read in a moment, of these kinds. */
    List<PartitionTrouble> troubles(Set<PartitionTrouble.Kind> kinds) {
        List<PartitionTrouble> troubles = new ArrayList<>();
        for (LeftOut each : leftOut) {
            PartitionTrouble trouble = each.trouble();
            if (trouble != null && kinds.contains(trouble.kind())) {
                troubles.add(trouble);
            }
        }
        return troubles;
    }

    /** Returns whether records of the range may be in partitions that are not read. */
    boolean lacksSome() {
        return leftOut.stream().anyMatch(LeftOut::mayMatch);
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
