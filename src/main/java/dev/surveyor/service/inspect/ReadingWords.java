package dev.surveyor.service.inspect;

import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.schema.SchemaFile;
import org.jspecify.annotations.Nullable;

/** Says how a key or value was decoded, and what each decoder answered. Without state. */
public final class ReadingWords {

    private ReadingWords() {}

    /** Returns what decoded it, and who chose that: {@code Avro, detected}. */
    public static String of(Reading reading) {
        String name = shortName(reading.decoder());
        return switch (reading.state()) {
            case NOTHING -> "Nothing to decode";
            case READ -> reading.chosen() ? name : name + ", detected";
            case WAITING -> name + ", waiting";
            case RAW -> "Raw bytes, nothing detected";
            case FAILED -> name + ", failed";
        };
    }

    /** Returns what one decoder answered: {@code JSON: not JSON, …}, or a check mark and why it was taken. */
    public static String of(Reading.Attempt attempt, Reading reading) {
        String reason = attempt.reason();
        return shortName(attempt.decoder()) + ": " + (reason == null ? "✓ " + because(reading) : reason);
    }

    private static String because(Reading reading) {
        if (reading.chosen()) {
            return "chosen for this topic";
        }
        return reading.detail().isEmpty() ? "reads all of it" : reading.detail();
    }

    /** Returns a decoder's name, of a schema file without its folders; for null that each record is detected. */
    public static String shortName(@Nullable String decoder) {
        return decoder == null
                ? "Detect each record"
                : SchemaFile.parse(decoder)
                        .map(file -> file.format().label() + " " + file.fileName()
                                + (file.message() == null ? "" : " " + file.message()))
                        .orElse(decoder);
    }
}
