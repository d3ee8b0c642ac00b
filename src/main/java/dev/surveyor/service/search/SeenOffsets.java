package dev.surveyor.service.search;

import dev.surveyor.domain.record.RawRecord;
import dev.surveyor.filter.RecordFilter;
import dev.surveyor.filter.Verdict;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes down which of some offsets a search meets, and matches nothing, so that nothing is kept. Each partition is read
 * by one thread; what was taken down may be read when the search has ended.
 */
final class SeenOffsets implements RecordFilter {

    private final Map<Integer, long[]> asked;
    private final Map<Integer, BitSet> seen = new HashMap<>();

    /**
     * @param asked offsets by partition, ascending
     */
    SeenOffsets(Map<Integer, long[]> asked) {
        this.asked = asked;
        asked.keySet().forEach(partition -> seen.put(partition, new BitSet()));
    }

    @Override
    public Verdict test(RawRecord record) {
        int partition = record.partition().partition();
        long[] offsets = asked.get(partition);
        BitSet bits = seen.get(partition);
        int index = offsets == null ? -1 : Arrays.binarySearch(offsets, record.offset());
        if (index >= 0 && bits != null) {
            bits.set(index);
        }
        return Verdict.NO_MATCH;
    }

    /** Returns those of the asked offsets that were met, or those that were not, before an end; ascending. */
    long[] of(int partition, boolean met, long end) {
        long[] offsets = asked.getOrDefault(partition, new long[0]);
        BitSet bits = seen.getOrDefault(partition, new BitSet());
        long[] found = new long[offsets.length];
        int count = 0;
        for (int i = 0; i < offsets.length && offsets[i] < end; i++) {
            if (bits.get(i) == met) {
                found[count++] = offsets[i];
            }
        }
        return Arrays.copyOf(found, count);
    }
}
