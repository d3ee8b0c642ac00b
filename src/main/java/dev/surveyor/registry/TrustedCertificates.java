package dev.surveyor.registry;

import dev.surveyor.domain.connection.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The certificates of a file as something that TLS can trust. */
final class TrustedCertificates {

    private TrustedCertificates() {}

    /** Reads a PEM file by what it holds, a key store by its name (JKS) or else as PKCS12. */
    static SSLContext in(String file, @Nullable Secret password) throws RegistryException {
        try {
            byte[] content = Files.readAllBytes(Path.of(file));
            boolean pem = new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----");
            KeyStore store = pem ? pem(content) : store(file, content, password);
            if (store.size() == 0) {
                throw RegistryException.lasting(
                        "truststore not usable",
                        "the truststore " + file + " of the schema registry shows no certificate"
                                + (password == null && !pem ? ": set its password" : ": use another file"));
            }
            return context(store);
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw RegistryException.lasting(
                    "truststore not usable", "the truststore " + file + " of the schema registry is not there");
        } catch (IOException | GeneralSecurityException broken) {
            throw RegistryException.lasting(
                    "truststore not usable",
                    "the truststore " + file + " of the schema registry cannot be used (" + broken.getMessage()
                            + "): check its form and its password");
        }
    }

    /** Trusts whom the Java runtime trusts. */
    static SSLContext ofSystem() throws RegistryException {
        try {
            return context(null);
        } catch (GeneralSecurityException broken) {
            throw RegistryException.lasting(
                    "truststore not usable",
                    "the certificates of the Java runtime cannot be used (" + broken.getMessage()
                            + "): set a truststore for the schema registry");
        }
    }

    /** Trusts the certificates of a store, or with null those of the system. */
    private static SSLContext context(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        TrustManager[] managers = factory.getTrustManagers();
        for (int i = 0; i < managers.length; i++) {
            if (managers[i] instanceof X509ExtendedTrustManager trust) {
                managers[i] = new ExplainingTrust(trust);
            }
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }

    private static KeyStore pem(byte[] content) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content))) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        return store;
    }

    private static KeyStore store(String file, byte[] content, @Nullable Secret password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.toLowerCase(Locale.ROOT).endsWith(".jks") ? "JKS" : "PKCS12");
        char[] secret = password == null ? null : password.reveal().toCharArray();
        store.load(new ByteArrayInputStream(content), secret);
        return store;
    }
}
