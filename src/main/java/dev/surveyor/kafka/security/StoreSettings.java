package dev.surveyor.kafka.security;

import java.util.Map;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * What a connection says of its trust store or of its key store.
 *
 * @param kind which of the two
 * @param type as the client understands it, {@code JKS} where nothing is set
 * @param location a file, or null
 * @param password of the file, or null
 */
record StoreSettings(
        Kind kind,
        String type,
        @Nullable String location,
        @Nullable String password) {

    /** A trust store says whom to trust; a key store who one is. */
    enum Kind {
        TRUST("trust store", "ssl.truststore."),
        KEY("key store", "ssl.keystore.");

        private final String words;
        private final String prefix;

        Kind(String words, String prefix) {
            this.words = words;
            this.prefix = prefix;
        }

        /** Returns the full name of a property, for instance of {@code location}. */
        String property(String rest) {
            return prefix + rest;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Returns what the values say, which are the client's own, parsed and with defaults. */
    static StoreSettings of(Kind kind, Map<String, ?> values) {
        String type = text(values, kind.property("type"));
        return new StoreSettings(
                kind,
                type == null ? "JKS" : type,
                text(values, kind.property("location")),
                text(values, kind.property("password")));
    }

    boolean pem() {
        return type.equals("PEM");
    }

    String property(String rest) {
        return kind.property(rest);
    }

    static @Nullable String keyPassword(Map<String, ?> values) {
        return text(values, SslConfigs.SSL_KEY_PASSWORD_CONFIG);
    }

    /** Returns the value as text, null where there is none. */
    static @Nullable String text(Map<String, ?> values, String name) {
        Object value = values.get(name);
        if (value instanceof Password password) {
            return password.value();
        }
        return value == null ? null : value.toString();
    }
}
