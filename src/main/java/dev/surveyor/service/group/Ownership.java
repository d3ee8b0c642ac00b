package dev.surveyor.service.group;

import dev.surveyor.domain.record.PartitionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which partition, and since when. A partition has one owner or none: who takes it takes it from whoever had
 * it, except in a share group, where it has any number. Time must not run backwards.
 */
final class Ownership {

    private final Map<PartitionId, Set<String>> owners = new HashMap<>();
    private final Map<String, List<OwnedSpan>> spans = new HashMap<>();
    private final Map<PartitionId, Instant> unownedSince = new TreeMap<>();
    private final List<UnownedSpan> unowned = new ArrayList<>();
    private Duration unownedTotal = Duration.ZERO;
    private @Nullable Instant someUnownedSince;

    /**
     * Gives the partition to a lane.
     *
     * @param sharing whether others that have it keep it
     * @return how long it had no owner before, or null where it had one or was never seen
     */
    @Nullable
    Duration take(String lane, PartitionId partition, Instant at, boolean sampled, boolean sharing) {
        Set<String> before = owners.computeIfAbsent(partition, unused -> new LinkedHashSet<>());
        if (!sharing) {
            before.stream().filter(other -> !other.equals(lane)).forEach(other -> endSpan(other, partition, at));
            before.retainAll(Set.of(lane));
        }
        if (!before.add(lane)) {
            return null;
        }
        spansOf(lane).add(new OwnedSpan(partition, at, null, sampled));
        return endUnowned(partition, at);
    }

    /** Takes the partition from the lane, if it has it; where nobody else has it, it has no owner from then on. */
    void release(String lane, PartitionId partition, Instant at) {
        Set<String> before = owners.get(partition);
        if (before != null && before.remove(lane)) {
            endSpan(lane, partition, at);
            if (before.isEmpty()) {
                owners.remove(partition);
                unownedSince.put(partition, at);
                if (someUnownedSince == null) {
                    someUnownedSince = at;
                }
            }
        }
    }

    /** Ends the counting of unowned time: there is no member that could own anything. */
    void nobodyLeft(Instant at) {
        List.copyOf(unownedSince.keySet()).forEach(partition -> endUnowned(partition, at));
    }

    List<PartitionId> ownedBy(String lane) {
        return owners.entrySet().stream()
                .filter(entry -> entry.getValue().contains(lane))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    List<OwnedSpan> spansOf(String lane) {
        return spans.computeIfAbsent(lane, unused -> new ArrayList<>());
    }

    List<UnownedSpan> unowned() {
        List<UnownedSpan> all = new ArrayList<>(unowned);
        unownedSince.forEach((partition, since) -> all.add(new UnownedSpan(partition, since, null)));
        return all;
    }

    /** Returns the time in which at least one partition had no owner. */
    Duration unownedTotal(Instant now) {
        Instant since = someUnownedSince;
        return since == null || now.isBefore(since) ? unownedTotal : unownedTotal.plus(Duration.between(since, now));
    }

    /** Drops spans that ended before then; the total keeps them. */
    void forgetBefore(Instant time) {
        unowned.removeIf(span -> span.to() != null && span.to().isBefore(time));
        spans.values()
                .forEach(list ->
                        list.removeIf(span -> span.to() != null && span.to().isBefore(time)));
    }

    private void endSpan(String lane, PartitionId partition, Instant at) {
        List<OwnedSpan> own = spansOf(lane);
        for (int i = own.size() - 1; i >= 0; i--) {
            OwnedSpan span = own.get(i);
            if (span.to() == null && span.partition().equals(partition)) {
                own.set(i, span.until(at));
                return;
            }
        }
    }

    private @Nullable Duration endUnowned(PartitionId partition, Instant at) {
        Instant since = unownedSince.remove(partition);
        if (since == null) {
            return null;
        }
        unowned.add(new UnownedSpan(partition, since, at));
        Instant some = someUnownedSince;
        if (unownedSince.isEmpty() && some != null) {
            unownedTotal = unownedTotal.plus(Duration.between(some, at));
            someUnownedSince = null;
        }
        return Duration.between(since, at);
    }
}
