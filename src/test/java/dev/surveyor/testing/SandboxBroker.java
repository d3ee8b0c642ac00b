package dev.surveyor.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives integration tests ONE real broker per test JVM: started when the first test class asks for it (about 2.5 s),
 * closed when the JVM's tests are over, without sample data. Tests keep apart by unique topic and group names.
 *
 * <pre>{@code
 * @ExtendWith(SandboxBroker.class)
 * class ConsumerIT {
 *     @Test
 *     void reads_what_was_sent(TestBroker broker) {                  // or a constructor or @BeforeEach parameter
 *         String topic = broker.newTopic(3);                         // unique name; returns when all partitions answer
 *         broker.createTopic("name", 1, Map.of("cleanup.policy", "compact"));
 *         broker.send(topic, 0, key, value, new RecordHeader("h", null));   // raw bytes, waits for the offset
 *         broker.send(new ProducerRecord<>(topic, 1, timestamp, key, value, headers));
 *         broker.sendMany(topic, 3, 10_000);                         // value-0, value-1, ... round the partitions
 *         String group = TestBroker.uniqueName("group");
 *         String servers = broker.bootstrapServers();
 *         Admin admin = broker.admin();
 *     }
 * }
 * }</pre>
 *
 * <p>Never stop, kill or freeze this one: for faults start a separate one, {@code try (TestBroker broker =
 * TestBroker.start())}, which has {@code stop()}, {@code kill()} (SIGKILL), {@code restart()} (same port and data) and
 * {@code pid()}. To wait, use {@link Await#until}.
 */
public final class SandboxBroker implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SandboxBroker.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        broker(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestBroker.class;
    }

    @Override
    public TestBroker resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return broker(context);
    }

    private static TestBroker broker(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(SandboxBroker.class, key -> new Shared(TestBroker.start()), Shared.class)
                .broker;
    }

    /** Closed by JUnit with the session, at the end of the JVM's tests; Maven runs each class of them by itself. */
    private record Shared(TestBroker broker) implements AutoCloseable {
        @Override
        public void close() {
            broker.close();
        }
    }
}
