package dev.surveyor.kafka.group;

import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.event.ClientEvent.MemberChanged;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.domain.group.MemberStatus.Phase;
import dev.surveyor.domain.group.MovedPartition;
import dev.surveyor.kafka.client.CommitSchedule;
import dev.surveyor.kafka.client.MemberReports;
import dev.surveyor.kafka.client.PartitionOffsets;
import dev.surveyor.kafka.client.RebalanceCallbacks;
import dev.surveyor.kafka.client.SilentClose;
import dev.surveyor.service.group.GroupMember;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.jspecify.annotations.Nullable;

/**
 * A member with a poll thread of its own, which alone touches its client. Others give orders, which the thread takes
 * up within a tenth of a second.
 */
final class KafkaGroupMember implements GroupMember {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final MemberSettings settings;
    private final String clientId;
    private final List<String> topics;
    private final Supplier<Consumer<byte[], byte[]>> factory;
    private final PartitionOffsets asked;
    private final IsolationLevel isolation;
    private final MemberReports reports;
    private final MemberOrders orders;
    private final MemberOffsets offsets = new MemberOffsets();
    private final AtomicLong processed = new AtomicLong();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile @Nullable MemberPartitions partitions;
    private volatile @Nullable Phase lastPhase;
    private volatile @Nullable BrokerFailure failure;

    /**
     * @param settings how it takes part
     * @param clientId its {@code client.id}
     * @param topics what it subscribes to
     * @param factory makes the client, on the poll thread
     * @param asked tells where partitions begin and end
     * @param isolation of the client
     * @param reports where its events go
     */
    KafkaGroupMember(
            MemberSettings settings,
            String clientId,
            List<String> topics,
            Supplier<Consumer<byte[], byte[]>> factory,
            PartitionOffsets asked,
            IsolationLevel isolation,
            MemberReports reports) {
        this.settings = settings;
        this.clientId = clientId;
        this.topics = List.copyOf(topics);
        this.factory = factory;
        this.asked = asked;
        this.isolation = isolation;
        this.reports = reports;
        this.orders = new MemberOrders(settings.processingDelay());
    }

    @Override
    public MemberStatus status() {
        MemberPartitions now = partitions;
        return new MemberStatus(
                settings,
                clientId,
                reports.memberId(),
                reports.generation(),
                phase(now),
                lastPhase != null || now == null ? List.of() : now.assignment(),
                processed.get(),
                failure);
    }

    private Phase phase(@Nullable MemberPartitions now) {
        Phase last = lastPhase;
        if (last != null) {
            return last;
        }
        return switch (orders.current()) {
            case PAUSE -> Phase.PAUSED;
            case HOLD -> Phase.NOT_POLLING;
            case RUN, LEAVE, VANISH -> now == null || !now.joined() ? Phase.JOINING : Phase.RUNNING;
        };
    }

    @Override
    public void processingDelay(Duration delay) {
        orders.delay(delay);
    }

    @Override
    public void pause() {
        orders.give(MemberOrders.Order.PAUSE);
    }

    @Override
    public void resume() {
        orders.give(MemberOrders.Order.RUN);
    }

    @Override
    public void stopPolling() {
        orders.give(MemberOrders.Order.HOLD);
    }

    @Override
    public CompletableFuture<Void> leave() {
        orders.give(MemberOrders.Order.LEAVE);
        return ended.copy();
    }

    @Override
    public CompletableFuture<Void> vanish() {
        orders.give(MemberOrders.Order.VANISH);
        return ended.copy();
    }

    @Override
    public void close() {
        var unused = leave();
    }

    /** Returns what completes when its client is closed. */
    CompletableFuture<Void> ended() {
        return ended.copy();
    }

    /** Runs the member until it is told to end or fails; the body of its thread. */
    void run() {
        try {
            Consumer<byte[], byte[]> consumer = factory.get();
            take(consumer);
        } catch (RuntimeException thrown) {
            failed(thrown, "starting");
        } finally {
            ended.complete(null);
        }
    }

    private void take(Consumer<byte[], byte[]> consumer) {
        CommitSchedule schedule = new CommitSchedule(settings.commit(), System::nanoTime);
        MemberPartitions own = new MemberPartitions(settings, schedule, asked, isolation, consumer, offsets, reports);
        partitions = own;
        RebalanceCallbacks callbacks = new RebalanceCallbacks(consumer, reports, own);
        MemberCommits commits = new MemberCommits(schedule, consumer, offsets, own, reports);
        try {
            consumer.subscribe(topics, callbacks);
            while (!orders.ending()) {
                turn(consumer, own, commits);
            }
            end(consumer, own, callbacks);
        } catch (RuntimeException thrown) {
            callbacks.silence();
            boolean fenced = thrown instanceof FencedInstanceIdException;
            BrokerFailure words = failed(thrown, "taking part");
            if (own.joined()) {
                reports.changed(
                        fenced ? MemberChanged.Kind.FENCED : MemberChanged.Kind.LEFT,
                        offsets.moved(own.owned()),
                        words.sentence());
            }
            closeQuietly(consumer);
        }
    }

    private void turn(Consumer<byte[], byte[]> consumer, MemberPartitions own, MemberCommits commits) {
        MemberOrders.Order order = orders.current();
        if (order == MemberOrders.Order.HOLD) {
            orders.awaitOther(order);
            return;
        }
        if (order == MemberOrders.Order.PAUSE) {
            consumer.pause(consumer.assignment());
        } else if (!consumer.paused().isEmpty()) {
            consumer.resume(consumer.paused());
        }
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (!orders.work()) {
                return;
            }
            offsets.processedUpTo(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            processed.incrementAndGet();
        }
        records.nextOffsets().forEach((partition, next) -> {
            if (own.owned().contains(partition)) {
                offsets.processedUpTo(partition, next.offset());
            }
        });
        commits.afterTurn(!records.nextOffsets().isEmpty());
    }

    private void end(Consumer<byte[], byte[]> consumer, MemberPartitions own, RebalanceCallbacks callbacks) {
        if (orders.current() == MemberOrders.Order.VANISH) {
            callbacks.silence();
            List<MovedPartition> had = offsets.moved(own.owned());
            boolean silent = SilentClose.close(consumer, settings);
            lastPhase = silent ? Phase.VANISHED : Phase.LEFT;
            reports.changed(
                    silent ? MemberChanged.Kind.VANISHED : MemberChanged.Kind.LEFT,
                    had,
                    silent ? MemberReports.SILENT : MemberReports.NOT_SILENT);
            return;
        }
        consumer.close(
                CloseOptions.timeout(CLOSE_LIMIT).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        lastPhase = Phase.LEFT;
        reports.changed(MemberChanged.Kind.LEFT, List.of(), "");
    }

    private BrokerFailure failed(RuntimeException thrown, String activity) {
        BrokerFailure words = reports.failure(activity, thrown);
        failure = words;
        lastPhase = Phase.FAILED;
        reports.failed(words);
        return words;
    }

    private static void closeQuietly(Consumer<byte[], byte[]> consumer) {
        try {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        } catch (KafkaException alreadyReported) {
            // The failure that ended the member is the one to show.
        }
    }
}
