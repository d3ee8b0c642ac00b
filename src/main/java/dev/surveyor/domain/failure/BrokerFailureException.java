package dev.surveyor.domain.failure;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Carries a {@link BrokerFailure} through a future; every port of {@code service} fails with this and nothing else. */
public final class BrokerFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BrokerFailure failure;

    public BrokerFailureException(BrokerFailure failure, @Nullable Throwable cause) {
        super(failure.what(), cause);
        this.failure = failure;
    }

    public BrokerFailure failure() {
        return failure;
    }

    /**
     * Returns the failure inside what a future threw. A throwable that carries none is a fault of this program and is
     * described as such.
     */
    public static BrokerFailure in(Throwable thrown) {
        Throwable at = thrown;
        while ((at instanceof CompletionException || at instanceof ExecutionException) && at.getCause() != null) {
            at = at.getCause();
        }
        if (at instanceof BrokerFailureException carried) {
            return carried.failure;
        }
        return new BrokerFailure(
                "Something went wrong inside Surveyor.",
                at + ".",
                java.util.List.of("Try it again, and report it with its details where it fails again"),
                stackOf(at),
                BrokerFailure.Kind.FATAL);
    }

    private static String stackOf(Throwable thrown) {
        java.io.StringWriter text = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
