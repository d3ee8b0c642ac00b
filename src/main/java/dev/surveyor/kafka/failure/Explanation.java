package dev.surveyor.kafka.failure;

import dev.surveyor.domain.failure.BrokerFailure.Kind;
import java.util.List;

/**
 * A failure in words, before the connection and the activity are named.
 *
 * @param what what happened, as a clause that {@code while reading topic orders} may follow
 * @param why the likely cause, a sentence; may be empty
 * @param kind whether another try can help
 * @param remedies what to try, best first
 */
public record Explanation(String what, String why, Kind kind, List<String> remedies) {

    /** Something must be changed first. */
    public static Explanation fatal(String what, String why, String... remedies) {
        return new Explanation(what, why, Kind.FATAL, List.of(remedies));
    }

    /** Another try may succeed. */
    public static Explanation retriable(String what, String why, String... remedies) {
        return new Explanation(what, why, Kind.RETRIABLE, List.of(remedies));
    }

    /** The transaction must be aborted first. */
    public static Explanation abortable(String what, String why, String... remedies) {
        return new Explanation(what, why, Kind.ABORTABLE, List.of(remedies));
    }
}
