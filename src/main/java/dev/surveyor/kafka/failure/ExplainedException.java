package dev.surveyor.kafka.failure;

import org.jspecify.annotations.Nullable;

/** A failure that whoever found it could explain, where the exception of a client would say less or come later. */
public final class ExplainedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Explanation explanation;

    public ExplainedException(Explanation explanation, @Nullable Throwable cause) {
        super(explanation.what() + (explanation.why().isEmpty() ? "" : ": " + explanation.why()), cause);
        this.explanation = explanation;
    }

    Explanation explanation() {
        return explanation;
    }
}
