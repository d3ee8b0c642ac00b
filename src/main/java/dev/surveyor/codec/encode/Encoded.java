package dev.surveyor.codec.encode;

import org.jspecify.annotations.Nullable;

/** What became of a typed text. */
public sealed interface Encoded {

    /** The bytes to send, null for null. */
    final class Payload implements Encoded {
        private final byte @Nullable [] bytes;

        Payload(byte @Nullable [] bytes) {
            this.bytes = bytes;
        }

        /** Returns the bytes, or null where null is to be sent. Not a copy. */
        public byte @Nullable [] bytes() {
            return bytes;
        }
    }

    /**
     * The text does not fit its type.
     *
     * @param message what is wrong
     * @param allowed what may be typed
     * @param line from 1
     * @param column from 1
     */
    record Invalid(String message, String allowed, int line, int column) implements Encoded {

        @Override
        public String toString() {
            return "line " + line + ", col " + column + ": " + message + ". Allowed: " + allowed + ".";
        }
    }
}
