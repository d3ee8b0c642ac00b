package dev.surveyor.service.connection;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Secret;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Opens sessions on clusters. Implemented with the Apache clients. */
public interface ClusterConnector {

    /**
     * Connects and asks the cluster for its id, so that a session that comes back is one that answered.
     *
     * @param profile where to
     * @param secrets the values of the profile's secret properties, by name
     * @return the session, or a {@link dev.surveyor.domain.failure.BrokerFailureException}; cancelling gives up
     */
    CompletableFuture<ClusterSession> connect(ConnectionProfile profile, Map<String, Secret> secrets);
}
