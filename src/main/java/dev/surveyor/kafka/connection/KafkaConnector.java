package dev.surveyor.kafka.connection;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.client.ClientSettings;
import dev.surveyor.kafka.client.ClientThreads;
import dev.surveyor.kafka.client.OpenClients;
import dev.surveyor.kafka.cluster.KafkaClusterReader;
import dev.surveyor.kafka.cluster.KafkaGroupOffsets;
import dev.surveyor.kafka.failure.FailureTranslator;
import dev.surveyor.service.connection.ClusterConnector;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.event.EventStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeFeaturesOptions;
import org.jspecify.annotations.Nullable;

/** Opens sessions with the Apache clients. A cluster that does not answer is given up within five seconds. */
public final class KafkaConnector implements ClusterConnector {

    private static final Duration TIME_LIMIT = Duration.ofMillis(4_800);
    private static final Duration SOCKET_LIMIT = Duration.ofSeconds(2);
    private static final Duration FEATURES_LIMIT = Duration.ofSeconds(1);

    private final ClientThreads threads;
    private final Clock clock;
    private final SessionParts parts;
    private final BootstrapCheck bootstrap;

    /**
     * Makes a connector.
     *
     * @param threads what the clients of all sessions run on
     * @param clock tells when an event happened
     * @param parts makes consumers, producers and members of each session
     */
    public KafkaConnector(ClientThreads threads, Clock clock, SessionParts parts) {
        this.threads = threads;
        this.clock = clock;
        this.parts = parts;
        this.bootstrap = new BootstrapCheck(threads.blocking());
    }

    @Override
    public CompletableFuture<ClusterSession> connect(ConnectionProfile profile, Map<String, Secret> secrets) {
        ClientSettings settings = new ClientSettings(profile, secrets);
        FailureTranslator failures = new FailureTranslator(profile.name(), secrets.values());
        ClientContext context = new ClientContext(
                settings, failures, new EventStream(EventStream.DEFAULT_CAPACITY), threads, new OpenClients(), clock);
        CompletableFuture<ClusterSession> result = new CompletableFuture<>();
        threads.blocking().execute(() -> connect(context, result));
        return result;
    }

    private void connect(ClientContext context, CompletableFuture<ClusterSession> result) {
        List<Admin> admins = new ArrayList<>();
        try {
            ClusterSession session = open(context, admins);
            if (!result.complete(session)) {
                session.close();
            }
        } catch (IOException | InterruptedException | ExecutionException | RuntimeException failed) {
            admins.forEach(admin -> admin.close(Duration.ZERO));
            if (failed instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            result.completeExceptionally(context.failures().exception("connecting", failed));
        }
    }

    private ClusterSession open(ClientContext context, List<Admin> admins)
            throws IOException, InterruptedException, ExecutionException {
        long start = System.nanoTime();
        bootstrap.requireOneReachable(context.settings().profile().bootstrapServers(), SOCKET_LIMIT);

        Admin monitorAdmin = openAdmin(context, "monitor", admins);
        long asked = System.nanoTime();
        Duration left = TIME_LIMIT.minusNanos(asked - start);
        String clusterId = monitorAdmin
                .describeCluster(new DescribeClusterOptions().timeoutMs((int) left.toMillis()))
                .clusterId()
                .get();
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - asked);
        String release = release(monitorAdmin);

        Admin readerAdmin = openAdmin(context, ClientKind.ADMIN.toString(), admins);
        HealthBoard board = new HealthBoard(new ConnectionHealth.Connected(roundTrip, clusterId, release));
        HealthMonitor monitor = new HealthMonitor(context, monitorAdmin, bootstrap, board, release);
        KafkaClusterSession session = new KafkaClusterSession(
                context,
                board,
                monitor,
                admins,
                new KafkaClusterReader(readerAdmin, context),
                new KafkaGroupOffsets(readerAdmin, context),
                parts);
        monitor.start();
        return session;
    }

    private static Admin openAdmin(ClientContext context, String role, List<Admin> admins) {
        String clientId = context.settings().nextClientId(role);
        Admin admin = Admin.create(context.settings().of(ClientKind.ADMIN, clientId));
        admins.add(admin);
        return admin;
    }

    /** The release is nice to know and not worth a failed connection: old clusters and some services do not tell it. */
    private static @Nullable String release(Admin admin) throws InterruptedException {
        try {
            return KafkaRelease.of(
                    admin.describeFeatures(new DescribeFeaturesOptions().timeoutMs((int) FEATURES_LIMIT.toMillis()))
                            .featureMetadata()
                            .get());
        } catch (ExecutionException notTold) {
            return null;
        }
    }
}
