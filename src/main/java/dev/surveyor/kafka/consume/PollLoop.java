package dev.surveyor.kafka.consume;

import dev.surveyor.domain.consume.ConsumePhase;
import dev.surveyor.domain.consume.ConsumeRequest;
import dev.surveyor.domain.consume.ConsumerMode;
import dev.surveyor.domain.consume.ReadOutcome;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.service.consume.RecordSink;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one consumer, on a thread of its own that alone touches the client: run queued commands, apply
 * back-pressure, poll, hand on; again and again until it is told to stop or fails for good.
 */
final class PollLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PollLoop.class);

    /** Upper limit of how long a command waits; records that arrive end a poll at once. */
    private static final Duration POLL_LIMIT = Duration.ofMillis(100);

    private static final Duration RETRY_PAUSE = Duration.ofMillis(300);

    /** A topic that was just made may be unknown to a broker for a moment. */
    private static final int TRIES_FOR_TOPIC = 4;

    private final ConsumeRequest request;
    private final ClientContext context;
    private final String clientId;
    private final LookingBack.Limits limits;
    private final Supplier<Consumer<ByteBuffer, ByteBuffer>> clients;
    private final StatusBoard board = new StatusBoard();
    private final RecordSink sink;
    private final BatchConverter converter;
    private final FloodRelay relay;
    private final ReadOneRequests requests;
    private final CommandQueue commands;
    private final BackPressure backPressure;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final CompletableFuture<Map<PartitionId, Long>> lastPositions = new CompletableFuture<>();

    private volatile boolean stopping;
    private volatile boolean vanishing;
    private volatile boolean vanished;
    private volatile boolean pollingStopped;
    private volatile @Nullable Consumer<ByteBuffer, ByteBuffer> client;
    private volatile @Nullable Thread thread;

    /**
     * @param limits when to go back no further for the last records
     * @param clients makes the client, on the poll thread
     */
    PollLoop(
            ConsumeRequest request,
            RecordSink sink,
            ClientContext context,
            String clientId,
            LookingBack.Limits limits,
            Supplier<Consumer<ByteBuffer, ByteBuffer>> clients) {
        this.request = request;
        this.context = context;
        this.clientId = clientId;
        this.limits = limits;
        this.clients = clients;
        this.sink = sink;
        this.converter = new BatchConverter(request, sink, board);
        this.relay = new FloodRelay(converter, task -> context.threads().start("intake-" + clientId, task));
        this.requests = new ReadOneRequests(context, clientId);
        this.commands = new CommandQueue(context);
        this.backPressure = new BackPressure(sink);
    }

    StatusBoard board() {
        return board;
    }

    BackPressure backPressure() {
        return backPressure;
    }

    /** Queues what needs the client. */
    <T> CompletableFuture<T> submit(String activity, java.util.function.Function<Turns, CompletableFuture<T>> command) {
        return commands.submit(activity, () -> {
            Turns turns = current;
            return turns == null
                    ? CompletableFuture.failedFuture(new IllegalStateException("This consumer is not connected yet."))
                    : command.apply(turns);
        });
    }

    /** Ends the loop without a word to the group, as a crash would. */
    CompletableFuture<Void> vanish() {
        vanishing = true;
        return stop();
    }

    /** Returns whether it has ended without a word to the group. */
    boolean vanished() {
        return vanished;
    }

    /** Stops polling, or goes on with it, so that {@code max.poll.interval.ms} may run out. */
    void pollingStopped(boolean stopped) {
        pollingStopped = stopped;
    }

    boolean pollingStopped() {
        return pollingStopped;
    }

    /** Pauses and waits for one record; any thread. */
    CompletableFuture<ReadOutcome> readOne(@Nullable Duration timeout) {
        backPressure.hold(true);
        return requests.add(timeout);
    }

    /** Ends the loop from any thread; completes when the client is closed. */
    CompletableFuture<Void> stop() {
        stopping = true;
        Consumer<ByteBuffer, ByteBuffer> open = client;
        if (open != null) {
            open.wakeup();
        }
        LockSupport.unpark(thread);
        return closed;
    }

    /** Completes when the last poll has been handed on. */
    CompletableFuture<Map<PartitionId, Long>> lastPositions() {
        return lastPositions.copy();
    }

    /** The running turns, once there is a client; poll thread only. */
    private @Nullable Turns current;

    @Override
    public void run() {
        thread = Thread.currentThread();
        BrokerFailure failure = null;
        try {
            live();
        } catch (WakeupException | InterruptException stopped) {
            LOG.debug("{} was stopped", clientId);
        } catch (RuntimeException | LinkageError | OutOfMemoryError failed) {
            failure = context.failures().translate(activity(), failed);
        } finally {
            // An interrupt would make the client give up on its good-bye.
            boolean unused = Thread.interrupted();
            relay.close();
            end(failure);
        }
    }

    private void live() {
        Consumer<ByteBuffer, ByteBuffer> opened = clients.get();
        client = opened;
        Turns turns = new Turns(ConsumerParts.of(opened, clientId, context, request.isolation(), () -> stopping));
        current = turns;
        turns.begin();
        while (!stopping) {
            turns.turn();
        }
        relay.settle();
    }

    private void end(@Nullable BrokerFailure failure) {
        commands.close();
        requests.close();
        Consumer<ByteBuffer, ByteBuffer> open = client;
        Turns turns = current;
        Map<PartitionId, Long> positions = turns == null ? Map.of() : turns.finish();
        if (open != null) {
            try {
                if (turns == null) {
                    open.close(CloseOptions.timeout(Duration.ZERO));
                } else {
                    vanished = turns.membership.close(vanishing);
                }
            } catch (KafkaException notClean) {
                LOG.info("{} did not close cleanly: {}", clientId, notClean.getMessage());
            }
        }
        if (turns != null) {
            turns.membership.closed();
        }
        board.phase(failure == null ? ConsumePhase.STOPPED : ConsumePhase.FAILED, failure);
        if (failure != null) {
            context.events().publish(new ClientEvent.ClientError(context.clock().instant(), clientId, failure, true));
        }
        context.threads().lastly(() -> {
            lastPositions.complete(positions);
            closed.complete(null);
        });
    }

    private String activity() {
        return "consuming " + request.subscription().text();
    }

    /** The turns of the loop, from the moment when there is a client. */
    final class Turns {

        private final ConsumerParts parts;
        private final Membership membership;
        private final Seeks seeks;
        private final StatusReporter reporter;
        private final LastRecords lastRecords;

        private final boolean inGroup;

        private Turns(ConsumerParts parts) {
            this.parts = parts;
            this.inGroup = request.mode() instanceof ConsumerMode.GroupMember;
            this.lastRecords = new LastRecords(parts, request, board, limits);
            StartOffsets starts = new StartOffsets(parts.offsets(), lastRecords);
            this.membership = request.mode() instanceof ConsumerMode.GroupMember member
                    ? new GroupMembership(parts, request, member.settings(), starts)
                    : new StandaloneMembership(parts, request, starts, lastRecords, this::readsFrom);
            this.seeks = new Seeks(parts, membership, inGroup, starts);
            this.reporter = new StatusReporter(parts, membership, seeks, backPressure, board, this::readUpTo);
        }

        Seeks seeks() {
            return seeks;
        }

        Membership membership() {
            return membership;
        }

        /** Tries until the cluster answers; a wrong topic or a refused login ends it. */
        private void begin() {
            int tries = 0;
            while (!stopping) {
                try {
                    handOn(membership.begin());
                    return;
                } catch (WakeupException | InterruptException stopped) {
                    throw stopped;
                } catch (KafkaException failed) {
                    tries++;
                    boolean unknownTopic = failed instanceof UnknownTopicOrPartitionException;
                    pauseOrThrow(failed, unknownTopic && tries < TRIES_FOR_TOPIC);
                }
            }
        }

        /** What was read on the way is not read again, unless somebody wants record after record. */
        private void handOn(List<ConsumerRecords<ByteBuffer, ByteBuffer>> read) {
            if (backPressure.wished()) {
                Map<TopicPartition, Long> firsts = new HashMap<>();
                read.forEach(polled -> polled.partitions()
                        .forEach(partition -> firsts.putIfAbsent(
                                partition, polled.records(partition).get(0).offset())));
                firsts.forEach(parts.client()::seek);
                return;
            }
            reporter.assigned();
            for (int i = 0; i < read.size(); i++) {
                relay.take(read.get(i), context.clock().millis(), seeks.seekEpoch(), i == read.size() - 1);
            }
            if (!read.isEmpty()) {
                // The first poll may wait for records of tomorrow, and what is behind was asked on the way.
                converter.release(seeks.seekEpoch(), !backPressure.held(), Set::of);
            }
        }

        private void readsFrom(Map<TopicPartition, Long> offsets) {
            sink.readsFrom(ConsumerParts.byId(offsets), seeks.seekEpoch());
        }

        private void readUpTo(PartitionOffset place) {
            relay.settle();
            converter.readUpTo(place, seeks.seekEpoch());
        }

        /** Moves to where {@link Seeks#clamped} said. */
        void seek(Map<PartitionId, Long> targets, Map<TopicPartition, Long> clamped) {
            relay.settle();
            seeks.seek(targets, clamped);
            lastRecords.moved();
            sink.readsFrom(
                    new PartitionPlaces(parts.client()).positions(parts.client().assignment()), seeks.seekEpoch());
        }

        /** Hands on what is held back, and returns where it stands. */
        private Map<PartitionId, Long> finish() {
            converter.release(seeks.seekEpoch(), false, Set::of);
            return new PartitionPlaces(parts.client()).positions(parts.client().assignment());
        }

        private void turn() {
            commands.runAll();
            if (pollingStopped) {
                LockSupport.parkNanos(POLL_LIMIT.toNanos());
                return;
            }
            ReadOne wish = requests.open();
            backPressure.apply(parts.client(), membership.late(), wish != null);
            if (!inGroup && parts.client().assignment().isEmpty()) {
                // A pattern that matches no topic yet; the client refuses to poll for nothing.
                LockSupport.parkNanos(POLL_LIMIT.toNanos());
                reporter.update(false);
                return;
            }
            ConsumerRecords<ByteBuffer, ByteBuffer> polled =
                    poll(wish == null ? POLL_LIMIT : wish.patience(POLL_LIMIT));
            reporter.assigned();
            if (wish != null && !polled.isEmpty()) {
                take(polled, wish);
            } else if (!polled.isEmpty()) {
                relay.take(
                        polled,
                        context.clock().millis(),
                        seeks.seekEpoch(),
                        reporter.behind().isEmpty());
                lastRecords.polled(polled);
                membership.delivered(polled.nextOffsets());
            }
            converter.release(seeks.seekEpoch(), !backPressure.held(), reporter::behind);
            reporter.update(!polled.isEmpty());
        }

        private void take(ConsumerRecords<ByteBuffer, ByteBuffer> polled, ReadOne wish) {
            relay.settle();
            ConsumerRecords<ByteBuffer, ByteBuffer> wanted = ReadOne.first(parts.client(), polled);
            ConsumedRecord first = converter.take(wanted, context.clock().millis(), seeks.seekEpoch());
            membership.delivered(wanted.nextOffsets());
            wish.read(first.reference());
        }

        private ConsumerRecords<ByteBuffer, ByteBuffer> poll(Duration limit) {
            try {
                return parts.client().poll(limit);
            } catch (OffsetOutOfRangeException outOfRange) {
                relay.settle();
                seeks.recover(outOfRange, sink);
            } catch (WakeupException | InterruptException stopped) {
                throw stopped;
            } catch (KafkaException failed) {
                pauseOrThrow(failed, false);
            }
            return ConsumerRecords.empty();
        }

        /** What may pass is waited for; the rest ends the loop, so that no fault is met again and again at full speed. */
        private void pauseOrThrow(KafkaException failed, boolean mayPass) {
            BrokerFailure failure = context.failures().translate(activity(), failed);
            if (failure.kind() != BrokerFailure.Kind.RETRIABLE && !mayPass) {
                throw failed;
            }
            reporter.troubled(failure);
            commands.runAll();
            LockSupport.parkNanos(RETRY_PAUSE.toNanos());
        }
    }
}
