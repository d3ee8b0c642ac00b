package dev.surveyor.kafka.connection;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.service.cluster.ClusterReader;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.consume.Consumers;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.group.GroupMembers;
import dev.surveyor.service.group.GroupOffsets;
import dev.surveyor.service.group.StaticMembers;
import dev.surveyor.service.produce.Producers;
import dev.surveyor.service.search.Searches;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** A connection whose cluster has answered. Owns its admin clients and closes every client that its parts opened. */
final class KafkaClusterSession implements ClusterSession {

    private static final Duration CLOSE_LIMIT = Duration.ofMillis(2_500);

    private final ClientContext context;
    private final HealthBoard board;
    private final HealthMonitor monitor;
    private final List<Admin> admins;
    private final ClusterReader reader;
    private final GroupOffsets groupOffsets;
    private final StaticMembers staticMembers;
    private final Consumers consumers;
    private final Producers producers;
    private final Searches searches;
    private final GroupMembers members;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param admins the admin clients of the monitor and the reader, closed with the session
     */
    KafkaClusterSession(
            ClientContext context,
            HealthBoard board,
            HealthMonitor monitor,
            List<Admin> admins,
            ClusterReader reader,
            GroupOffsets groupOffsets,
            StaticMembers staticMembers,
            SessionParts parts) {
        this.context = context;
        this.board = board;
        this.monitor = monitor;
        this.admins = List.copyOf(admins);
        this.reader = reader;
        this.groupOffsets = groupOffsets;
        this.staticMembers = staticMembers;
        this.consumers = parts.consumers(context);
        this.producers = parts.producers(context);
        this.searches = parts.searches(context);
        this.members = parts.members(context, reader);
    }

    @Override
    public ConnectionProfile profile() {
        return context.settings().profile();
    }

    @Override
    public ConnectionHealth health() {
        return board.now();
    }

    @Override
    public Runnable onHealth(Consumer<ConnectionHealth> listener) {
        return board.listen(listener);
    }

    @Override
    public void checkNow() {
        monitor.checkNow();
    }

    @Override
    public ClusterReader cluster() {
        return reader;
    }

    @Override
    public Consumers consumers() {
        return consumers;
    }

    @Override
    public Producers producers() {
        return producers;
    }

    @Override
    public Searches searches() {
        return searches;
    }

    @Override
    public GroupMembers members() {
        return members;
    }

    @Override
    public StaticMembers staticMembers() {
        return staticMembers;
    }

    @Override
    public GroupOffsets groupOffsets() {
        return groupOffsets;
    }

    @Override
    public EventStream events() {
        return context.events();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        monitor.stop();
        board.set(new ConnectionHealth.Disconnected());
        context.threads().blocking().execute(() -> {
            var unused = context.open()
                    .closeAll()
                    .orTimeout(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .whenCompleteAsync(
                            (done, late) -> admins.forEach(admin -> admin.close(Duration.ZERO)),
                            context.threads().blocking());
        });
    }
}
