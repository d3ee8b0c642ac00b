package dev.surveyor.kafka.produce;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.produce.DeliveryState;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.record.LogicalOffset;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.produce.DeliveryBook.Entry;
import dev.surveyor.service.produce.ProduceSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A producer whose client is touched by its own sending thread, because {@code KafkaProducer.send} may block for
 * {@code max.block.ms}. Reports go out on a second thread, see {@link ReportThread}.
 */
final class KafkaProduceSession implements ProduceSession {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaProduceSession.class);

    /** Beyond this a send fails at once, as the Go client's full queue does, rather than filling the memory. */
    private static final int QUEUE_RECORDS = 200_000;

    private static final long QUEUE_BYTES = 256L * 1024 * 1024;
    private static final long PAUSE_MILLIS = 20;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final ProducerSettings settings;
    private final String clientId;
    private final LongFunction<Producer<byte[], byte[]>> factory;
    private final DeliveryFailures failures;
    private final Consumer<Delivery> finished;
    private final ClientContext context;
    private final ReportThread reports;
    private final DeliveryBook book;
    private final SendQueue queue = new SendQueue(QUEUE_RECORDS, QUEUE_BYTES);
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean hurrying = new AtomicBoolean();
    private final CompletableFuture<Void> senderEnded = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile @Nullable Producer<byte[], byte[]> client;

    /** For records up to which size the client was made; touched by the sending thread. */
    private long clientTakes;

    /** Why the client did not take the record before, null where it did; sending thread only. */
    private @Nullable Exception refusal;

    /**
     * @param factory makes a client whose limits suit records of up to so many bytes
     * @param finished told each final state before its report goes out
     */
    KafkaProduceSession(
            ProducerSettings settings,
            String clientId,
            LongFunction<Producer<byte[], byte[]>> factory,
            DeliveryFailures failures,
            Consumer<Delivery> finished,
            ClientContext context) {
        this.settings = settings;
        this.clientId = clientId;
        this.factory = factory;
        this.failures = failures;
        this.finished = finished;
        this.context = context;
        this.reports = new ReportThread(task -> context.threads().start(clientId + "-reports", task));
        this.book = new DeliveryBook(context.clock(), reports::tell);
    }

    /** Runs the task when this is closed, or at once where it is. */
    void onClosed(Runnable task) {
        var unused = closed.thenRun(task);
    }

    @Override
    public ProducerSettings settings() {
        return settings;
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public Delivery send(OutgoingRecord record, ReportRoute route, Consumer<Delivery> listener) {
        if (closing.get()) {
            throw new BrokerFailureException(closedFailure(), null);
        }
        Entry entry = book.add(record, route, listener);
        Delivery asQueued = entry.delivery();
        if (!queue.offer(entry)) {
            fail(entry, closing.get() ? closedFailure() : fullFailure());
        } else if (started.compareAndSet(false, true)) {
            context.threads().start(clientId + "-send", this::sendAll);
        }
        return asQueued;
    }

    @Override
    public Counts counts() {
        return book.counts();
    }

    @Override
    public long openUpTo(long number) {
        return book.openUpTo(number);
    }

    @Override
    public CompletableFuture<List<Delivery>> flush(Duration timeout) {
        if (closed.isDone()) {
            return CompletableFuture.completedFuture(List.of());
        }
        DeliveryBook.Waiter waiter = book.await();
        CompletableFuture<List<Delivery>> outcome = waiter.outcome();
        ScheduledFuture<?> end =
                context.threads().timer().schedule(waiter::end, timeout.toNanos(), TimeUnit.NANOSECONDS);
        var unused = outcome.whenComplete((rest, thrown) -> {
            end.cancel(false);
            waiter.end();
        });
        hurry();
        return outcome;
    }

    /**
     * Sends lingering batches now. The client's own flush waits for every report, so it runs apart from the sending
     * thread, one at a time.
     */
    private void hurry() {
        Producer<byte[], byte[]> producer = client;
        boolean lingering = !settings.linger().isZero();
        if (lingering && producer != null && hurrying.compareAndSet(false, true)) {
            context.threads().blocking().execute(() -> {
                try {
                    producer.flush();
                } catch (RuntimeException interruptedOrClosed) {
                    LOG.debug("Flush of {} ended early", clientId, interruptedOrClosed);
                } finally {
                    hurrying.set(false);
                }
            });
        }
    }

    @Override
    public CompletableFuture<Void> close(Duration timeout) {
        if (closing.compareAndSet(false, true)) {
            queue.close();
            if (started.compareAndSet(false, true)) {
                senderEnded.complete(null);
            }
            long deadline = System.nanoTime() + timeout.toNanos();
            context.threads().blocking().execute(() -> finishUntil(deadline));
        }
        return closed.copy();
    }

    @Override
    public void close() {
        var unused = close(CLOSE_TIMEOUT);
    }

    private void finishUntil(long deadline) {
        try {
            senderEnded
                    .copy()
                    .completeOnTimeout(null, Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)
                    .join();
            List<Entry> neverTaken = queue.drain();
            Producer<byte[], byte[]> producer = client;
            if (producer != null) {
                producer.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
            neverTaken.forEach(entry -> fail(entry, closedFailure()));
            // The sending thread, if it was still inside send(), has been woken by the close and ends now.
            senderEnded.join();
            Producer<byte[], byte[]> madeMeanwhile = client;
            if (madeMeanwhile != null && !madeMeanwhile.equals(producer)) {
                madeMeanwhile.close(Duration.ZERO);
            }
        } catch (RuntimeException fault) {
            LOG.warn("Producer {} did not close cleanly", clientId, fault);
        } finally {
            book.unfinished().forEach(entry -> fail(entry, closedFailure()));
            reports.tell(() -> closed.complete(null));
            reports.end();
        }
    }

    private void sendAll() {
        try {
            for (Entry entry = queue.take(); entry != null; entry = queue.take()) {
                sendOne(entry);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            senderEnded.complete(null);
        }
    }

    private void sendOne(Entry entry) throws InterruptedException {
        Instant timestamp = entry.record().timestamp();
        if (timestamp != null && timestamp.toEpochMilli() < 0) {
            fail(entry, timestampFailure(timestamp));
            return;
        }
        Exception lastRefusal = refusal;
        if (lastRefusal != null && isOver(entry, lastRefusal)) {
            // It waited behind others that the client did not take: its time is up, too.
            report(entry, null, lastRefusal);
            return;
        }
        try {
            refusal = hand(entry);
        } catch (RuntimeException thrown) {
            report(entry, null, thrown);
        }
    }

    /**
     * Returns the client; where its time-outs are too short for a record of that size it is replaced, once all that was
     * given to it has its report, so that the order stays.
     */
    private Producer<byte[], byte[]> clientFor(long bytes) {
        Producer<byte[], byte[]> now = client;
        if (now != null && bytes <= clientTakes) {
            return now;
        }
        if (now != null) {
            now.flush();
            now.close(Duration.ZERO);
        }
        long takes = Math.max(bytes, ProducerProperties.REGULAR_RECORD_BYTES);
        Producer<byte[], byte[]> made = factory.apply(takes);
        clientTakes = takes;
        client = made;
        return made;
    }

    /** Hands the record over, again and again where no broker can be asked; returns why it failed, null where it did not. */
    private @Nullable Exception hand(Entry entry) throws InterruptedException {
        Producer<byte[], byte[]> producer = clientFor(entry.record().sizeInBytes());
        Handing handing = new Handing((metadata, thrown) -> report(entry, metadata, thrown));
        ProducerRecord<byte[], byte[]> record = toKafka(entry.record());
        Exception refused = handing.hand(producer, record);
        while (refused != null && !closing.get() && !isOver(entry, refused)) {
            // A profile may say max.block.ms=0: then the client does not wait by itself.
            Thread.sleep(PAUSE_MILLIS);
            refused = handing.hand(producer, record);
        }
        if (refused == null) {
            book.taken(entry);
        } else {
            report(entry, null, refused);
        }
        return refused;
    }

    private boolean isOver(Entry entry, Exception refused) {
        return entry.ageNanos()
                >= Handing.patience(refused, settings.deliveryTimeout()).toNanos();
    }

    private static ProducerRecord<byte[], byte[]> toKafka(OutgoingRecord record) {
        RecordHeaders headers = new RecordHeaders();
        record.headers().forEach(header -> headers.add(header.key(), header.value()));
        Long timestamp = record.timestamp() == null ? null : record.timestamp().toEpochMilli();
        return new ProducerRecord<>(
                record.topic(), record.partition(), timestamp, record.key(), record.value(), headers);
    }

    private void report(Entry entry, @Nullable RecordMetadata metadata, @Nullable Throwable thrown) {
        if (thrown != null) {
            fail(entry, failures.of(entry.record(), thrown));
        } else if (metadata != null) {
            // Without an answer the client has no offset to tell and says -1; that is not an offset.
            long offset = metadata.hasOffset() ? metadata.offset() : LogicalOffset.UNSET.number();
            PartitionOffset place = PartitionOffset.of(new PartitionId(metadata.topic(), metadata.partition()), offset);
            Duration after = Duration.ofNanos(entry.ageNanos());
            finish(
                    entry,
                    settings.acks() == Acks.NONE
                            ? new DeliveryState.Unanswered(place, after)
                            : new DeliveryState.Acknowledged(place, after));
        }
    }

    private void fail(Entry entry, BrokerFailure failure) {
        finish(entry, new DeliveryState.Failed(failure, Duration.ofNanos(entry.ageNanos())));
    }

    private void finish(Entry entry, DeliveryState state) {
        // First, so that who is told of the record finds all that is kept of it.
        finished.accept(entry.delivery().in(state));
        if (book.finish(entry, state) && entry.route() == ReportRoute.EVENT_STREAM) {
            context.events().publish(new ClientEvent.Delivered(context.clock().instant(), clientId, entry.delivery()));
        }
    }

    private BrokerFailure closedFailure() {
        return context.failures()
                .say(
                        "the producer " + clientId + " was closed before this record was sent",
                        "",
                        BrokerFailure.Kind.FATAL,
                        List.of("Open a new producer and send the record again"));
    }

    private BrokerFailure timestampFailure(Instant timestamp) {
        return context.failures()
                .say(
                        "the record was not sent: its timestamp " + timestamp + " is before 1970",
                        "The Java client refuses negative timestamps.",
                        BrokerFailure.Kind.FATAL,
                        List.of("Choose a time after 1970-01-01T00:00:00Z", "Leave the timestamp to the producer"));
    }

    private BrokerFailure fullFailure() {
        return context.failures()
                .say(
                        "the queue of " + clientId + " is full: at most " + QUEUE_RECORDS + " records or " + QUEUE_BYTES
                                + " bytes wait",
                        "Records are handed over faster than the cluster takes them.",
                        BrokerFailure.Kind.RETRIABLE,
                        List.of("Send at a lower rate", "Wait until the queued records are delivered"));
    }
}
