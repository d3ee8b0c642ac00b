package dev.surveyor.codec.format;

/** Ends the reading of bytes that are not what they should be. Never leaves a decoder. */
public final class UndecodableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason a sentence without its end */
    public UndecodableException(String reason) {
        super(reason, null, false, false);
    }

    /** Returns why, a sentence without its end. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
