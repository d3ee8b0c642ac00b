package dev.surveyor.bench;

import dev.surveyor.testing.TestBroker;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs the measurements that {@code -Dbench=NAME} chooses, and gives them the one {@link BenchTopics} and the one
 * {@link BenchResults} of the JVM:
 *
 * <pre>{@code
 * @Tag("bench")
 * @ExtendWith(BenchExtension.class)
 * class FooBench {
 *     @Test
 *     @Measure("foo")
 *     void foo_against_the_bare_loop(BenchTopics topics, BenchResults results) {
 *         BenchTopic topic = topics.small();      // made when first asked for; the broker too
 *         BareLoop bare = new BareLoop(topics.bootstrapServers(), topic.name());
 *         Contest.Times times = Contest.run(() -> ours(topic), bare::readAll);
 *         results.addRate("foo", topic.records(), times, "records/s");
 *     }
 * }
 * }</pre>
 */
final class BenchExtension implements ExecutionCondition, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(BenchExtension.class);
    private static final Path RESULTS = Path.of("target", "bench", "results.json");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String wanted = System.getProperty("bench", "").toLowerCase(Locale.ROOT);
        return AnnotationSupport.findAnnotation(context.getElement(), Measure.class)
                .filter(measure -> !measure.value().startsWith(wanted))
                .map(measure -> ConditionEvaluationResult.disabled(measure.value() + " is not wanted"))
                .orElse(ConditionEvaluationResult.enabled("wanted"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == BenchTopics.class || type == BenchResults.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        return parameter.getParameter().getType() == BenchTopics.class
                ? store.getOrComputeIfAbsent(
                                Shared.class, key -> new Shared(new BenchTopics(TestBroker.start())), Shared.class)
                        .topics
                : store.getOrComputeIfAbsent(BenchResults.class, key -> new BenchResults(RESULTS), BenchResults.class);
    }

    /** Closed by JUnit with the root store. */
    private record Shared(BenchTopics topics) implements AutoCloseable {
        @Override
        public void close() {
            topics.close();
        }
    }
}
