package dev.surveyor.kafka.security;

import dev.surveyor.kafka.failure.Explanation;
import dev.surveyor.kafka.security.PemText.Block;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.SslConfigs;
import org.jspecify.annotations.Nullable;

/**
 * Why the clients refuse a trust store or a key store, in the order in which they look at it. What they say themselves
 * is the parser's word for a wrong byte, or names a setting and not what to do.
 */
final class StoreTrouble {

    private StoreTrouble() {}

    /** Returns what is wrong with the key store; null where nothing was found. */
    static @Nullable Explanation ofKeys(Map<String, ?> values) {
        StoreSettings settings = StoreSettings.of(StoreSettings.Kind.KEY, values);
        String key = StoreSettings.text(values, SslConfigs.SSL_KEYSTORE_KEY_CONFIG);
        String chain = StoreSettings.text(values, SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG);
        String keyPassword = StoreSettings.keyPassword(values);
        if (key != null || chain != null) {
            String one =
                    key != null ? SslConfigs.SSL_KEYSTORE_KEY_CONFIG : SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG;
            if (key == null || chain == null) {
                String other = key == null
                        ? SslConfigs.SSL_KEYSTORE_KEY_CONFIG
                        : SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG;
                return Explanation.fatal(
                        one + " is set without " + other, "Key and certificate go together.", "Add " + other);
            }
            Explanation inline = inlineTrouble(settings, one);
            Explanation keyTrouble = inline != null ? inline : PemKey.trouble(key, one, keyPassword);
            return keyTrouble != null
                    ? keyTrouble
                    : certificateTrouble(chain, SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG, true);
        }
        if (settings.location() != null && !settings.pem() && settings.password() == null) {
            Explanation file = StoreFile.trouble(settings);
            return file != null
                    ? file
                    : Explanation.fatal(
                            "the password of the key store " + settings.location() + " is missing",
                            "",
                            "Add ssl.keystore.password: it is asked for at connect and never saved");
        }
        Explanation common = commonTrouble(settings);
        if (common != null || settings.location() == null || !settings.pem()) {
            return common;
        }
        String text = content(settings.location());
        Explanation keyTrouble = PemKey.trouble(text, settings.location(), keyPassword);
        return keyTrouble != null ? keyTrouble : certificateTrouble(text, settings.location(), true);
    }

    /** Returns what is wrong with the trust store; null where nothing was found. */
    static @Nullable Explanation ofTrust(Map<String, ?> values) {
        StoreSettings settings = StoreSettings.of(StoreSettings.Kind.TRUST, values);
        String certificates = StoreSettings.text(values, SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG);
        if (certificates != null) {
            String name = SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG;
            Explanation inline = inlineTrouble(settings, name);
            return inline != null ? inline : certificateTrouble(certificates, name, false);
        }
        Explanation common = commonTrouble(settings);
        return common != null || settings.location() == null || !settings.pem()
                ? common
                : certificateTrouble(content(settings.location()), settings.location(), false);
    }

    /** What can be wrong beside a value that holds PEM text. */
    private static @Nullable Explanation inlineTrouble(StoreSettings settings, String name) {
        if (!settings.pem()) {
            return Explanation.fatal(
                    name + " needs " + settings.property("type") + "=PEM",
                    "The type is " + settings.type() + ", which is the default.",
                    "Set " + settings.property("type") + " to PEM");
        }
        if (settings.location() != null) {
            return Explanation.fatal(
                    name + " and " + settings.property("location") + " are both set",
                    "The client takes the one or the other.",
                    "Remove one of them");
        }
        return passwordTrouble(settings);
    }

    private static @Nullable Explanation commonTrouble(StoreSettings settings) {
        if (settings.location() == null) {
            return settings.password() == null
                    ? null
                    : Explanation.fatal(
                            settings.property("password") + " is set, but no " + settings.kind(),
                            "",
                            "Set " + settings.property("location"),
                            "Or remove " + settings.property("password"));
        }
        Explanation file = StoreFile.trouble(settings);
        return file != null ? file : passwordTrouble(settings);
    }

    private static @Nullable Explanation passwordTrouble(StoreSettings settings) {
        boolean key = settings.kind() == StoreSettings.Kind.KEY;
        return settings.pem() && settings.password() != null
                ? Explanation.fatal(
                        settings.property("password") + " is set, and PEM has none",
                        key ? "In PEM form only the key itself can be encrypted." : "",
                        "Remove " + settings.property("password")
                                + (key ? "; the password of the key is ssl.key.password" : ""))
                : null;
    }

    private static @Nullable Explanation certificateTrouble(String text, String where, boolean chain) {
        List<Block> blocks = PemText.blocks(text);
        List<Block> certificates = blocks.stream().filter(Block::isCertificate).toList();
        if (certificates.isEmpty()) {
            return Explanation.fatal(
                    "there is no certificate in " + where,
                    "It has no block that begins with -----BEGIN CERTIFICATE-----"
                            + (blocks.isEmpty() ? "." : ", only " + blocks + "."),
                    "Put the certificate there, in PEM form");
        }
        List<X509Certificate> read = new ArrayList<>();
        for (int i = 0; i < certificates.size(); i++) {
            try {
                read.add((X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(certificates.get(i).bytes())));
            } catch (CertificateException | IllegalArgumentException broken) {
                return Explanation.fatal(
                        "certificate " + (i + 1) + " of " + certificates.size() + " in " + where + " cannot be read",
                        "What stands between its first and its last line is not a certificate.",
                        "Copy it again, from -----BEGIN to -----END");
            }
        }
        return chain ? chainTrouble(read, where) : null;
    }

    /** Java wants each certificate to be signed by the next one. */
    private static @Nullable Explanation chainTrouble(List<X509Certificate> chain, String where) {
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!signed(chain.get(i), chain.get(i + 1))) {
                return Explanation.fatal(
                        "the certificates in " + where + " are in the wrong order",
                        "Certificate " + (i + 1) + " (" + name(chain.get(i)) + ") is not signed by the one after it ("
                                + name(chain.get(i + 1)) + ").",
                        "Put the client's certificate first, then the one that signed it, and so on");
            }
        }
        return null;
    }

    private static boolean signed(X509Certificate certificate, X509Certificate by) {
        try {
            certificate.verify(by.getPublicKey());
            return true;
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    /** Returns the file as text; the caller has read it before. */
    private static String content(String location) {
        try {
            return Files.readString(Path.of(location), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
