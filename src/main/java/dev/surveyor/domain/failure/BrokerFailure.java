package dev.surveyor.domain.failure;

import java.util.List;
import java.util.Objects;

/**
 * A failure in the order in which a person asks about it.
 *
 * @param what what happened, one sentence, naming the object
 * @param why the likely cause, one sentence; may be empty where it is not known
 * @param remedies what to try, most promising first; at least one
 * @param details the exception chain and other facts for a bug report, secrets masked; may span lines
 * @param kind whether waiting, or changing something, can help
 */
public record BrokerFailure(String what, String why, List<String> remedies, String details, Kind kind) {

    /** What can be expected of another try. */
    public enum Kind {
        /** The client goes on trying by itself and may succeed. */
        RETRIABLE,
        /** Something must be changed first: a setting, a right, the record. */
        FATAL,
        /** The open transaction must be aborted; then a new one may succeed. */
        ABORTABLE,
        /** Nothing failed: the time that the user allowed ran out. */
        TIMED_OUT
    }

    public BrokerFailure {
        Objects.requireNonNull(kind, "kind");
        if (what.isBlank()) {
            throw new IllegalArgumentException("what is blank; a failure says what happened");
        }
        if (remedies.isEmpty()) {
            throw new IllegalArgumentException("no remedy for '" + what + "'; a failure says what to do");
        }
        remedies = List.copyOf(remedies);
    }

    /** Returns the failure with more sentences behind the cause. */
    public BrokerFailure withMore(List<String> sentences) {
        String more = String.join(" ", sentences);
        String all = why.isEmpty() || more.isEmpty() ? why + more : why + " " + more;
        return new BrokerFailure(what, all, remedies, details, kind);
    }

    /** Returns the sentence for a single line: what happened and why. */
    public String sentence() {
        return why.isEmpty() ? what : what + " " + why;
    }

    /** Returns what follows what happened: why, where that is known, and what to try first. */
    public String whyAndRemedy() {
        String remedy = remedies.get(0);
        String advice = (remedy.startsWith("Try ") ? remedy : "Try: " + remedy) + (remedy.endsWith(".") ? "" : ".");
        return why.isEmpty() ? advice : why + " " + advice;
    }

    /** Returns the whole of it as text, for a clipboard. */
    public String report() {
        return what + System.lineSeparator() + why + System.lineSeparator() + "Try: " + String.join("; ", remedies)
                + System.lineSeparator() + details;
    }
}
