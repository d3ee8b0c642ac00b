package dev.surveyor.service.produce;

import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a file that is to become a value. */
public final class ValueFile {

    /** What a broker takes unless it is told otherwise ({@code message.max.bytes}). */
    public static final long MOST_BYTES = 1_048_588;

    private ValueFile() {}

    /** Returns the bytes; blocks, so not for the JavaFX thread. Fails with a {@link BrokerFailureException}. */
    public static byte[] read(Path file) {
        try {
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw refuse(
                        "The file " + file.getFileName() + " is too large for a value, " + Sizes.text(size) + ".",
                        "Brokers take records up to " + Sizes.exact(MOST_BYTES) + " unless they are told otherwise.",
                        "Choose a smaller file",
                        null);
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw refuse(
                    "The file " + file.getFileName() + " could not be read.",
                    String.valueOf(unreadable.getMessage()),
                    "Check that the file is there and that you may read it",
                    unreadable);
        }
    }

    private static BrokerFailureException refuse(
            String what, String why, String remedy, @org.jspecify.annotations.Nullable Throwable cause) {
        String details = cause == null ? "" : cause.toString();
        return new BrokerFailureException(
                new BrokerFailure(what, why, List.of(remedy), details, BrokerFailure.Kind.FATAL), cause);
    }
}
