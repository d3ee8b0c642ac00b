package dev.surveyor.service.consume;

import dev.surveyor.domain.cluster.PartitionTrouble;
import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumeStatus;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.LookBack;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.ReadOutcome;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A consumer that does what the test says. It keeps the promises of {@link ConsumeSessionContract}. */
public final class FakeConsumer implements ConsumeSession {

    public final ConsumeRequest request;
    public final RecordSink sink;
    public final List<Map<PartitionId, Long>> seeks = new ArrayList<>();
    public volatile ConsumePhase phase = ConsumePhase.RUNNING;
    public int seekEpoch;
    public boolean soughtEnd;
    public volatile OptionalLong lag = OptionalLong.of(12);
    public volatile @Nullable BrokerFailure failure;
    public volatile List<PartitionId> assignment = List.of();
    public volatile int partitionsOfTopics;
    public volatile List<PartitionTrouble> troubles = List.of();
    public boolean closed;
    public String clientId = "surveyor-1";

    /** Completes when this one has ended after it was stopped: at once, unless a test puts another in its place. */
    public CompletableFuture<Void> end = CompletableFuture.completedFuture(null);

    /** Where it stands when it ends. */
    public CompletableFuture<Map<PartitionId, Long>> last = CompletableFuture.completedFuture(Map.of());

    public @Nullable LookBack lookBack;

    public List<PartitionPosition> positions = new ArrayList<>(List.of(new PartitionPosition(
            new PartitionId("orders", 0), 0, 1_204, OptionalLong.of(1_204), OptionalLong.empty())));

    /** What becomes of a question for positions and of a move; null where both work. */
    public @Nullable RuntimeException refusal;

    public final List<CommitPolicy> commitPolicies = new ArrayList<>();
    public final List<ReadWish> readOnes = new ArrayList<>();

    public FakeConsumer(ConsumeRequest request, RecordSink sink) {
        this.request = request;
        this.sink = sink;
    }

    /** Polls these records, and pauses as a real one does where there is no room. */
    public void poll(List<ConsumedRecord> batch) {
        sink.accept(batch);
        if (!sink.hasRoom()) {
            phase = ConsumePhase.PAUSED_BY_BUFFER;
        }
    }

    /** Asks for room again, as a real one does at each turn. */
    public void turn() {
        if (phase == ConsumePhase.PAUSED_BY_BUFFER && sink.hasRoom()) {
            phase = ConsumePhase.RUNNING;
        }
    }

    @Override
    public ConsumeRequest request() {
        return request;
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public ConsumeStatus status() {
        return new ConsumeStatus(
                phase, assignment, 0, 0, lag, seekEpoch, soughtEnd, -1, partitionsOfTopics, troubles, failure);
    }

    @Override
    public void pause() {
        phase = ConsumePhase.PAUSED_BY_USER;
    }

    @Override
    public void resume() {
        phase = ConsumePhase.RUNNING;
    }

    @Override
    public CompletableFuture<List<PartitionPosition>> seek(Map<PartitionId, Long> offsets) {
        if (refusal == null && !offsets.keySet().stream().allMatch(this::isAssigned)) {
            return CompletableFuture.failedFuture(new IllegalStateException("not assigned: " + offsets));
        }
        seeks.add(offsets);
        seekEpoch++;
        positions.replaceAll(each -> moved(each, offsets.get(each.partition())));
        return positions();
    }

    private boolean isAssigned(PartitionId id) {
        return positions.stream().anyMatch(each -> each.partition().equals(id));
    }

    private static PartitionPosition moved(PartitionPosition before, @Nullable Long offset) {
        return offset == null
                ? before
                : new PartitionPosition(
                        before.partition(),
                        before.beginOffset(),
                        before.endOffset(),
                        OptionalLong.of(offset),
                        before.committed());
    }

    @Override
    public CompletableFuture<Void> commit(Map<PartitionId, Long> offsets) {
        return request.mode() instanceof ConsumerMode.Standalone
                ? CompletableFuture.failedFuture(new IllegalStateException("a standalone consumer commits nothing"))
                : CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<ReadOutcome> readOne(@Nullable Duration timeout) {
        phase = ConsumePhase.PAUSED_BY_USER;
        readOnes.add(new ReadWish(timeout, new CompletableFuture<>()));
        return readOnes.get(readOnes.size() - 1).result();
    }

    /** A wish for one record, which the test answers. */
    public record ReadWish(@Nullable Duration timeout, CompletableFuture<ReadOutcome> result) {}

    @Override
    public CompletableFuture<Map<PartitionId, Long>> lastPositions() {
        return last;
    }

    @Override
    public @Nullable LookBack lookBack() {
        return lookBack;
    }

    @Override
    public CompletableFuture<List<PartitionPosition>> positions() {
        return refusal == null
                ? CompletableFuture.completedFuture(List.copyOf(positions))
                : CompletableFuture.failedFuture(refusal);
    }

    @Override
    public void commitBy(CommitPolicy policy) {
        commitPolicies.add(policy);
    }

    @Override
    public CompletableFuture<Void> stop() {
        closed = true;
        return end.whenComplete((done, failed) -> phase = ConsumePhase.STOPPED);
    }

    @Override
    public void close() {
        var unused = stop();
    }
}
