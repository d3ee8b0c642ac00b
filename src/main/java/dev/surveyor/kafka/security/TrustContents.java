package dev.surveyor.kafka.security;

import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.failure.Explanation;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether an opened trust store trusts anybody. */
final class TrustContents {

    private TrustContents() {}

    /**
     * Adds what may be wrong.
     *
     * @param store null where the certificates of the Java runtime are trusted
     * @throws ExplainedException where nothing in the store is trusted, so that every handshake would fail
     */
    static void check(@Nullable KeyStore store, Map<String, ?> values, List<String> warnings, List<String> hints) {
        if (store == null) {
            hints.add("No trust store is set, so that the authorities of the Java runtime are trusted.");
            return;
        }
        StoreSettings settings = StoreSettings.of(StoreSettings.Kind.TRUST, values);
        String where = settings.location() == null ? "ssl.truststore.certificates" : settings.location();
        List<X509Certificate> trusted = StoreEntries.trusted(store);
        if (trusted.isEmpty()) {
            throw new ExplainedException(nothing(settings, where), null);
        }
        List<String> keys = StoreEntries.keys(store);
        if (keys.size() == trusted.size()) {
            hints.add("The trust store " + where + " holds no certificate of an authority, only the private key "
                    + String.join(", ", keys) + " with its own certificate (" + StoreEntries.names(trusted)
                    + "): it may be a key store.");
        } else {
            hints.add("The trust store holds " + StoreEntries.names(trusted) + ".");
        }
        Instant now = Instant.now();
        List<X509Certificate> expired = trusted.stream()
                .filter(certificate -> StoreEntries.expired(certificate, now))
                .toList();
        if (expired.size() == trusted.size()) {
            String all =
                    trusted.size() == 1 ? "The only certificate" : "Each of the " + trusted.size() + " certificates";
            warnings.add(all + " in the trust store " + where + " has expired: " + StoreEntries.names(expired)
                    + ", valid until " + expired.get(0).getNotAfter().toInstant() + ".");
        }
    }

    private static Explanation nothing(StoreSettings settings, String where) {
        boolean pkcs12 = StoreFile.isPkcs12(settings);
        if (pkcs12 && settings.password() == null) {
            return Explanation.fatal(
                    "the trust store " + where + " shows no certificate",
                    "It is a PKCS12 file and is opened without a password: it shows none then.",
                    "Add ssl.truststore.password: it is asked for at connect and never saved");
        }
        return Explanation.fatal(
                "the trust store " + where + " holds no certificate that Java trusts",
                "It opens, and Java counts none of what is in it"
                        + (pkcs12 ? ", as it does with certificates that openssl put into a PKCS12 file." : "."),
                "Put the authority's certificate in: keytool -importcert -alias ca -file ca.pem -keystore " + where,
                "Or use the PEM file itself, with ssl.truststore.type=PEM and without a password");
    }
}
