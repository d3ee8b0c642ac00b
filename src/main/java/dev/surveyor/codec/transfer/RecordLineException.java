package dev.surveyor.codec.transfer;

/** A line is not a record of the format; the message is a sentence without its end that says why. */
public final class RecordLineException extends Exception {

    private static final long serialVersionUID = 1L;

    RecordLineException(String why) {
        super(why);
    }

    /** Returns why, a sentence without its end. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
