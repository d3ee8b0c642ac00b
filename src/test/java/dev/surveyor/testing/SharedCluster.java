package dev.surveyor.testing;

import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives integration tests ONE cluster of three real brokers per test JVM: started when the first test asks for it (about
 * 7 s), closed when the JVM's tests are over. A test may stop, kill or freeze one broker: after each test all three run
 * again, or after all tests of a class that has one instance for them. Tests keep apart by unique topic and group names.
 *
 * <pre>{@code
 * @ExtendWith(SharedCluster.class)
 * class PartialClusterIT {
 *     @Test
 *     void reads_what_has_a_leader(TestCluster cluster) {            // or a constructor or @BeforeEach parameter
 *         String topic = cluster.newTopicOn(1, 2, 3);
 *         cluster.stop(3);
 *     }
 * }
 * }</pre>
 */
public final class SharedCluster implements AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedCluster.class);

    @Override
    public void afterEach(ExtensionContext context) {
        if (!oneInstance(context)) {
            cluster(context).heal();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (oneInstance(context)) {
            cluster(context).heal();
        }
    }

    private static boolean oneInstance(ExtensionContext context) {
        return context.getTestInstanceLifecycle()
                .filter(Lifecycle.PER_CLASS::equals)
                .isPresent();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestCluster.class;
    }

    @Override
    public TestCluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return cluster(context);
    }

    private static TestCluster cluster(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(SharedCluster.class, key -> new Shared(TestCluster.start()), Shared.class)
                .cluster;
    }

    /** Closed by JUnit with the session, at the end of the JVM's tests; Maven runs each class of them by itself. */
    private record Shared(TestCluster cluster) implements AutoCloseable {
        @Override
        public void close() {
            cluster.close();
        }
    }
}
