package dev.surveyor.kafka.connection;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.kafka.client.ClientContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.common.Node;
import org.jspecify.annotations.Nullable;

/**
 * Asks the cluster for its id again and again, on a client of its own, and says how the connection is doing. A broker
 * that dies is noticed within the interval and the time limit together, below three seconds.
 */
final class HealthMonitor {

    private static final String ACTIVITY = "asking whether the broker is there";
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration TIME_LIMIT = Duration.ofMillis(1_800);
    private static final Duration SOCKET_LIMIT = Duration.ofSeconds(1);

    private final ClientContext context;
    private final Admin admin;
    private final BootstrapCheck bootstrap;
    private final HealthBoard board;
    private final @Nullable String release;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean stopped;
    private int attempt;
    private Instant goneSince = Instant.MAX;

    HealthMonitor(
            ClientContext context, Admin admin, BootstrapCheck bootstrap, HealthBoard board, @Nullable String release) {
        this.context = context;
        this.admin = admin;
        this.bootstrap = bootstrap;
        this.board = board;
        this.release = release;
    }

    /** Begins to ask. */
    void start() {
        askLater();
    }

    /** Asks now, unless it is being asked already. */
    void checkNow() {
        if (!stopped && asking.compareAndSet(false, true)) {
            context.threads().blocking().execute(() -> {
                try {
                    ask();
                } finally {
                    asking.set(false);
                }
            });
        }
    }

    void stop() {
        stopped = true;
    }

    private void askLater() {
        if (!stopped) {
            var unused = context.threads()
                    .timer()
                    .schedule(
                            () -> {
                                checkNow();
                                askLater();
                            },
                            INTERVAL.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void ask() {
        try {
            if (attempt > 0) {
                // While the cluster is away, a socket answers sooner than the client, and without a line in the log.
                bootstrap.requireOneReachable(servers(), SOCKET_LIMIT);
            }
            long start = System.nanoTime();
            DescribeClusterResult cluster = describe();
            Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
            Set<Integer> brokers = cluster.nodes().get().stream().map(Node::id).collect(Collectors.toSet());
            alive(roundTrip, cluster.clusterId().get(), brokers);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop();
        } catch (ExecutionException | IOException failed) {
            gone(context.failures().translate(ACTIVITY, failed));
        }
    }

    private DescribeClusterResult describe() throws InterruptedException, ExecutionException, IOException {
        try {
            DescribeClusterResult result =
                    admin.describeCluster(new DescribeClusterOptions().timeoutMs((int) TIME_LIMIT.toMillis()));
            String unused = result.clusterId().get();
            return result;
        } catch (ExecutionException timedOut) {
            // The client knows only that nobody answered; a socket may know why.
            bootstrap.requireOneReachable(servers(), SOCKET_LIMIT);
            throw timedOut;
        }
    }

    private List<String> servers() {
        return context.settings().profile().bootstrapServers();
    }

    private void alive(Duration roundTrip, String clusterId, Set<Integer> brokers) {
        if (!stopped) {
            attempt = 0;
            context.reachability().answers(brokers);
            board.set(new ConnectionHealth.Connected(roundTrip, clusterId, release));
        }
    }

    private void gone(BrokerFailure failure) {
        if (!stopped) {
            Instant now = context.clock().instant();
            attempt++;
            context.reachability().gone(failure);
            if (attempt == 1) {
                goneSince = now;
            }
            board.set(new ConnectionHealth.Reconnecting(failure, attempt, goneSince, now.plus(INTERVAL)));
        }
    }
}
