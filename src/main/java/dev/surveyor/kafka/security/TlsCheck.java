package dev.surveyor.kafka.security;

import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.failure.Explanation;
import java.security.UnrecoverableKeyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens the trust store and the key store of a connection before a client is made. The client's own class reads them; a
 * client whose trust store holds nothing would only time out. Blocks while files are read.
 */
public final class TlsCheck {

    /** What a certificate or a store is used for where nobody has a name yet. */
    private static final String NO_HOST = "localhost";

    private static final int NO_PORT = 9093;

    private TlsCheck() {}

    /**
     * Returns what may be wrong although the client can be made.
     *
     * @param values the client's settings, parsed and with their defaults
     * @throws ExplainedException where no client with these settings can be made, or none can trust a broker
     */
    public static TlsDoubts check(Map<String, ?> values) {
        if (values.get(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG) != null) {
            // Whatever that class reads, the settings here need not be for it.
            return TlsDoubts.NONE;
        }
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            configure(factory, values);
            List<String> warnings = new ArrayList<>();
            List<String> hints = new ArrayList<>();
            TrustContents.check(factory.truststore(), values, warnings, hints);
            KeyContents.check(factory.keystore(), values, warnings, hints);
            return new TlsDoubts(warnings, hints);
        }
    }

    private static void configure(DefaultSslEngineFactory factory, Map<String, ?> values) {
        try {
            factory.configure(values);
            // Names of protocols and ciphers are looked at only here; a client fails over them at each connection.
            var unused = factory.createClientSslEngine(NO_HOST, NO_PORT, algorithm(values));
        } catch (RuntimeException refused) {
            throw new ExplainedException(explain(values, refused), refused);
        }
    }

    private static @Nullable String algorithm(Map<String, ?> values) {
        return StoreSettings.text(values, SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG);
    }

    private static Explanation explain(Map<String, ?> values, RuntimeException refused) {
        Explanation keys = StoreTrouble.ofKeys(values);
        if (keys != null) {
            return keys;
        }
        Explanation trust = StoreTrouble.ofTrust(values);
        if (trust != null) {
            return trust;
        }
        Throwable innermost = refused;
        boolean closedKey = false;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
            closedKey |= innermost instanceof UnrecoverableKeyException;
        }
        if (closedKey) {
            return Explanation.fatal(
                    "the password of the key in the key store is wrong",
                    "The store opens, and the key in it does not.",
                    "Set ssl.key.password: the key has another password than the store");
        }
        return Explanation.fatal(
                "a setting of TLS cannot be used",
                "Java says: " + innermost.getMessage() + ".",
                "Correct the setting among those that begin with ssl.");
    }
}
