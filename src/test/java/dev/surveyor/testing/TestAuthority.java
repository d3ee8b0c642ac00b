package dev.surveyor.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority with its keys and certificates, copied into a folder. They are throwaway keys that are kept
 * with the tests and made by a script, see {@code keys/README.md} there.
 */
public final class TestAuthority {

    /** Of every store. */
    public static final String PASSWORD = "changeit";

    private static final List<String> OWN = List.of("ca.p12", "ca.pem", "trust.p12", "trust.jks");

    private final Path folder;

    /** Puts the authority into the folder: {@code ca.p12}, {@code ca.pem}, {@code trust.p12} and {@code trust.jks}. */
    public TestAuthority(Path folder) {
        this.folder = folder;
        OWN.forEach(this::copy);
    }

    /** Returns a file of the folder. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Returns what a server with a certificate of this authority shows.
     *
     * @param name of its store, as {@link #store}
     */
    public SSLContext server(String name) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store(name))) {
                keys.load(in, PASSWORD.toCharArray());
            }
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /**
     * Returns a PKCS12 file with a key and its certificate of this authority; the alias is {@code server}.
     *
     * @param name such as {@code localhost} or {@code rsa}; the script lists them
     */
    public Path store(String name) {
        return copy(name + ".p12");
    }

    /** Returns a trust store whose only certificate is this authority's own, except that its time is over. */
    public Path expiredTrust() {
        return copy("expired-trust.p12");
    }

    private Path copy(String name) {
        Path target = folder.resolve(name);
        try (InputStream in = TestAuthority.class.getResourceAsStream("keys/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + name + " among the kept keys");
            }
            Files.write(target, in.readAllBytes());
            return target;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
