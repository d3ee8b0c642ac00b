package dev.surveyor.kafka.group;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.kafka.client.CommitSchedule;
import dev.surveyor.kafka.client.MemberReports;
import dev.surveyor.kafka.client.OffsetQuestion;
import dev.surveyor.kafka.client.PartitionOffsets;
import dev.surveyor.kafka.client.RebalanceCallbacks;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Does at a rebalance what a careful consumer does - commit what is processed when told to, begin where the group
 * stopped. For the poll thread, but where it says otherwise.
 */
final class MemberPartitions implements RebalanceCallbacks.Actions {

    /** Within a callback the whole group waits. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(3);

    private static final Duration ASK_LIMIT = Duration.ofMillis(1_500);

    private final MemberSettings settings;
    private final CommitSchedule schedule;
    private final PartitionOffsets asked;
    private final IsolationLevel isolation;
    private final Consumer<byte[], byte[]> consumer;
    private final MemberOffsets offsets;
    private final MemberReports reports;
    private final Set<TopicPartition> owned = new HashSet<>();
    private volatile List<PartitionId> assignment = List.of();
    private volatile boolean joined;

    /**
     * @param asked tells where partitions begin and end
     * @param isolation of the consumer
     */
    MemberPartitions(
            MemberSettings settings,
            CommitSchedule schedule,
            PartitionOffsets asked,
            IsolationLevel isolation,
            Consumer<byte[], byte[]> consumer,
            MemberOffsets offsets,
            MemberReports reports) {
        this.settings = settings;
        this.schedule = schedule;
        this.asked = asked;
        this.isolation = isolation;
        this.consumer = consumer;
        this.offsets = offsets;
        this.reports = reports;
    }

    @Override
    public List<MovedPartition> assigned(Collection<TopicPartition> partitions) {
        if (!joined) {
            joined = true;
            reports.changed(MemberChanged.Kind.JOINED, List.of(), "");
        }
        if (!partitions.isEmpty()) {
            begin(Set.copyOf(partitions));
        }
        own(partitions, true);
        return offsets.moved(partitions);
    }

    @Override
    public List<MovedPartition> revoked(Collection<TopicPartition> partitions) {
        if (schedule.beforeRevoke(settings.commitOnRevoke())) {
            commit(partitions);
        }
        return gone(partitions);
    }

    @Override
    public List<MovedPartition> lost(Collection<TopicPartition> partitions) {
        return gone(partitions);
    }

    private List<MovedPartition> gone(Collection<TopicPartition> partitions) {
        own(partitions, false);
        List<MovedPartition> places = offsets.moved(partitions);
        partitions.forEach(offsets::forget);
        return places;
    }

    /** Commits what is processed of those partitions and waits for it; a failure is reported, not thrown. */
    void commit(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> open = offsets.toCommit(partitions);
        if (open.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(open, CALL_LIMIT);
            offsets.committed(open);
            reports.committed(open, null);
        } catch (KafkaException notCommitted) {
            reports.committed(open, notCommitted);
        }
    }

    Set<TopicPartition> owned() {
        return owned;
    }

    /** Returns what it owns, in order; for any thread. */
    List<PartitionId> assignment() {
        return assignment;
    }

    /** Returns whether it has been in the group; for any thread. */
    boolean joined() {
        return joined;
    }

    private void begin(Set<TopicPartition> partitions) {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions, CALL_LIMIT);
            Set<TopicPartition> fresh = new HashSet<>(partitions);
            fresh.removeIf(partition -> committed.get(partition) != null);
            Map<TopicPartition, Long> resets = fresh.isEmpty() ? Map.of() : resets(fresh);
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata stored = committed.get(partition);
                Long reset = resets.get(partition);
                if (stored != null) {
                    offsets.begin(partition, OptionalLong.of(stored.offset()), OptionalLong.of(stored.offset()));
                } else if (reset != null) {
                    // What the client would do by itself a moment later; done here, the start is known exactly.
                    consumer.seek(partition, reset);
                    offsets.begin(partition, OptionalLong.of(reset), OptionalLong.empty());
                } else {
                    offsets.begin(partition, OptionalLong.empty(), OptionalLong.empty());
                }
            }
        } catch (KafkaException notAnswered) {
            // The client finds its start by itself with the next poll; only the report lacks it.
            partitions.forEach(partition -> offsets.begin(partition, OptionalLong.empty(), OptionalLong.empty()));
        }
    }

    /** What does not tell is left to the client, which begins there by itself when the partition has a leader again. */
    private Map<TopicPartition, Long> resets(Set<TopicPartition> partitions) {
        OffsetQuestion question =
                switch (settings.autoOffsetReset()) {
                    case "earliest" -> OffsetQuestion.begin(partitions);
                    case "latest" -> OffsetQuestion.end(partitions, isolation);
                    default -> null;
                };
        return question == null
                ? Map.of()
                : asked.await(question.within(ASK_LIMIT), () -> false).offsets();
    }

    private void own(Collection<TopicPartition> partitions, boolean gained) {
        if (gained) {
            owned.addAll(partitions);
        } else {
            owned.removeAll(partitions);
        }
        Set<PartitionId> sorted = new TreeSet<>();
        owned.forEach(partition -> sorted.add(new PartitionId(partition.topic(), partition.partition())));
        assignment = List.copyOf(sorted);
    }
}
