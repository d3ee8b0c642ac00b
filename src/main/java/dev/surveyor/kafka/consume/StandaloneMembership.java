package dev.surveyor.kafka.consume;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.consume.Subscription;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
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

    private static final int LOOKS_PER_LISTING = 3;

    /** How the names begin of topics that Kafka keeps for itself. */
    private static final String INTERNAL = "__";

    private final ConsumerParts parts;
    private final ConsumeRequest request;
    private final StartOffsets starts;
    private final LastRecords lastRecords;
    private final Starts told;
    private final LatePartitions late;
    private final LatePartitions.Rule beginnings;
    private int looks;
    private int looksWithoutTopic;
    private boolean begun;

    /**
     * @param lastRecords brings the client to the last records where those are wanted
     * @param told takes from where partitions are read
     */
    StandaloneMembership(
            ConsumerParts parts, ConsumeRequest request, StartOffsets starts, LastRecords lastRecords, Starts told) {
        this.parts = parts;
        this.request = request;
        this.starts = starts;
        this.lastRecords = lastRecords;
        this.told = told;
        this.late = new LatePartitions(parts);
        this.beginnings = some -> parts.offsets().begin(some);
    }

    @Override
    public List<ConsumerRecords<ByteBuffer, ByteBuffer>> begin() {
        Set<TopicPartition> partitions = partitions();
        Instant now = parts.context().clock().instant();
        List<ConsumerRecords<ByteBuffer, ByteBuffer>> read = List.of();
        Map<TopicPartition, Long> offsets;
        if (request.start() instanceof StartPosition.LastRecords last) {
            LookingBack.Found found = lastRecords.alone(partitions, last.count());
            offsets = found.starts();
            read = found.records();
        } else {
            offsets = starts.of(request.start(), partitions);
            parts.client().assign(offsets.keySet());
            offsets.forEach(parts.client()::seek);
        }
        StartPosition start = StartOffsets.ofLate(request.start(), now);
        late.waitFor(partitions, offsets, some -> starts.of(start, some));
        told.readsFrom(offsets);
        begun = true;
        return read;
    }

    /** Returns the partitions that are wanted and exist. */
    private Set<TopicPartition> partitions() {
        Set<TopicPartition> partitions = new HashSet<>();
        for (PartitionInfo info : infos()) {
            if (request.partitions().isEmpty() || request.partitions().contains(info.partition())) {
                partitions.add(new TopicPartition(info.topic(), info.partition()));
            }
        }
        // A pattern may have nothing to match yet.
        if (partitions.isEmpty() && request.subscription() instanceof Subscription.Topics) {
            throw new UnknownTopicOrPartitionException("None of the partitions " + request.partitions() + " exists in "
                    + request.subscription().text() + ".");
        }
        return partitions;
    }

    private List<PartitionInfo> infos() {
        List<PartitionInfo> infos = new ArrayList<>();
        if (request.subscription() instanceof Subscription.Topics topics) {
            for (String topic : topics.names()) {
                List<PartitionInfo> known = parts.client().partitionsFor(topic, METADATA_LIMIT);
                if (known == null || known.isEmpty()) {
                    throw new UnknownTopicOrPartitionException("Topic " + topic + " does not exist.");
                }
                infos.addAll(known);
            }
        } else if (request.subscription() instanceof Subscription.Matching matching) {
            Pattern pattern = Pattern.compile(matching.regex());
            parts.client().listTopics(METADATA_LIMIT).forEach((topic, known) -> {
                if (!topic.startsWith(INTERNAL) && pattern.matcher(topic).matches()) {
                    infos.addAll(known);
                }
            });
        }
        return infos;
    }

    /** Finds partitions and topics that were added, and reads them from their beginning: all that is in them is new. */
    @Override
    public void look() {
        lookForAdded();
        join(late.arrived());
    }

    private void lookForAdded() {
        // The names of all topics cost a question to a broker each time; those of one topic mostly do not.
        boolean costly = request.subscription() instanceof Subscription.Matching;
        if (costly && ++looks % LOOKS_PER_LISTING != 0) {
            return;
        }
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
        Set<TopicPartition> added = new HashSet<>(now);
        added.removeAll(parts.client().assignment());
        added.removeAll(late.partitions());
        late.waitFor(added, Map.of(), beginnings);
    }

    /** Reads those as well that can be read by now. */
    private void join(Map<TopicPartition, Long> arrived) {
        if (!arrived.isEmpty()) {
            Consumer<ByteBuffer, ByteBuffer> client = parts.client();
            Set<TopicPartition> all = new HashSet<>(client.assignment());
            all.addAll(arrived.keySet());
            client.assign(all);
            arrived.forEach(client::seek);
            told.readsFrom(arrived);
        }
    }

    @Override
    public Set<TopicPartition> late() {
        return late.partitions();
    }

    @Override
    public List<PartitionTrouble> troubles() {
        return late.troubles();
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
    public void commitBy(CommitPolicy policy) {}

    @Override
    public CompletableFuture<Void> commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        return CompletableFuture.failedFuture(new InvalidGroupIdException("A standalone consumer has no group."));
    }

    /** Nobody waits for a consumer without a group, and a parked fetch would hold up a patient close. */
    @Override
    public boolean close(boolean vanishing) {
        parts.client().close(CloseOptions.timeout(Duration.ZERO));
        return false;
    }

    @Override
    public void closed() {}
}
