package dev.surveyor.service.connection;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.consume.Consumers;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.group.GroupOffsets;
import dev.surveyor.service.group.StaticMembers;
import dev.surveyor.service.produce.Producers;
import dev.surveyor.service.search.Searches;
import java.util.function.Consumer;

/** One open connection to one cluster, and all that can be done on it. Safe for use by any thread. */
public interface ClusterSession extends AutoCloseable {

    ConnectionProfile profile();

    /** Returns how the connection is doing now. */
    ConnectionHealth health();

    /**
     * Calls the listener at once and at each change of health, on a thread of the session.
     *
     * @return ends it
     */
    Runnable onHealth(Consumer<ConnectionHealth> listener);

    /** Asks the cluster for a sign of life now rather than at the next turn. */
    void checkNow();

    /** Reads topics, groups and brokers. */
    ClusterReader cluster();

    /** Starts consumers. */
    Consumers consumers();

    /** Opens producers. */
    Producers producers();

    /** Searches topics. */
    Searches searches();

    /** Runs members of groups. */
    GroupMembers members();

    /** Takes static members out of groups. */
    StaticMembers staticMembers();

    /** Changes what groups have committed. */
    GroupOffsets groupOffsets();

    /** The one stream of events that all clients of this connection share. */
    EventStream events();

    /** Ends all that runs on this connection, within a few seconds. Does not block the caller. */
    @Override
    void close();
}
