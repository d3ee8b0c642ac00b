package dev.surveyor.kafka.produce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.produce.Delivery;
import dev.surveyor.domain.produce.DeliveryState;
import dev.surveyor.domain.produce.OutgoingRecord;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.produce.ProduceSession;
import dev.surveyor.service.produce.ProduceSession.ReportRoute;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of records while a broker of their own comes and goes. */
@NullUnmarked
@ExtendWith(SandboxBroker.class)
class SendingIT {

    private final ThreadFactory threads = task -> {
        Thread thread = new Thread(task, "test-producer");
        thread.setDaemon(true);
        return thread;
    };
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(threads);
    private final TestBroker broker;
    private KafkaProducers producers;
    private ProduceSession session;

    SendingIT(TestBroker broker) {
        this.broker = broker;
    }

    private void openAt(TestBroker target) {
        // So short that any outage is longer than the client waits by itself.
        Map<String, String> properties = Map.of("max.block.ms", "200");
        producers = new KafkaProducers(
                TestContext.of(target.bootstrapServers(), properties, new EventStream(100), threads, timer));
        session = producers.open(ProducerSettings.DEFAULT);
    }

    @AfterEach
    void close() {
        session.close();
        timer.shutdownNow();
    }

    @Test
    void in_an_outage_every_record_waits_and_arrives_when_the_broker_is_back() throws Exception {
        try (TestBroker own = TestBroker.start()) {
            openAt(own);
            String known = own.newTopic(1);
            // The client was never told of this one, so that it has to ask during the outage.
            String unseen = own.newTopic(1);
            assertThat(last(send(known, ReportRoute.OWN_PANEL, null)).state())
                    .isInstanceOf(DeliveryState.Acknowledged.class);
            own.kill();
            List<CompletableFuture<Delivery>> during = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                during.add(send(i % 2 == 0 ? known : unseen, ReportRoute.OWN_PANEL, null));
            }
            own.restart();

            for (CompletableFuture<Delivery> each : during) {
                assertThat(last(each).state()).isInstanceOf(DeliveryState.Acknowledged.class);
            }
            assertThat(session.counts()).isEqualTo(new ProduceSession.Counts(51, 0, 0, 51, 0, 0));
        }
    }

    @Test
    void a_topic_that_the_cluster_does_not_know_is_said_to_be_missing() throws Exception {
        openAt(broker);
        Delivery delivery = last(send("no-such-topic", ReportRoute.OWN_PANEL, null));

        assertThat(delivery.state()).isInstanceOfSatisfying(DeliveryState.Failed.class, failed -> {
            assertThat(failed.failure().what()).contains("does not exist");
            assertThat(failed.after()).isLessThan(ProducerSettings.DEFAULT.deliveryTimeout());
        });
    }

    @Test
    void the_tag_of_a_record_is_found_at_its_place_by_either_route() throws Exception {
        openAt(broker);
        String topic = broker.newTopic(1);
        for (ReportRoute route : ReportRoute.values()) {
            Delivery delivery = last(send(topic, route, "tag of " + route));
            assertThat(producers.tagOf(delivery.place())).isEqualTo("tag of " + route);
        }
        assertThat(producers.tagOf(PartitionOffset.of(new PartitionId(topic, 0), 99)))
                .isNull();
    }

    private CompletableFuture<Delivery> send(String topic, ReportRoute route, String tag) {
        CompletableFuture<Delivery> done = new CompletableFuture<>();
        byte[] value = "value".getBytes(StandardCharsets.UTF_8);
        session.send(new OutgoingRecord(topic, null, null, value, List.of(), null, tag), route, delivery -> {
            if (!(delivery.state() instanceof DeliveryState.Queued
                    || delivery.state() instanceof DeliveryState.InFlight)) {
                done.complete(delivery);
            }
        });
        return done;
    }

    private static Delivery last(CompletableFuture<Delivery> delivery) throws Exception {
        return delivery.get(60, TimeUnit.SECONDS);
    }
}
