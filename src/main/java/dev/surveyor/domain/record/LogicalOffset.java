package dev.surveyor.domain.record;

import java.util.Optional;

/**
 * Offsets that are names rather than places, with the numbers that librdkafka gives them, so that what is copied from
 * a Go or C program reads the same here.
 */
public enum LogicalOffset {
    BEGINNING(-2, "beginning"),
    END(-1, "end"),
    STORED(-1000, "stored"),
    UNSET(-1001, "unset");

    private final long number;
    private final String text;

    LogicalOffset(long number, String text) {
        this.number = number;
        this.text = text;
    }

    /** Returns the negative number that stands for this offset. */
    public long number() {
        return number;
    }

    /** Returns the logical offset of that number, if it is one. */
    public static Optional<LogicalOffset> of(long number) {
        for (LogicalOffset offset : values()) {
            if (offset.number == number) {
                return Optional.of(offset);
            }
        }
        return Optional.empty();
    }

    /** Returns the logical offset of that name ({@code earliest} and {@code latest} included), if it is one. */
    public static Optional<LogicalOffset> named(String name) {
        return switch (name) {
            case "beginning", "earliest" -> Optional.of(BEGINNING);
            case "end", "latest" -> Optional.of(END);
            case "stored" -> Optional.of(STORED);
            case "unset", "invalid" -> Optional.of(UNSET);
            default -> Optional.empty();
        };
    }

    /** Returns how an offset reads: the name of a logical one, else the number. */
    public static String text(long offset) {
        return of(offset).map(LogicalOffset::toString).orElseGet(() -> Long.toString(offset));
    }

    @Override
    public String toString() {
        return text;
    }
}
