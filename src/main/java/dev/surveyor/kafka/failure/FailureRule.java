package dev.surveyor.kafka.failure;

import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Explains the throwables that it knows. */
@FunctionalInterface
interface FailureRule {

    /** Returns the explanation, or null where the rule does not know this throwable. */
    @Nullable
    Explanation explain(Throwable thrown);

    /** Returns a rule for a type and its subtypes. */
    static <T extends Throwable> FailureRule on(Class<T> type, Function<T, Explanation> explanation) {
        return thrown -> type.isInstance(thrown) ? explanation.apply(type.cast(thrown)) : null;
    }

    /** Returns a rule for those of a type that the test holds for. */
    static <T extends Throwable> FailureRule on(
            Class<T> type, Predicate<String> messageTest, Function<T, Explanation> explanation) {
        return thrown -> type.isInstance(thrown) && messageTest.test(messageOf(thrown))
                ? explanation.apply(type.cast(thrown))
                : null;
    }

    /** Returns the throwable's own message, empty where it has none. */
    static String messageOf(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? "" : message;
    }

    /** Returns the message as a sentence of the kind "The broker says: ...", or the fallback where there is none. */
    static String quoted(Throwable thrown, String fallback) {
        String message = messageOf(thrown).strip();
        if (message.isEmpty()) {
            return fallback;
        }
        return "Kafka says: " + message + (message.endsWith(".") ? "" : ".");
    }
}
