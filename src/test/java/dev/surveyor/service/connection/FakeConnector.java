package dev.surveyor.service.connection;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Connects when the test says so. */
public final class FakeConnector implements ClusterConnector {

    /** The profiles that were asked for, in order. */
    public final List<ConnectionProfile> asked = new ArrayList<>();

    /** The secrets of the last connect. */
    public Map<String, Secret> secrets = Map.of();

    /** What {@link #connect} returned, in order, for the test to complete. */
    public final List<CompletableFuture<ClusterSession>> attempts = new ArrayList<>();

    @Override
    public CompletableFuture<ClusterSession> connect(ConnectionProfile profile, Map<String, Secret> values) {
        asked.add(profile);
        secrets = Map.copyOf(values);
        CompletableFuture<ClusterSession> attempt = new CompletableFuture<>();
        attempts.add(attempt);
        return attempt;
    }

    /** Completes the last attempt with a session and returns it. */
    public FakeSession succeed() {
        int last = attempts.size() - 1;
        FakeSession session = new FakeSession(asked.get(last));
        attempts.get(last).complete(session);
        return session;
    }
}
