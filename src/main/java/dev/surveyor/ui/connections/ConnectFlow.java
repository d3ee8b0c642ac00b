package dev.surveyor.ui.connections;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.ui.fx.Dialogs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The one way to connect from a screen: asks for the secrets that are not known in this run of the program, then
 * connects. Secrets live here, in memory, and nowhere else. For the JavaFX thread only.
 */
public final class ConnectFlow {

    private final ConnectionService service;
    private final Dialogs dialogs;
    private final Map<String, Map<String, Secret>> known = new HashMap<>();

    public ConnectFlow(ConnectionService service, Dialogs dialogs) {
        this.service = service;
        this.dialogs = dialogs;
    }

    /** Keeps values for the next connect, until the program ends. */
    public void remember(String profileId, Map<String, Secret> secrets) {
        Map<String, Secret> all = new HashMap<>(known(profileId));
        all.putAll(secrets);
        known.put(profileId, Map.copyOf(all));
    }

    /**
     * Connects. Asks first for secrets that are missing, and for all of them where the last try failed.
     *
     * @return the session, or a {@link dev.surveyor.domain.failure.BrokerFailureException}; never completes where the
     *     person gave up in the dialog
     */
    public CompletableFuture<ClusterSession> connect(String profileId) {
        ConnectionProfile profile = service.profile(profileId).orElse(null);
        if (profile == null) {
            return service.connect(profileId, Map.of());
        }
        boolean failedBefore = service.health(profileId) instanceof ConnectionHealth.Failed;
        boolean underWay = service.health(profileId) instanceof ConnectionHealth.Connecting
                || service.session(profileId).isPresent();
        List<String> toAsk = profile.secretProperties().stream()
                .filter(name -> failedBefore || !known(profileId).containsKey(name))
                .toList();
        if (toAsk.isEmpty() || underWay) {
            return service.connect(profileId, known(profileId));
        }
        CompletableFuture<ClusterSession> connected = new CompletableFuture<>();
        dialogs.askSecrets(new Dialogs.SecretsRequest(profile, toAsk), given -> {
            remember(profileId, given);
            CompletableFuture<ClusterSession> unused = service.connect(profileId, known(profileId))
                    .whenComplete((session, thrown) -> {
                        if (thrown == null) {
                            connected.complete(session);
                        } else {
                            connected.completeExceptionally(thrown);
                        }
                    });
        });
        return connected;
    }

    private Map<String, Secret> known(String profileId) {
        return known.getOrDefault(profileId, Map.of());
    }
}
