package dev.surveyor.service.produce;

import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.record.PartitionOffset;
import org.jspecify.annotations.Nullable;

/** Opens producers on one connection. */
public interface Producers {

    /** Returns a producer with these settings; the client behind it is made with the first send. */
    ProduceSession open(ProducerSettings settings);

    /**
     * Returns the tag with which a producer of this connection sent the record that lies there, whatever the route of
     * its report; null where none is known: another program sent it, it had no tag, or it was sent too long ago. For any
     * thread.
     */
    @Nullable
    String tagOf(PartitionOffset place);

    /**
     * Returns the partition that Kafka's default partitioner gives a key: murmur2 of the bytes (KIP-480 concerns null
     * keys only, which it decides at send).
     *
     * @param key the raw key, not null
     * @param partitions how many partitions the topic has, at least 1
     */
    int partitionForKey(byte[] key, int partitions);
}
