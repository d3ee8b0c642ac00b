package dev.surveyor.kafka.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.produce.DeliveryState;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.produce.ProducerSettings.Compression;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.produce.ProduceSession;
import dev.surveyor.service.produce.ProduceSession.Counts;
import dev.surveyor.service.produce.ProduceSession.ReportRoute;
import dev.surveyor.testing.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class KafkaProduceSessionTest {

    private final ThreadFactory threads = task -> {
        Thread thread = new Thread(task, "test-producer");
        thread.setDaemon(true);
        return thread;
    };
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(threads);
    private final EventStream events = new EventStream(100);
    private final ClientContext context = TestContext.of("127.0.0.1:1", events, threads, timer);
    private final MockProducer<byte[], byte[]> client =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final BlockingQueue<Delivery> reports = new LinkedBlockingQueue<>();
    private final BlockingQueue<Delivery> finished = new LinkedBlockingQueue<>();
    private final ProduceSession session = session(client);

    private KafkaProduceSession session(MockProducer<byte[], byte[]> mock) {
        return session(mock, ProducerSettings.DEFAULT);
    }

    private KafkaProduceSession session(MockProducer<byte[], byte[]> mock, ProducerSettings settings) {
        return new KafkaProduceSession(
                settings,
                "test-producer-1",
                size -> mock,
                (record, thrown) -> new BrokerFailure(
                        "Not sent to " + record.topic() + ".",
                        String.valueOf(thrown.getMessage()),
                        List.of("Try again"),
                        "",
                        BrokerFailure.Kind.RETRIABLE),
                finished::add,
                context);
    }

    @AfterEach
    void close() {
        session.close();
        timer.shutdownNow();
    }

    @Test
    void each_state_is_told_once_and_in_order() throws Exception {
        session.send(record("a"), ReportRoute.OWN_PANEL, reports::add);

        assertThat(next().state()).isInstanceOf(DeliveryState.Queued.class);
        assertThat(next().state()).isInstanceOf(DeliveryState.InFlight.class);
        client.completeNext();
        assertThat(next().state()).isInstanceOf(DeliveryState.Acknowledged.class);
        assertThat(reports.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void counts_add_up_while_reports_come() throws Exception {
        for (int i = 0; i < 50; i++) {
            session.send(record("v" + i), ReportRoute.OWN_PANEL, reports::add);
            assertAddsUp(session.counts());
        }
        for (int i = 0; i < 100; i++) {
            next();
        }
        for (int i = 0; i < 50; i++) {
            if (i % 5 == 0) {
                client.errorNext(new TimeoutException("no answer"));
            } else {
                client.completeNext();
            }
            assertAddsUp(session.counts());
        }
        assertThat(session.counts()).isEqualTo(new Counts(50, 0, 0, 40, 0, 10));
    }

    @Test
    void a_failed_send_carries_the_translated_failure() throws Exception {
        session.send(record("a"), ReportRoute.OWN_PANEL, reports::add);
        next();
        next();
        client.errorNext(new TimeoutException("no answer"));

        DeliveryState.Failed failed = (DeliveryState.Failed) next().state();
        assertThat(failed.failure().sentence()).isEqualTo("Not sent to orders. no answer");
    }

    @Test
    void a_client_that_cannot_be_made_fails_the_delivery_and_is_tried_again_with_the_next() throws Exception {
        try (ProduceSession broken = new KafkaProduceSession(
                ProducerSettings.DEFAULT,
                "broken",
                size -> {
                    throw new IllegalStateException("no servers");
                },
                (record, thrown) ->
                        new BrokerFailure("Not sent.", thrown.getMessage(), List.of("x"), "", BrokerFailure.Kind.FATAL),
                finished::add,
                context)) {
            broken.send(record("a"), ReportRoute.OWN_PANEL, reports::add);
            broken.send(record("b"), ReportRoute.OWN_PANEL, reports::add);
            CompletableFuture<List<Delivery>> flushed = broken.flush(Duration.ofSeconds(5));

            assertThat(flushed.get(60, TimeUnit.SECONDS)).isEmpty();
            assertThat(broken.counts()).isEqualTo(new Counts(2, 0, 0, 0, 0, 2));
        }
    }

    @Test
    void a_record_that_the_client_does_not_take_in_an_outage_is_handed_over_until_it_does() throws Exception {
        Outage outage = new Outage(3, new TimeoutException("Topic orders not present in metadata after 1000 ms."));
        try (ProduceSession patient = session(outage)) {
            patient.send(record("a"), ReportRoute.OWN_PANEL, reports::add);

            assertThat(next().state()).isInstanceOf(DeliveryState.Queued.class);
            assertThat(next().state()).isInstanceOf(DeliveryState.InFlight.class);
            outage.completeNext();
            assertThat(next().state()).isInstanceOf(DeliveryState.Acknowledged.class);
        }
    }

    @Test
    void all_records_of_an_outage_wait_for_the_same_time_also_those_behind_the_first() throws Exception {
        Duration time = Duration.ofMillis(300);
        ProducerSettings settings = new ProducerSettings(Acks.ALL, Compression.NONE, true, Duration.ZERO, 16_384, time);
        Outage outage = new Outage(
                Integer.MAX_VALUE, new TimeoutException("Topic orders not present in metadata after 1000 ms."));
        try (ProduceSession patient = session(outage, settings)) {
            for (int i = 0; i < 20; i++) {
                patient.send(record("v" + i), ReportRoute.OWN_PANEL, reports::add);
            }
            for (int i = 0; i < 20; i++) {
                Delivery delivery = finished.poll(60, TimeUnit.SECONDS);
                assertThat(delivery).isNotNull();
                assertThat(delivery.state())
                        .isInstanceOfSatisfying(DeliveryState.Failed.class, failed -> assertThat(failed.after())
                                .isGreaterThanOrEqualTo(time));
            }
            // Who keeps deliveries is told of each before it is counted.
            Await.until("the last one is counted", Duration.ofSeconds(60), () -> patient.counts()
                    .equals(new Counts(20, 0, 0, 0, 0, 20)));
        }
    }

    @Test
    void what_trying_again_cannot_mend_fails_at_once() throws Exception {
        try (ProduceSession plain = session(new Outage(1, new InvalidTopicException("no such name")))) {
            plain.send(record("a"), ReportRoute.OWN_PANEL, reports::add);

            assertThat(next().state()).isInstanceOf(DeliveryState.Queued.class);
            assertThat(next().state()).isInstanceOf(DeliveryState.Failed.class);
        }
    }

    @Test
    void closing_ends_the_wait_of_an_outage() throws Exception {
        Outage outage = new Outage(Integer.MAX_VALUE, new TimeoutException("not present in metadata"));
        ProduceSession patient = session(outage);
        patient.send(record("a"), ReportRoute.OWN_PANEL, reports::add);
        next();

        patient.close(Duration.ofMillis(100)).get(60, TimeUnit.SECONDS);
        assertThat(patient.counts()).isEqualTo(new Counts(1, 0, 0, 0, 0, 1));
    }

    @Test
    void a_record_for_which_no_answer_was_asked_is_never_called_acknowledged() throws Exception {
        ProducerSettings none =
                new ProducerSettings(Acks.NONE, Compression.NONE, false, Duration.ZERO, 16_384, Duration.ofSeconds(30));
        try (ProduceSession unasked = session(client, none)) {
            unasked.send(record("a"), ReportRoute.EVENT_STREAM, reports::add);
            next();
            next();
            client.completeNext();

            assertThat(next().state()).isInstanceOf(DeliveryState.Unanswered.class);
            assertThat(unasked.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));
            assertThat(events.since(0).events().get(0).text()).startsWith("Sent orders[0]@");
        }
    }

    @Test
    void only_the_event_stream_route_publishes_the_final_report() throws Exception {
        session.send(record("own"), ReportRoute.OWN_PANEL, reports::add);
        session.send(record("shared"), ReportRoute.EVENT_STREAM, reports::add);
        for (int i = 0; i < 4; i++) {
            next();
        }
        client.completeNext();
        client.completeNext();
        next();
        next();

        List<ClientEvent> published = events.since(0).events();
        assertThat(published).hasSize(1);
        ClientEvent.Delivered delivered = (ClientEvent.Delivered) published.get(0);
        assertThat(delivered.delivery().record().value()).isEqualTo(bytes("shared"));
        assertThat(delivered.client()).isEqualTo("test-producer-1");
        assertThat(delivered.text()).startsWith("Delivered orders[0]@");
    }

    @Test
    void the_opaque_tag_travels_with_the_delivery() throws Exception {
        OutgoingRecord tagged = new OutgoingRecord("orders", 0, null, null, List.of(), null, "my tag");
        session.send(tagged, ReportRoute.OWN_PANEL, reports::add);

        assertThat(next().record().opaque()).isEqualTo("my tag");
    }

    @Test
    void flush_ends_when_all_that_was_sent_before_has_its_report() throws Exception {
        session.send(record("a"), ReportRoute.OWN_PANEL, reports::add);
        next();
        next();
        CompletableFuture<List<Delivery>> flushed = session.flush(Duration.ofSeconds(30));
        session.send(record("later"), ReportRoute.OWN_PANEL, reports::add);
        assertThat(flushed).isNotDone();

        client.completeNext();
        assertThat(flushed.get(60, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void flush_returns_what_is_left_when_its_time_is_up_and_drops_nothing() throws Exception {
        session.send(record("a"), ReportRoute.OWN_PANEL, reports::add);
        session.send(record("b"), ReportRoute.OWN_PANEL, reports::add);
        for (int i = 0; i < 4; i++) {
            next();
        }
        client.completeNext();

        List<Delivery> left = session.flush(Duration.ofMillis(50)).get(60, TimeUnit.SECONDS);
        assertThat(left).extracting(Delivery::number).containsExactly(2L);
        client.completeNext();
        assertThat(session.counts().acknowledged()).isEqualTo(2);
    }

    @Test
    void a_large_record_gets_a_client_with_longer_limits_after_those_before_it() throws Exception {
        List<Long> sizes = new java.util.concurrent.CopyOnWriteArrayList<>();
        MockProducer<byte[], byte[]> second =
                new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        try (ProduceSession growing = new KafkaProduceSession(
                ProducerSettings.DEFAULT,
                "growing",
                size -> {
                    sizes.add(size);
                    return sizes.size() == 1 ? client : second;
                },
                (record, thrown) -> new BrokerFailure("Not sent.", "", List.of("x"), "", BrokerFailure.Kind.RETRIABLE),
                finished::add,
                context)) {
            growing.send(record("small"), ReportRoute.OWN_PANEL, reports::add);
            OutgoingRecord large = new OutgoingRecord("orders", 0, null, new byte[5_000_000], List.of(), null, null);
            growing.send(large, ReportRoute.OWN_PANEL, reports::add);
            growing.send(record("after"), ReportRoute.OWN_PANEL, reports::add);
            Await.until(
                    "both are with the second client",
                    Duration.ofSeconds(60),
                    () -> second.history().size() == 2);

            assertThat(client.history()).hasSize(1);
            assertThat(client.closed()).isTrue();
            assertThat(sizes).containsExactly(1024L * 1024, 5_000_000L);
        }
    }

    @Test
    void a_slow_client_does_not_hold_up_the_caller_and_closing_reports_the_rest() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        ProduceSession slow = new KafkaProduceSession(
                ProducerSettings.DEFAULT,
                "slow",
                size -> {
                    await(release);
                    return client;
                },
                (record, thrown) -> new BrokerFailure("Not sent.", "", List.of("x"), "", BrokerFailure.Kind.RETRIABLE),
                finished::add,
                context);
        for (int i = 0; i < 3; i++) {
            slow.send(record("v" + i), ReportRoute.OWN_PANEL, reports::add);
        }
        assertThat(slow.counts().queued()).isEqualTo(3);
        CompletableFuture<Void> closed = slow.close(Duration.ofMillis(10));
        release.countDown();
        closed.get(60, TimeUnit.SECONDS);

        Counts counts = slow.counts();
        assertThat(counts.queued() + counts.inFlight()).isZero();
        assertThat(counts.failed()).isEqualTo(3);
        assertThatThrownBy(() -> slow.send(record("late"), ReportRoute.OWN_PANEL, reports::add))
                .isInstanceOf(BrokerFailureException.class);
    }

    @Test
    void a_listener_that_throws_loses_no_later_report() throws Exception {
        session.send(record("a"), ReportRoute.OWN_PANEL, delivery -> {
            reports.add(delivery);
            throw new IllegalStateException("listener");
        });

        assertThat(next().state()).isInstanceOf(DeliveryState.Queued.class);
        assertThat(next().state()).isInstanceOf(DeliveryState.InFlight.class);
    }

    /** A client that does not take records for so many tries. */
    private static final class Outage extends MockProducer<byte[], byte[]> {
        private final AtomicInteger refusals;
        private final RuntimeException refusal;

        Outage(int tries, RuntimeException refusal) {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
            this.refusals = new AtomicInteger(tries);
            this.refusal = refusal;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                callback.onCompletion(null, refusal);
                return CompletableFuture.failedFuture(refusal);
            }
            return super.send(record, callback);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void assertAddsUp(Counts counts) {
        assertThat(counts.queued() + counts.inFlight() + counts.acknowledged() + counts.unanswered() + counts.failed())
                .isEqualTo(counts.sent());
    }

    private Delivery next() throws InterruptedException {
        Delivery delivery = reports.poll(60, TimeUnit.SECONDS);
        assertThat(delivery).as("a report within 5 s").isNotNull();
        return java.util.Objects.requireNonNull(delivery);
    }

    private static OutgoingRecord record(String value) {
        return new OutgoingRecord("orders", 0, null, bytes(value), List.of(), null, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
