package dev.surveyor.ui.topics;

import dev.surveyor.domain.cluster.ClusterOverview;
import dev.surveyor.domain.cluster.GroupSummary;
import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.connection.ClusterSession;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A connection in the sidebar, and what is known of it. For the JavaFX thread only. */
final class WatchedCluster {
    final ClusterSession session;
    Runnable endHealth = () -> {};
    ConnectionHealth health = new ConnectionHealth.Disconnected();

    @Nullable
    ClusterOverview overview;

    List<GroupSummary> groups = List.of();

    @Nullable
    BrokerFailure failure;

    @Nullable
    CompletableFuture<ClusterOverview> pending;

    Instant askedAt = Instant.MIN;
    boolean loadingShown;
    boolean cancelled;
    long secondsShown;

    WatchedCluster(ClusterSession session) {
        this.session = session;
    }

    boolean connected() {
        return health instanceof ConnectionHealth.Connected;
    }

    long secondsSince(Instant now) {
        return askedAt.equals(Instant.MIN) ? 0 : Duration.between(askedAt, now).toSeconds();
    }

    ClusterOverview withKnownLags(ClusterOverview read) {
        Map<String, GroupSummary> described = new LinkedHashMap<>();
        groups.forEach(group -> described.put(group.id(), group));
        List<GroupSummary> merged = read.groups().stream()
                .map(group -> described.getOrDefault(group.id(), group))
                .toList();
        return new ClusterOverview(read.clusterId(), read.brokers(), read.topics(), merged, read.problems());
    }

    ClusterBranch branch() {
        String loading = loadingShown ? "Reading metadata… " + secondsShown + "\u00a0s" : "";
        String note = cancelled && overview == null ? "Not read. F5 reads it." : "";
        ConnectionProfile profile = session.profile();
        return new ClusterBranch(profile.id(), profile.name(), profile.environment(), health, overview, loading, note);
    }

    void end() {
        endHealth.run();
        if (pending != null) {
            pending.cancel(true);
            pending = null;
        }
    }
}
