package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.ConsumeRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidGroupIdException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Reads partitions that are assigned by hand, with no group: it never commits and nobody takes a partition away. */
final class StandaloneMembership implements Membership {

    private static final Duration METADATA_LIMIT = Duration.ofMillis(1_500);

    /** A broker that has just started may not know all its topics for a moment. */
    private static final int LOOKS_UNTIL_DELETED = 5;

    private final Reading reading;
    private final ConsumeRequest request;
    private final StartOffsets starts;
    private int looksWithoutTopic;
    private boolean begun;

    StandaloneMembership(Reading reading, ConsumeRequest request) {
        this.reading = reading;
        this.request = request;
        this.starts = new StartOffsets(reading.offsets());
    }

    @Override
    public void begin() {
        Set<TopicPartition> partitions = partitions();
        Map<TopicPartition, Long> offsets = starts.of(request.start(), partitions);
        reading.client().assign(partitions);
        offsets.forEach(reading.client()::seek);
        begun = true;
    }

    /** Returns the partitions that are wanted and exist. */
    private Set<TopicPartition> partitions() {
        Set<TopicPartition> partitions = new HashSet<>();
        for (String topic : request.topics()) {
            List<PartitionInfo> known = reading.client().partitionsFor(topic, METADATA_LIMIT);
            if (known == null || known.isEmpty()) {
                throw new UnknownTopicOrPartitionException("Topic " + topic + " does not exist.");
            }
            for (PartitionInfo info : known) {
                if (request.partitions().isEmpty() || request.partitions().contains(info.partition())) {
                    partitions.add(new TopicPartition(topic, info.partition()));
                }
            }
        }
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException(
                    "None of the partitions " + request.partitions() + " exists in " + request.topics() + ".");
        }
        return partitions;
    }

    /** Finds partitions that were added, and reads them from their beginning: whatever is in them is new. */
    @Override
    public void look() {
        Set<TopicPartition> now;
        try {
            now = partitions();
            looksWithoutTopic = 0;
        } catch (UnknownTopicOrPartitionException gone) {
            if (++looksWithoutTopic >= LOOKS_UNTIL_DELETED) {
                throw gone;
            }
            return;
        } catch (TimeoutException notTold) {
            return;
        }
        Consumer<byte[], byte[]> client = reading.client();
        Set<TopicPartition> added = new HashSet<>(now);
        added.removeAll(client.assignment());
        if (!added.isEmpty()) {
            Map<TopicPartition, Long> begin = reading.offsets().begin(added);
            Set<TopicPartition> all = new HashSet<>(client.assignment());
            all.addAll(begin.keySet());
            client.assign(all);
            new HashMap<>(begin).forEach(client::seek);
        }
    }

    @Override
    public boolean rebalancing() {
        return false;
    }

    @Override
    public boolean begun() {
        return begun;
    }

    @Override
    public int generation() {
        return -1;
    }

    @Override
    public String memberId() {
        return "";
    }

    @Override
    public void delivered(Map<TopicPartition, OffsetAndMetadata> next) {}

    @Override
    public void moved(Map<TopicPartition, OffsetAndMetadata> next) {}

    @Override
    public CompletableFuture<Void> commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        return CompletableFuture.failedFuture(new InvalidGroupIdException("A standalone consumer has no group."));
    }

    /** Nobody waits for a consumer without a group, and a parked fetch would hold up a patient close. */
    @Override
    public CloseOptions closing(boolean vanishing) {
        return CloseOptions.timeout(Duration.ZERO);
    }

    @Override
    public void closed() {}
}
