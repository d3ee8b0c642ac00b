package dev.surveyor.kafka.cluster;

import dev.surveyor.kafka.client.ClientContext;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.KafkaFuture;

/** Turns the futures of the admin client into those that the ports promise. */
final class Answers {

    private final ClientContext context;

    Answers(ClientContext context) {
        this.context = context;
    }

    /** Returns the client's future as it is: it completes on the client's own thread, which must not be held up. */
    static <T> CompletableFuture<T> raw(KafkaFuture<T> future) {
        return future.toCompletionStage().toCompletableFuture();
    }

    /**
     * Returns the future for a caller: it completes on a thread that may block, and fails with words only.
     *
     * @param activity what is being done, to follow the word "while"
     */
    <T> CompletableFuture<T> forCaller(String activity, CompletableFuture<T> raw) {
        CompletableFuture<T> result = new CompletableFuture<>();
        var unused = raw.whenCompleteAsync(
                (value, thrown) -> {
                    if (thrown == null) {
                        result.complete(value);
                    } else {
                        result.completeExceptionally(context.failures().exception(activity, thrown));
                    }
                },
                context.threads().blocking());
        return result;
    }

    /** Returns those answers that came, when all have come or failed. What failed is told apart by its key. */
    static <K, V> CompletableFuture<Partial<K, V>> partial(Map<K, ? extends KafkaFuture<V>> futures) {
        Map<K, CompletableFuture<V>> all = new HashMap<>();
        futures.forEach((key, future) -> all.put(key, raw(future)));
        return CompletableFuture.allOf(all.values().toArray(CompletableFuture[]::new))
                .handle((done, anyFailure) -> collect(all));
    }

    private static <K, V> Partial<K, V> collect(Map<K, CompletableFuture<V>> futures) {
        Partial<K, V> partial = new Partial<>(new HashMap<>(), new HashMap<>());
        futures.forEach((key, future) -> {
            var unused = future.whenComplete((value, thrown) -> {
                if (thrown == null) {
                    partial.values().put(key, value);
                } else {
                    partial.failures().put(key, thrown);
                }
            });
        });
        return partial;
    }

    /**
     * Answers to many questions.
     *
     * @param values those that came
     * @param failures why the others did not
     */
    record Partial<K, V>(Map<K, V> values, Map<K, Throwable> failures) {

        /** Throws the first failure where there are failures only, so that a dead cluster does not read as an empty one. */
        Partial<K, V> orThrowIfNone() {
            if (values.isEmpty() && !failures.isEmpty()) {
                throw new java.util.concurrent.CompletionException(
                        failures.values().iterator().next());
            }
            return this;
        }
    }
}
