package dev.surveyor.kafka.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.connection.ConnectionHealth.Connected;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.kafka.testing.Relay;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.security.auth.callback.Callback;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What takes long is waited for where it says nothing about the cluster, and has a limit where it does. */
@ExtendWith(SandboxBroker.class)
class SlowConnectIT {

    private final TestBroker broker;

    @AutoClose
    private final ConnectorRig rig;

    SlowConnectIT(TestBroker broker) {
        this.broker = broker;
        rig = new ConnectorRig(broker.bootstrapServers());
    }

    /** A part of a client that takes longer to make than a cluster may take to answer. */
    public static final class SlowReporter implements MetricsReporter {

        @Override
        public void configure(Map<String, ?> configs) {
            try {
                boolean unused = new CountDownLatch(1).await(5, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void init(List<KafkaMetric> metrics) {}

        @Override
        public void metricChange(KafkaMetric metric) {}

        @Override
        public void metricRemoval(KafkaMetric metric) {}

        @Override
        public void close() {}
    }

    /** A login that waits for an answer that does not come. */
    public static final class HangingLogin implements AuthenticateCallbackHandler {

        static final CountDownLatch END = new CountDownLatch(1);

        @Override
        public void configure(Map<String, ?> configs, String mechanism, List<AppConfigurationEntry> entries) {}

        @Override
        public void handle(Callback[] callbacks) throws IOException {
            try {
                boolean unused = END.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("too late");
        }

        @Override
        public void close() {}
    }

    @Test
    void the_time_that_a_client_takes_to_be_made_is_not_the_clusters() throws Exception {
        try (ClusterSession session = rig.begin(
                        broker.bootstrapServers(), Map.of("metric.reporters", SlowReporter.class.getName()), Map.of())
                .get(60, TimeUnit.SECONDS)) {
            assertThat(session.health()).isInstanceOf(Connected.class);
        }
    }

    @Test
    void a_cluster_that_is_slow_at_first_is_asked_a_second_time() throws Exception {
        try (Relay relay = new Relay(broker.bootstrapServers(), 1)) {
            CompletableFuture<ClusterSession> connecting = rig.begin(relay.bootstrapServers(), Map.of(), Map.of());
            // The first question has been given up by then.
            CompletableFuture.delayedExecutor(5_500, TimeUnit.MILLISECONDS).execute(relay::release);

            try (ClusterSession session = connecting.get(60, TimeUnit.SECONDS)) {
                assertThat(session.health()).isInstanceOf(Connected.class);
            }
        }
    }

    @Test
    void a_login_that_does_not_come_to_an_end_is_given_up_within_five_seconds() {
        long start = System.nanoTime();
        try {
            BrokerFailure failure = ConnectorRig.failureOf(() -> rig.connect(
                    broker.bootstrapServers(),
                    Map.of(
                            "security.protocol", "SASL_PLAINTEXT",
                            "sasl.mechanism", "OAUTHBEARER",
                            "sasl.login.callback.handler.class", HangingLogin.class.getName()),
                    Map.of(
                            "sasl.jaas.config",
                            new Secret("org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule"
                                    + " required;"))));

            assertThat(failure.what()).isEqualTo("test: the login did not come to an end.");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(5_500));
        } finally {
            HangingLogin.END.countDown();
        }
    }
}
