package dev.surveyor.kafka.search;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Notices partitions that are added while a topic is searched. What the consumer knows of the topic is asked, which costs
 * no request. For the thread of the consumer.
 */
final class GrowthWatch {

    private static final long BETWEEN_LOOKS_NANOS = Duration.ofSeconds(2).toNanos();

    private final Consumer<ByteBuffer, ByteBuffer> consumer;
    private final SearchControl control;
    private long lastLook = System.nanoTime();

    GrowthWatch(Consumer<ByteBuffer, ByteBuffer> consumer, SearchControl control) {
        this.consumer = consumer;
        this.control = control;
    }

    /** Looks from time to time, at the topic of these partitions. */
    void look(Set<TopicPartition> open) {
        long now = System.nanoTime();
        if (now - lastLook < BETWEEN_LOOKS_NANOS || open.isEmpty()) {
            return;
        }
        lastLook = now;
        try {
            List<PartitionInfo> infos =
                    consumer.partitionsFor(open.iterator().next().topic(), Offsets.LIMIT);
            if (infos != null && !infos.isEmpty()) {
                control.partitionsNow(infos.size());
            }
        } catch (WakeupException | InterruptException stopped) {
            control.stopIfInterrupted(stopped);
        } catch (KafkaException notTold) {
            // Others find out why, and the count is taken again at the end.
            return;
        }
    }
}
