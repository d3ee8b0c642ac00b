package dev.surveyor.kafka.search;

/** What was searched is not one topic any more, so that nothing is proven about either. */
class TopicChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param message what was seen, a sentence without its end
     * @param reason the likely cause, a sentence
     */
    TopicChangedException(String message, String reason) {
        super(message);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
