package dev.surveyor.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Gives integration tests ONE cluster of three real brokers for all tests that JUnit runs together, in Maven those of a
 * class: started when the first test asks for it (about 7 s), closed when they are over. A test may stop, kill or freeze
 * one broker: all three run again before the next test, or before the next class where one has a single instance for all
 * its tests. Tests keep apart by unique topic and group names.
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
public final class SharedCluster implements TestInstancePreConstructCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedCluster.class);

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        cluster(context).heal();
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
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(SharedCluster.class, key -> new Shared(TestCluster.start()), Shared.class)
                .cluster;
    }

    /** Closed by JUnit with the root store: three brokers that wait for another class cost more than their start. */
    private record Shared(TestCluster cluster) implements AutoCloseable {
        @Override
        public void close() {
            cluster.close();
        }
    }
}
