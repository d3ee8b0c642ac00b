package dev.surveyor.kafka.security;

import java.util.List;

/**
 * What was seen in stores that can be used.
 *
 * @param warnings what should be changed soon, one sentence each
 * @param hints what may explain a handshake that fails, one sentence each
 */
public record TlsDoubts(List<String> warnings, List<String> hints) {

    /** Nothing was seen. */
    public static final TlsDoubts NONE = new TlsDoubts(List.of(), List.of());

    public TlsDoubts {
        warnings = List.copyOf(warnings);
        hints = List.copyOf(hints);
    }
}
