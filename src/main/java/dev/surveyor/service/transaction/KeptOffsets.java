package dev.surveyor.service.transaction;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The kept offsets of one partition whose transactions may still have to be asked about.
 *
 * @param undecided ascending
 * @param oldest the oldest that is kept, decided or not
 */
record KeptOffsets(long[] undecided, long oldest) {

    /**
     * Returns what is undecided, by topic and by the partition's number; nothing of partitions where all is known. For
     * any thread.
     */
    public static Map<String, Map<Integer, KeptOffsets>> of(
            List<ConsumedRecord> kept, Map<PartitionId, DecidedOffsets> known) {
        Map<PartitionId, LongStream.Builder> offsets = new HashMap<>();
        for (ConsumedRecord record : kept) {
            offsets.computeIfAbsent(record.partition(), made -> LongStream.builder())
                    .add(record.offset());
        }
        Map<String, Map<Integer, KeptOffsets>> topics = new TreeMap<>();
        offsets.forEach((partition, builder) -> {
            long[] all = builder.build().sorted().distinct().toArray();
            DecidedOffsets decided = known.get(partition);
            long[] undecided = LongStream.of(all)
                    .filter(offset -> decided == null || !decided.decided(offset))
                    .toArray();
            if (undecided.length > 0) {
                topics.computeIfAbsent(partition.topic(), made -> new TreeMap<>())
                        .put(partition.partition(), new KeptOffsets(undecided, all[0]));
            }
        });
        return topics;
    }
}
