package dev.surveyor.kafka.security;

import dev.surveyor.kafka.failure.ExplainedException;
import dev.surveyor.kafka.failure.Explanation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether an opened key store holds a key that goes with its certificate. */
final class KeyContents {

    private static final byte[] ANYTHING = "surveyor".getBytes(StandardCharsets.US_ASCII);

    private KeyContents() {}

    /**
     * Adds what may be wrong.
     *
     * @param store null where the client shows no certificate
     * @throws ExplainedException where the key is of another certificate
     */
    static void check(@Nullable KeyStore store, Map<String, ?> values, List<String> warnings, List<String> hints) {
        if (store == null) {
            hints.add("No key store is set, so that the client shows no certificate.");
            return;
        }
        StoreSettings settings = StoreSettings.of(StoreSettings.Kind.KEY, values);
        String where = settings.location() == null ? "ssl.keystore.key" : settings.location();
        List<String> keys = StoreEntries.keys(store);
        if (keys.isEmpty()) {
            hints.add("The key store " + where + " holds no private key, so that the client shows no certificate.");
        }
        for (String alias : keys) {
            try {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    checkOne(store, alias, certificate, password(settings, values), where);
                    addDate(certificate, where, warnings);
                }
            } catch (GeneralSecurityException notReadable) {
                // The client could read it, or it would have been refused before.
            }
        }
    }

    private static char @Nullable [] password(StoreSettings settings, Map<String, ?> values) {
        String key = StoreSettings.keyPassword(values);
        String password = key != null ? key : settings.password();
        return password == null ? null : password.toCharArray();
    }

    private static void checkOne(
            KeyStore store, String alias, X509Certificate certificate, char @Nullable [] password, String where)
            throws GeneralSecurityException {
        if (store.getKey(alias, password) instanceof PrivateKey key && !belongs(key, certificate)) {
            throw new ExplainedException(
                    Explanation.fatal(
                            "the private key in " + where + " is not the one of its certificate",
                            "The first certificate is " + StoreEntries.names(List.of(certificate))
                                    + ", and the key is of another.",
                            "Use the key and the certificate that were made together",
                            "Put the client's certificate first in the chain"),
                    null);
        }
    }

    private static boolean belongs(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    case "DSA" -> "SHA256withDSA";
                    default -> key.getAlgorithm();
                };
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(ANYTHING);
        byte[] signature = signing.sign();
        Signature checking = Signature.getInstance(algorithm);
        checking.initVerify(certificate.getPublicKey());
        checking.update(ANYTHING);
        try {
            return checking.verify(signature);
        } catch (SignatureException otherLength) {
            return false;
        }
    }

    private static void addDate(X509Certificate certificate, String where, List<String> warnings) {
        Instant now = Instant.now();
        String name = StoreEntries.names(List.of(certificate));
        if (StoreEntries.expired(certificate, now)) {
            warnings.add("The client's certificate in " + where + " has expired: " + name + ", valid until "
                    + certificate.getNotAfter().toInstant() + ".");
        } else if (certificate.getNotBefore().toInstant().isAfter(now)) {
            warnings.add("The client's certificate in " + where + " is not valid yet: " + name + ", valid from "
                    + certificate.getNotBefore().toInstant() + " on.");
        }
    }
}
