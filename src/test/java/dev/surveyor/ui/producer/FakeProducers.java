package dev.surveyor.ui.producer;

import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.produce.DeliveryState;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.record.LogicalOffset;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.connection.FakeSession;
import dev.surveyor.service.consume.FakeClusterReader;
import dev.surveyor.service.produce.ProduceSession;
import dev.surveyor.service.produce.Producers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Producers whose deliveries move on when the test says so. */
public final class FakeProducers implements Producers {

    final List<Session> sessions = new ArrayList<>();

    /** Returns a connection with these producers and a topic of six partitions. */
    FakeSession session(Environment environment) {
        FakeClusterReader reader = new FakeClusterReader();
        reader.topics.put("orders", 6);
        reader.topics.put("payments", 3);
        return FakeSession.of("sandbox", environment)
                .with((ClusterReader) reader)
                .with(this);
    }

    @Override
    public ProduceSession open(ProducerSettings settings) {
        Session session = new Session(settings);
        sessions.add(session);
        return session;
    }

    @Override
    public @Nullable String tagOf(PartitionOffset place) {
        return null;
    }

    /** A stand-in for murmur2: any rule that depends on all bytes will do. */
    @Override
    public int partitionForKey(byte[] key, int partitions) {
        return Math.floorMod(java.util.Arrays.hashCode(key), partitions);
    }

    Session last() {
        return sessions.get(sessions.size() - 1);
    }

    /** A producer that keeps what was sent. */
    static final class Session implements ProduceSession {
        final List<OutgoingRecord> records = new ArrayList<>();
        final List<ReportRoute> routes = new ArrayList<>();
        final List<CompletableFuture<List<Delivery>>> flushes = new ArrayList<>();
        private final List<Delivery> deliveries = new ArrayList<>();
        private final List<Consumer<Delivery>> listeners = new ArrayList<>();
        private final ProducerSettings settings;
        boolean closed;

        /** Counts in place of those of what was sent, null for these. */
        @Nullable
        Counts counted;

        long nextOffset = 48_209;

        Session(ProducerSettings settings) {
            this.settings = settings;
        }

        void inFlight(int index) {
            report(index, new DeliveryState.InFlight());
        }

        void acknowledge(int index, int partition, Duration latency) {
            PartitionId id = new PartitionId(records.get(index).topic(), partition);
            report(
                    index,
                    settings.acks() == ProducerSettings.Acks.NONE
                            ? new DeliveryState.Unanswered(
                                    PartitionOffset.of(id, LogicalOffset.UNSET.number()), latency)
                            : new DeliveryState.Acknowledged(PartitionOffset.of(id, nextOffset++), latency));
        }

        void fail(int index, String what) {
            BrokerFailure failure = new BrokerFailure(
                    what, "No broker answered.", List.of("Start the broker"), "x", BrokerFailure.Kind.RETRIABLE);
            report(index, new DeliveryState.Failed(failure, Duration.ofSeconds(2)));
        }

        private void report(int index, DeliveryState state) {
            Delivery later = deliveries.get(index).in(state);
            deliveries.set(index, later);
            listeners.get(index).accept(later);
        }

        @Override
        public ProducerSettings settings() {
            return settings;
        }

        @Override
        public String clientId() {
            return "surveyor-producer-1";
        }

        @Override
        public Delivery send(OutgoingRecord record, ReportRoute route, Consumer<Delivery> listener) {
            Instant at = Instant.parse("2026-11-22T09:02:14.120Z").plusMillis(records.size() * 4L);
            Delivery delivery = new Delivery(records.size() + 1L, at, record, new DeliveryState.Queued());
            records.add(record);
            routes.add(route);
            deliveries.add(delivery);
            listeners.add(listener);
            listener.accept(delivery);
            return delivery;
        }

        @Override
        public Counts counts() {
            Counts given = counted;
            if (given != null) {
                return given;
            }
            return new Counts(
                    records.size(),
                    count(DeliveryState.Queued.class),
                    count(DeliveryState.InFlight.class),
                    count(DeliveryState.Acknowledged.class),
                    count(DeliveryState.Unanswered.class),
                    count(DeliveryState.Failed.class));
        }

        private long count(Class<? extends DeliveryState> state) {
            return deliveries.stream()
                    .filter(delivery -> state.isInstance(delivery.state()))
                    .count();
        }

        @Override
        public long openUpTo(long number) {
            return deliveries.stream()
                    .filter(delivery -> delivery.number() <= number)
                    .filter(delivery -> delivery.state() instanceof DeliveryState.Queued
                            || delivery.state() instanceof DeliveryState.InFlight)
                    .count();
        }

        @Override
        public CompletableFuture<List<Delivery>> flush(Duration timeout) {
            CompletableFuture<List<Delivery>> future = new CompletableFuture<>();
            flushes.add(future);
            return future;
        }

        @Override
        public CompletableFuture<Void> close(Duration timeout) {
            closed = true;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
