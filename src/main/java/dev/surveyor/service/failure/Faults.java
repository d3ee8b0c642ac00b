package dev.surveyor.service.failure;

import dev.surveyor.domain.failure.BrokerFailureException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

/** Words for what went wrong inside the program itself, where one part of the window has to do without its content. */
public final class Faults {

    private Faults() {}

    /**
     * Returns one sentence: what could not be done, and why.
     *
     * @param what without its end, such as {@code The value cannot be shown}
     */
    public static String sentence(String what, Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return what + ": " + why(cause);
    }

    private static String why(Throwable cause) {
        if (cause instanceof BrokerFailureException carried) {
            return carried.failure().sentence();
        }
        if (cause instanceof RejectedExecutionException) {
            return "the program is closing.";
        }
        if (cause instanceof OutOfMemoryError) {
            return "there is not enough memory.";
        }
        String name = cause.getClass().getSimpleName();
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? "an error inside Surveyor, " + name + "."
                : "an error inside Surveyor, " + message + " (" + name + ").";
    }
}
