package dev.surveyor.kafka.search;

import dev.surveyor.kafka.client.OffsetAnswer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Finds out why nothing arrives any more. The client itself is silent about brokers that are gone and about topics that
 * were deleted. For the thread of the consumer.
 */
final class StallWatch {

    private static final long LOOK_AFTER_NANOS = Duration.ofMillis(1_500).toNanos();

    /** A broker that has just started may not know all its topics and ends for a moment. */
    private static final int LOOKS_UNTIL_GONE = 5;

    private final Consumer<ByteBuffer, ByteBuffer> consumer;
    private final Offsets offsets;
    private final SearchControl control;
    private long lastMove = System.nanoTime();
    private long lastLook = lastMove;
    private int looksWithoutTopic;
    private int looksAtShortPartition;

    StallWatch(Consumer<ByteBuffer, ByteBuffer> consumer, Offsets offsets, SearchControl control) {
        this.consumer = consumer;
        this.offsets = offsets;
        this.control = control;
    }

    /** Told after each turn of the loop; throws where waiting any longer is in vain. */
    void after(boolean progress, Collection<PartitionScan> open) {
        long now = System.nanoTime();
        if (progress) {
            lastMove = now;
            looksWithoutTopic = 0;
            looksAtShortPartition = 0;
            control.moving(this);
        } else if (!open.isEmpty() && now - Math.max(lastMove, lastLook) > LOOK_AFTER_NANOS) {
            look(open);
            lastLook = System.nanoTime();
        }
    }

    private void look(Collection<PartitionScan> open) {
        try {
            String topic = open.iterator().next().topicPartition().topic();
            List<PartitionInfo> infos = consumer.partitionsFor(topic, Offsets.LIMIT);
            boolean unknown = infos == null || infos.isEmpty();
            looksWithoutTopic = unknown ? looksWithoutTopic + 1 : 0;
            if (looksWithoutTopic >= LOOKS_UNTIL_GONE) {
                throw new UnknownTopicOrPartitionException("Topic " + topic + " does not exist any more.");
            }
            if (!unknown) {
                lookAtEnds(open);
            }
        } catch (TimeoutException notTold) {
            control.waitingOrThrow(this, notTold);
        } catch (WakeupException | InterruptException stopped) {
            control.stopIfInterrupted(stopped);
        } catch (UnknownTopicOrPartitionException gone) {
            if (looksWithoutTopic >= LOOKS_UNTIL_GONE) {
                throw gone;
            }
            looksWithoutTopic++;
        } catch (KafkaException failed) {
            control.waitingOrThrow(this, failed);
        }
    }

    private void lookAtEnds(Collection<PartitionScan> open) {
        Map<TopicPartition, PartitionScan> asked = new HashMap<>();
        open.forEach(scan -> asked.put(scan.topicPartition(), scan));
        OffsetAnswer answer = offsets.ends(asked.keySet());
        if (!answer.missing().isEmpty()) {
            control.waitingFor(this, answer.troubles().values());
        }
        Map<TopicPartition, Long> ends = answer.offsets();
        boolean allShort = asked.values().stream()
                .allMatch(scan -> ends.getOrDefault(scan.topicPartition(), Long.MAX_VALUE) < scan.to());
        looksAtShortPartition = allShort ? looksAtShortPartition + 1 : 0;
        if (looksAtShortPartition >= LOOKS_UNTIL_GONE) {
            throw new ShortenedException(asked.values(), ends);
        }
    }

    /** Partitions end before the ends that they had: their logs were cut off, or the topic was made anew. */
    static final class ShortenedException extends TopicChangedException {
        private static final long serialVersionUID = 1L;

        private ShortenedException(Collection<PartitionScan> scans, Map<TopicPartition, Long> ends) {
            super(
                    text(scans, ends),
                    "It was deleted and created again, or a broker without all records became leader.");
        }

        private static String text(Collection<PartitionScan> scans, Map<TopicPartition, Long> ends) {
            PartitionScan first = scans.iterator().next();
            return first.id() + " ends at " + ends.get(first.topicPartition()) + " now, and ended at " + first.to()
                    + " when the search began";
        }
    }
}
