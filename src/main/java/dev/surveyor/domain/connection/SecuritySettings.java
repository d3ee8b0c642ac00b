package dev.surveyor.domain.connection;

import org.jspecify.annotations.Nullable;

/**
 * How a connection is secured, where a form says it rather than properties by name.
 *
 * @param protocol {@code PLAINTEXT}, {@code SSL}, {@code SASL_PLAINTEXT} or {@code SASL_SSL}, or null where it is not
 *     set here
 * @param saslMechanism for instance {@code SCRAM-SHA-512}, or null where it is not set here
 */
public record SecuritySettings(
        @Nullable String protocol, @Nullable String saslMechanism) {

    /** Nothing set here: the client's default, or what properties by name say. */
    public static final SecuritySettings NONE = new SecuritySettings(null, null);
}
