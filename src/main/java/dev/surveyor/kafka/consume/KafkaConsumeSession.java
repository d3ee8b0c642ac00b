package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumeStatus;
import dev.surveyor.domain.consume.LookBack;
import dev.surveyor.domain.consume.MemberSettings.CommitPolicy;
import dev.surveyor.domain.consume.PartitionPosition;
import dev.surveyor.domain.consume.ReadOutcome;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.consume.ConsumeSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A running consumer as others see it: hands what it is asked to the poll loop. */
final class KafkaConsumeSession implements ConsumeSession {

    private final ConsumeRequest request;
    private final String clientId;
    private final PollLoop loop;
    private CompletableFuture<?> lastMove = CompletableFuture.completedFuture(null);

    KafkaConsumeSession(ConsumeRequest request, String clientId, PollLoop loop) {
        this.request = request;
        this.clientId = clientId;
        this.loop = loop;
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
        return loop.board().status();
    }

    @Override
    public @Nullable LookBack lookBack() {
        return loop.board().lookBack();
    }

    @Override
    public void pause() {
        loop.backPressure().hold(true);
    }

    @Override
    public void resume() {
        loop.backPressure().hold(false);
    }

    @Override
    public CompletableFuture<List<PartitionPosition>> positions() {
        return loop.submit(
                "reading the positions of " + clientId, turns -> turns.seeks().positions());
    }

    @Override
    public CompletableFuture<List<PartitionPosition>> seek(Map<PartitionId, Long> offsets) {
        Map<PartitionId, Long> targets = Map.copyOf(offsets);
        String activity = "moving " + clientId;
        return inOrder(() -> loop.submit(activity, turns -> turns.seeks().clamped(targets))
                .thenCompose(clamped -> loop.submit(activity, turns -> {
                    turns.seek(targets, clamped);
                    return turns.seeks().positions();
                })));
    }

    /** The last of several moves wins, however long the brokers take to answer for each. */
    private synchronized <T> CompletableFuture<T> inOrder(Supplier<CompletableFuture<T>> move) {
        CompletableFuture<T> next = lastMove.handle((done, failed) -> null).thenCompose(before -> move.get());
        lastMove = next;
        return next;
    }

    @Override
    public void commitBy(CommitPolicy policy) {
        CompletableFuture<Void> unused = loop.submit("changing how " + clientId + " commits", turns -> {
            turns.membership().commitBy(policy);
            return CompletableFuture.completedFuture(null);
        });
    }

    @Override
    public CompletableFuture<Void> commit(Map<PartitionId, Long> offsets) {
        Map<TopicPartition, OffsetAndMetadata> toCommit = new HashMap<>();
        offsets.forEach((id, offset) -> toCommit.put(ConsumerParts.partition(id), new OffsetAndMetadata(offset)));
        return loop.submit("committing offsets", turns -> turns.membership().commit(toCommit));
    }

    @Override
    public CompletableFuture<ReadOutcome> readOne(@Nullable Duration timeout) {
        return loop.readOne(timeout);
    }

    @Override
    public CompletableFuture<Map<PartitionId, Long>> lastPositions() {
        return loop.lastPositions();
    }

    @Override
    public CompletableFuture<Void> stop() {
        return loop.stop();
    }

    @Override
    public void close() {
        CompletableFuture<Void> unused = stop();
    }
}
