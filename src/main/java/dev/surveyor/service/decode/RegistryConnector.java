package dev.surveyor.service.decode;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.service.connection.ClusterConnector;
import dev.surveyor.service.connection.ClusterSession;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Connects to a cluster and to its schema registry at once; each sees only its own properties and secrets. */
public final class RegistryConnector implements ClusterConnector {

    private final ClusterConnector clusters;
    private final Decodings decodings;

    public RegistryConnector(ClusterConnector clusters, Decodings decodings) {
        this.clusters = clusters;
        this.decodings = decodings;
    }

    @Override
    public CompletableFuture<ClusterSession> connect(ConnectionProfile profile, Map<String, Secret> secrets) {
        decodings.of(profile.id()).connect(profile, secrets);
        Map<String, Secret> others = new TreeMap<>(secrets);
        others.keySet().removeIf(RegistrySettings::names);
        return clusters.connect(RegistrySettings.without(profile), others);
    }
}
