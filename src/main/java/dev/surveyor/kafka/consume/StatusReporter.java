package dev.surveyor.kafka.consume;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Keeps the status of a consumer true: its phase at each turn, its lag once a second. Poll thread only. */
final class StatusReporter {

    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

    /** Trouble that did not come again for so long is over. */
    private static final Duration TROUBLE_LASTS = Duration.ofSeconds(1);

    private final ConsumerParts parts;
    private final Membership membership;
    private final Seeks seeks;
    private final BackPressure backPressure;
    private final StatusBoard board;
    private final PartitionEnds ends;
    private final Lag behind;
    private final Leaders leaders;

    private List<PartitionId> assignment = List.of();
    private Set<TopicPartition> assigned = Set.of();
    private OptionalLong lag = OptionalLong.empty();
    private List<PartitionTrouble> troubles = List.of();
    private @Nullable BrokerFailure trouble;
    private long troubleAt;
    private int seenEpoch;
    private long lastData = System.nanoTime() - TROUBLE_LASTS.toNanos();
    private long lastLook = System.nanoTime();

    /**
     * @param atEnd told when a partition was read to its end
     */
    StatusReporter(
            ConsumerParts parts,
            Membership membership,
            Seeks seeks,
            BackPressure backPressure,
            StatusBoard board,
            Consumer<PartitionOffset> atEnd) {
        this.parts = parts;
        this.membership = membership;
        this.seeks = seeks;
        this.backPressure = backPressure;
        this.board = board;
        this.ends = new PartitionEnds(parts, atEnd);
        this.behind = new Lag(parts);
        this.leaders = new Leaders(parts);
    }

    /** Returns the partitions that have records which were not polled yet, as far as the client knows. */
    Set<PartitionId> behind() {
        Set<PartitionId> partitions = new HashSet<>();
        for (TopicPartition partition : assigned) {
            if (parts.client().currentLag(partition).orElse(1) > 0) {
                partitions.add(ConsumerParts.id(partition));
            }
        }
        return partitions;
    }

    /** Told of a failure that may pass. */
    void troubled(BrokerFailure failure) {
        trouble = failure;
        troubleAt = System.nanoTime();
        board.phase(membership.begun() ? ConsumePhase.RECONNECTING : ConsumePhase.CONNECTING, failure);
    }

    /**
     * Called before records are handed on: those of a partition are seen when the status names it, not sooner, and what
     * is {@link #behind()} counts it.
     */
    void assigned() {
        Set<TopicPartition> nowAssigned = parts.client().assignment();
        if (!nowAssigned.equals(assigned)) {
            assigned = Set.copyOf(nowAssigned);
            assignment = ConsumerParts.sorted(assigned);
            behind.clear();
            lag = OptionalLong.empty();
            board.reading(assignment, lag, seeks, membership.generation());
        }
    }

    /**
     * Called at the end of each turn.
     *
     * @param data whether records came in it
     */
    void update(boolean data) {
        long now = System.nanoTime();
        if (data) {
            lastData = now;
        }
        assigned();
        if (seenEpoch != seeks.seekEpoch()) {
            seenEpoch = seeks.seekEpoch();
            ends.clear();
        }
        if (!backPressure.held()) {
            ends.look();
        }
        if (now - lastLook >= LOOK_INTERVAL.toNanos()) {
            lastLook = now;
            look();
        }
        board.memberId(membership.memberId());
        board.reading(assignment, lag, seeks, membership.generation());
        BrokerFailure failure = failure(now);
        board.phase(phase(failure), failure);
        board.topics(leaders.partitionsOfTopics(), troubles);
    }

    private void look() {
        membership.look();
        if (parts.context().reachability().failure() == null) {
            Set<TopicPartition> read = new HashSet<>(assigned);
            read.removeAll(membership.late());
            lag = behind.look(read, backPressure.held());
            read.addAll(membership.late());
            troubles = troubles(leaders.look(read));
        }
    }

    /** Returns what is wrong with each partition that gives no records, in order: what it said itself goes first. */
    private List<PartitionTrouble> troubles(List<PartitionTrouble> withoutLeader) {
        Map<PartitionId, PartitionTrouble> byPartition = new TreeMap<>();
        withoutLeader.forEach(trouble -> byPartition.put(trouble.partition(), trouble));
        membership.troubles().forEach(trouble -> byPartition.put(trouble.partition(), trouble));
        return List.copyOf(byPartition.values());
    }

    private @Nullable BrokerFailure failure(long now) {
        if (now - lastData < TROUBLE_LASTS.toNanos()) {
            // Records say more than a monitor that asks another broker.
            return null;
        }
        BrokerFailure gone = parts.context().reachability().failure();
        if (gone != null) {
            return gone;
        }
        return trouble != null && now - troubleAt < TROUBLE_LASTS.toNanos() ? trouble : null;
    }

    private ConsumePhase phase(@Nullable BrokerFailure failure) {
        if (failure != null) {
            return ConsumePhase.RECONNECTING;
        }
        if (!membership.begun()) {
            return ConsumePhase.CONNECTING;
        }
        if (membership.rebalancing()) {
            return ConsumePhase.REBALANCING;
        }
        if (backPressure.heldByUser()) {
            return ConsumePhase.PAUSED_BY_USER;
        }
        return backPressure.heldByBuffer() ? ConsumePhase.PAUSED_BY_BUFFER : ConsumePhase.RUNNING;
    }
}
