package dev.surveyor.kafka.security;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The entries of an opened store. */
final class StoreEntries {

    private static final int MOST_NAMED = 3;

    private StoreEntries() {}

    /**
     * Returns the certificates that Java trusts where this is a trust store: those that stand there by themselves, and of
     * those that belong to a key the first, as Java's trust managers take them.
     */
    static List<X509Certificate> trusted(KeyStore store) {
        try {
            List<X509Certificate> trusted = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                Certificate certificate = store.getCertificate(alias);
                if (certificate instanceof X509Certificate x509) {
                    trusted.add(x509);
                }
            }
            return trusted;
        } catch (KeyStoreException neverOpened) {
            throw new IllegalStateException(neverOpened);
        }
    }

    /** Returns the names of the entries that are keys. */
    static List<String> keys(KeyStore store) {
        try {
            List<String> keys = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    keys.add(alias);
                }
            }
            return keys;
        } catch (KeyStoreException neverOpened) {
            throw new IllegalStateException(neverOpened);
        }
    }

    static boolean expired(X509Certificate certificate, Instant now) {
        return certificate.getNotAfter().toInstant().isBefore(now);
    }

    /** Returns for instance {@code CN=a, CN=b and 7 more}. */
    static String names(List<X509Certificate> certificates) {
        String first = certificates.stream()
                .limit(MOST_NAMED)
                .map(certificate -> certificate.getSubjectX500Principal().getName())
                .collect(Collectors.joining("; "));
        int more = certificates.size() - MOST_NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
