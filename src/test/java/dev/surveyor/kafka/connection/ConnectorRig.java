package dev.surveyor.kafka.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.surveyor.app.KafkaParts;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.kafka.client.ClientThreads;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.connection.ClusterSession;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A connector with threads of its own, and how its connecting ends. */
final class ConnectorRig implements AutoCloseable {

    private final TestConnection threads;
    private final KafkaConnector connector;

    ConnectorRig(String servers) {
        threads = TestConnection.to(servers);
        connector = new KafkaConnector(threads.threads(), Clock.systemUTC(), new KafkaParts());
    }

    ClientThreads threads() {
        return threads.threads();
    }

    /** Begins to connect to these servers, as the connection called {@code test}. */
    CompletableFuture<ClusterSession> begin(
            String servers, Map<String, String> properties, Map<String, Secret> secrets) {
        return begin(TestConnection.profile(servers, properties), secrets);
    }

    CompletableFuture<ClusterSession> begin(ConnectionProfile profile, Map<String, Secret> secrets) {
        return connector.connect(profile, secrets);
    }

    /** Returns the session; a failure is thrown. */
    ClusterSession connect(String servers, Map<String, String> properties, Map<String, Secret> secrets)
            throws Exception {
        return begin(servers, properties, secrets).get(60, TimeUnit.SECONDS);
    }

    /** Returns why something was not done, in words for the user. */
    static BrokerFailure failureOf(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).hasCauseInstanceOf(BrokerFailureException.class);
        return BrokerFailureException.in(thrown);
    }

    @Override
    public void close() {
        threads.close();
    }
}
