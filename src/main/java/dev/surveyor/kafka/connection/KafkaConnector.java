package dev.surveyor.kafka.connection;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.ClientKind;
import dev.surveyor.kafka.client.ClientSettings;
import dev.surveyor.kafka.client.ClientThreads;
import dev.surveyor.kafka.client.OpenClients;
import dev.surveyor.kafka.cluster.AdminOffsets;
import dev.surveyor.kafka.cluster.KafkaClusterReader;
import dev.surveyor.kafka.cluster.KafkaGroupOffsets;
import dev.surveyor.kafka.cluster.KafkaStaticMembers;
import dev.surveyor.kafka.failure.FailureTranslator;
import dev.surveyor.kafka.security.AllowedResources;
import dev.surveyor.kafka.security.TokenSettings;
import dev.surveyor.service.connection.ClusterConnector;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.event.EventStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeFeaturesOptions;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions with the Apache clients. A port that does not answer as the connection expects is given up within five
 * seconds; a cluster whose port does and which then falls silent is asked a second time.
 */
public final class KafkaConnector implements ClusterConnector {

    private static final Duration FEATURES_LIMIT = Duration.ofSeconds(1);

    private final ClientThreads threads;
    private final Clock clock;
    private final SessionParts parts;
    private final BootstrapCheck bootstrap;
    private final AllowedResources allowed = new AllowedResources();

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
        OpenClients open = new OpenClients();
        AdminOffsets offsets = new AdminOffsets(settings, open);
        ClientContext context = new ClientContext(
                settings, failures, new EventStream(EventStream.DEFAULT_CAPACITY), threads, open, clock, offsets);
        CompletableFuture<ClusterSession> result = new CompletableFuture<>();
        // Whoever asks first for offsets may be the JavaFX thread, which must not make a client.
        CompletableFuture<Void> unused = result.thenRunAsync(offsets::prepare, threads.blocking());
        threads.blocking().execute(() -> connect(context, result));
        return result;
    }

    private void connect(ClientContext context, CompletableFuture<ClusterSession> result) {
        AdminMaker admins = new AdminMaker(context);
        SettingsCheck checked = SettingsCheck.NONE;
        try {
            checked = SettingsCheck.of(context.settings());
            allow(context, checked);
            ClusterSession session = open(context, admins);
            checked.doubts().warnings().forEach(warning -> warn(context, warning));
            if (!result.complete(session)) {
                session.close();
            }
        } catch (IOException | InterruptedException | ExecutionException | RuntimeException failed) {
            admins.close();
            CompletableFuture<Void> unused = context.open().closeAll();
            if (failed instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            result.completeExceptionally(ConnectFailure.of(context, checked, failed));
        }
    }

    /** Until the connection is closed, or has failed, its clients may ask the token endpoint that it names. */
    private void allow(ClientContext context, SettingsCheck checked) {
        if (context.settings().logsInElsewhere()) {
            Runnable end = allowed.allow(TokenSettings.urls(checked.values()), TokenSettings.files(checked.values()));
            Runnable unused = context.open().add(() -> {
                end.run();
                return CompletableFuture.completedFuture(null);
            });
        }
    }

    private static void warn(ClientContext context, String warning) {
        BrokerFailure failure = context.failures()
                .say(
                        "a certificate should be changed soon",
                        warning,
                        BrokerFailure.Kind.RETRIABLE,
                        List.of("Have it renewed, then change the store of the connection"));
        context.events()
                .publish(new ClientEvent.ClientError(
                        context.clock().instant(), context.settings().profile().clientId(), failure, false));
    }

    private ClusterSession open(ClientContext context, AdminMaker admins)
            throws IOException, InterruptedException, ExecutionException {
        ClientSettings settings = context.settings();
        String server =
                bootstrap.requireOneThatSpeaks(settings.profile().bootstrapServers(), settings.securityProtocol());

        Admin monitorAdmin = admins.make("monitor");
        // Only now: the first client of a program loads its classes, which says nothing about the cluster.
        long asked = System.nanoTime();
        String clusterId = new FirstAnswer(context, monitorAdmin, server).clusterId();
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - asked);
        String release = release(monitorAdmin);

        Admin readerAdmin = admins.make(ClientKind.ADMIN.toString());
        HealthBoard board = new HealthBoard(new ConnectionHealth.Connected(roundTrip, clusterId, release));
        HealthMonitor monitor = new HealthMonitor(context, monitorAdmin, bootstrap, board, release);
        KafkaClusterSession session = new KafkaClusterSession(
                context,
                board,
                monitor,
                admins.made(),
                new KafkaClusterReader(readerAdmin, context),
                new KafkaGroupOffsets(readerAdmin, context),
                new KafkaStaticMembers(readerAdmin, context),
                parts);
        monitor.start();
        return session;
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
