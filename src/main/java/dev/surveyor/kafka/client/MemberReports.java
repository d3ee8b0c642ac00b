package dev.surveyor.kafka.client;

import dev.surveyor.domain.event.ClientEvent.ClientError;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.event.ClientEvent.OffsetsCommitted;
import dev.surveyor.domain.event.ClientEvent.PartitionsAssigned;
import dev.surveyor.domain.event.ClientEvent.PartitionsLost;
import dev.surveyor.domain.event.ClientEvent.PartitionsRevoked;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Puts what befalls one member on the connection's event stream. Who it is may be asked by any thread.
 */
public final class MemberReports {

    /** Why the coordinator does not know of an end. */
    public static final String SILENT = "ended without telling the coordinator";

    /** Why a member that was to vanish is said to have left. */
    public static final String NOT_SILENT = "was to vanish, but its client has told the coordinator";

    private final ClientContext context;
    private final String client;
    private final String group;
    private volatile String memberId = "";
    private volatile int generation = -1;

    /**
     * Reports for one member; nothing is known of its membership yet.
     *
     * @param client its {@code client.id}
     * @param group its {@code group.id}
     */
    public MemberReports(ClientContext context, String client, String group) {
        this.context = context;
        this.client = client;
        this.group = group;
    }

    /** Notes who the member is now. */
    void identity(ConsumerGroupMetadata now) {
        memberId = now.memberId();
        generation = now.generationId();
    }

    /** Returns the id of the member as the last callback saw it, empty text before the first. */
    public String memberId() {
        return memberId;
    }

    /** Returns the generation or member epoch as the last callback saw it, -1 before the first. */
    public int generation() {
        return generation;
    }

    Instant now() {
        return context.clock().instant();
    }

    void assigned(Instant at, List<MovedPartition> partitions, Duration callback) {
        context.events().publish(new PartitionsAssigned(at, client, group, memberId, generation, partitions, callback));
    }

    void revoked(Instant at, List<MovedPartition> partitions, Duration callback) {
        context.events().publish(new PartitionsRevoked(at, client, group, memberId, generation, partitions, callback));
    }

    void lost(Instant at, List<MovedPartition> partitions, Duration callback) {
        context.events().publish(new PartitionsLost(at, client, group, memberId, generation, partitions, callback));
    }

    /** Reports that it joined or ended; the partitions are those that it had then. */
    public void changed(MemberChanged.Kind kind, List<MovedPartition> partitions, String reason) {
        context.events()
                .publish(
                        new MemberChanged(now(), client, group, memberId, generation, kind, false, partitions, reason));
    }

    /** Reports a commit, with its error where it failed. */
    public void committed(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Throwable error) {
        List<PartitionOffset> places = offsets.entrySet().stream()
                .map(entry -> PartitionOffset.of(
                        new PartitionId(entry.getKey().topic(), entry.getKey().partition()),
                        entry.getValue().offset()))
                .sorted(java.util.Comparator.comparing(PartitionOffset::partition))
                .toList();
        String text =
                error == null ? null : failure("committing offsets", error).sentence();
        context.events().publish(new OffsetsCommitted(now(), client, group, places, text));
    }

    /** Reports what ended it. */
    public void failed(BrokerFailure failure) {
        context.events().publish(new ClientError(now(), client, failure, true));
    }

    /** Returns what was thrown, in words. */
    public BrokerFailure failure(String activity, Throwable thrown) {
        return context.failures().translate(activity + " as a member of group " + group, thrown);
    }
}
