package dev.surveyor.codec.detect;

import org.jspecify.annotations.Nullable;

/** What the user chose for the topics of a connection. Asked for every record, so cheap; safe for several threads. */
public interface DecoderChoices {

    /** Nothing was chosen. */
    DecoderChoices NONE = new DecoderChoices() {
        @Override
        public DecoderChoice of(String topic) {
            return DecoderChoice.AUTO;
        }

        @Override
        public boolean keysAreDetected() {
            return true;
        }
    };

    /** Returns the choice for a topic, {@link DecoderChoice#AUTO} where there is none. */
    DecoderChoice of(String topic);

    /** Returns what was chosen for the values of a header, null for nothing. */
    default @Nullable String ofHeader(String topic, String name) {
        return null;
    }

    /** Returns whether no topic has a choice for its keys. */
    boolean keysAreDetected();
}
