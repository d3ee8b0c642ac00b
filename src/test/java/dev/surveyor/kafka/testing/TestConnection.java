package dev.surveyor.kafka.testing;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.ClientSettings;
import dev.surveyor.kafka.client.ClientThreads;
import dev.surveyor.kafka.client.OpenClients;
import dev.surveyor.kafka.cluster.AdminOffsets;
import dev.surveyor.kafka.failure.FailureTranslator;
import dev.surveyor.service.event.EventStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** What the parts of a connection share, with threads of the test's own; closing it closes every client. */
public final class TestConnection implements AutoCloseable {

    private static final ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    };

    private final ExecutorService blocking = Executors.newCachedThreadPool(DAEMONS);
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, DAEMONS);
    private final ClientContext context;

    private TestConnection(ConnectionProfile profile, Map<String, Secret> secrets) {
        ClientSettings settings = new ClientSettings(profile, secrets);
        OpenClients open = new OpenClients();
        this.context = new ClientContext(
                settings,
                new FailureTranslator(profile.name(), secrets.values()),
                new EventStream(EventStream.DEFAULT_CAPACITY),
                threads(),
                open,
                Clock.systemUTC(),
                new AdminOffsets(settings, open));
    }

    /** Returns a connection to these servers, called {@code test}. */
    public static TestConnection to(String servers) {
        return new TestConnection(profile(servers, Map.of()), Map.of());
    }

    /** Returns a connection to these servers with such properties, called {@code test}. */
    public static TestConnection to(String servers, Map<String, String> properties) {
        return new TestConnection(profile(servers, properties), Map.of());
    }

    /** Returns a profile called {@code test} for these servers. */
    public static ConnectionProfile profile(String servers, Map<String, String> properties) {
        return new ConnectionProfile(
                "id",
                "test",
                Environment.DEVELOPMENT,
                List.of(servers.split(",")),
                "",
                SecuritySettings.NONE,
                properties,
                Set.of());
    }

    public ClientContext context() {
        return context;
    }

    public ClientThreads threads() {
        return new ClientThreads(DAEMONS, blocking, timer);
    }

    /** Returns the events of that type so far. */
    public <E extends ClientEvent> List<E> events(Class<E> type) {
        return context.events().since(0).events().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() {
        try {
            context.open().closeAll().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException late) {
            throw new AssertionError("clients did not close", late);
        } finally {
            timer.shutdownNow();
            blocking.shutdownNow();
        }
    }
}
