package dev.surveyor.ui.seek;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumeStatus;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.ReadOutcome;
import dev.surveyor.domain.consume.StartPosition;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.ConsumeSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A running standalone consumer of {@code orders} that remembers where it was moved. */
final class FakeConsumeSession implements ConsumeSession {

    final List<PartitionPosition> positions = new ArrayList<>();
    final List<Map<PartitionId, Long>> seeks = new ArrayList<>();

    @Nullable
    RuntimeException failure;

    /** Returns the partitions of the picture of this dialog. */
    static FakeConsumeSession of_the_picture() {
        FakeConsumeSession session = new FakeConsumeSession();
        session.add(100, 8_102, 8_102, 8_090);
        session.add(0, 21_953, 21_953, 21_951);
        session.add(0, 16_024, 16_024, 15_983);
        session.add(1_200, 48_209, 48_207, 48_157);
        session.add(0, 9_313, 9_313, 9_305);
        session.add(0, 12_747, 12_747, 12_740);
        return session;
    }

    void add(long begin, long end, long position, long committed) {
        positions.add(new PartitionPosition(
                new PartitionId("orders", positions.size()),
                begin,
                end,
                OptionalLong.of(position),
                committed < 0 ? OptionalLong.empty() : OptionalLong.of(committed)));
    }

    @Override
    public ConsumeRequest request() {
        return ConsumeRequest.standalone("orders", new StartPosition.NewRecords());
    }

    @Override
    public String clientId() {
        return "explorer-1";
    }

    @Override
    public ConsumeStatus status() {
        return new ConsumeStatus(ConsumePhase.RUNNING, List.of(), 0, 0, OptionalLong.empty(), 0, false, -1, null);
    }

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public CompletableFuture<List<PartitionPosition>> positions() {
        return failure == null
                ? CompletableFuture.completedFuture(List.copyOf(positions))
                : CompletableFuture.failedFuture(failure);
    }

    @Override
    public CompletableFuture<List<PartitionPosition>> seek(Map<PartitionId, Long> offsets) {
        seeks.add(offsets);
        return positions();
    }

    @Override
    public CompletableFuture<Void> commit(Map<PartitionId, Long> offsets) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<ReadOutcome> readOne(@Nullable Duration timeout) {
        return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> lastPositions() {
        return CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public CompletableFuture<Void> stop() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
}
