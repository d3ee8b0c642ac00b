package dev.surveyor.kafka.produce;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.kafka.client.ClientSettings;
import dev.surveyor.kafka.client.ClientThreads;
import dev.surveyor.kafka.client.OpenClients;
import dev.surveyor.kafka.failure.FailureTranslator;
import dev.surveyor.service.event.EventStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** What the clients of a connection share, for clients that are fakes. */
final class TestContext {

    private TestContext() {}

    static ClientContext of(String servers, EventStream events, ThreadFactory threads, ScheduledExecutorService timer) {
        return of(servers, Map.of(), events, threads, timer);
    }

    static ClientContext of(
            String servers,
            Map<String, String> properties,
            EventStream events,
            ThreadFactory threads,
            ScheduledExecutorService timer) {
        ConnectionProfile profile = new ConnectionProfile(
                "id",
                "test",
                Environment.DEVELOPMENT,
                List.of(servers),
                "test",
                SecuritySettings.NONE,
                properties,
                Set.of());
        return new ClientContext(
                new ClientSettings(profile, Map.of()),
                new FailureTranslator("test", List.of()),
                events,
                new ClientThreads(threads, task -> threads.newThread(task).start(), timer),
                new OpenClients(),
                Clock.systemUTC(),
                question -> CompletableFuture.failedFuture(new IllegalStateException("nobody asks for offsets")));
    }
}
