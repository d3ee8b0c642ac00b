package dev.surveyor.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of its own in a folder, made with the tool of the JDK. */
public final class TestAuthority {

    /** Of every store that it makes. */
    public static final String PASSWORD = "changeit";

    private final Path folder;

    /** Makes the authority: {@code ca.p12}, {@code ca.pem}, {@code trust.p12} and {@code trust.jks} in the folder. */
    public TestAuthority(Path folder) {
        this.folder = folder;
        keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Test Authority", "-ext", "bc:c", "-keystore", "ca.p12");
        keytool("-exportcert", "-rfc", "-alias", "ca", "-keystore", "ca.p12", "-file", "ca.pem");
        keytool("-importcert", "-noprompt", "-alias", "ca", "-file", "ca.pem", "-keystore", "trust.p12");
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                "ca.pem",
                "-keystore",
                "trust.jks",
                "-storetype",
                "JKS");
    }

    /** Returns a file of the folder. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Returns what a server with a certificate of this authority shows.
     *
     * @param name of the server, such as {@code dns:localhost}
     * @param more for keytool's {@code -genkeypair}
     */
    public SSLContext server(String name, String... more) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store(name, more))) {
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

    /** Returns a PKCS12 file with a key and its certificate of this authority, made as {@link #server} says. */
    public Path store(String name, String... more) {
        Path store = folder.resolve(name.replaceAll("[^a-z]", "-") + more.length + ".p12");
        List<String> make = new ArrayList<>(List.of(
                "-genkeypair", "-alias", "server", "-dname", "CN=registry", "-ext", "san=" + name, "-signer", "ca"));
        make.addAll(List.of(more));
        make.addAll(List.of("-keystore", store.getFileName().toString()));
        try {
            Files.copy(folder.resolve("ca.p12"), store);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        keytool(make.toArray(String[]::new));
        keytool("-delete", "-alias", "ca", "-keystore", store.getFileName().toString());
        return store;
    }

    /** Returns a trust store whose only certificate is this authority's own, except that its time is over. */
    public Path expiredTrust() {
        try {
            Files.copy(folder.resolve("ca.p12"), folder.resolve("expired-ca.p12"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        keytool("-selfcert", "-alias", "ca", "-startdate", "-10d", "-validity", "2", "-keystore", "expired-ca.p12");
        keytool("-exportcert", "-rfc", "-alias", "ca", "-keystore", "expired-ca.p12", "-file", "expired-ca.pem");
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                "expired-ca.pem",
                "-keystore",
                "expired-trust.p12");
        return folder.resolve("expired-trust.p12");
    }

    /** Runs the tool in the folder; a pair of keys is of the EC kind unless the arguments name another. */
    public void keytool(String... arguments) {
        Path output = folder.resolve("keytool.out");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        if (command.contains("-genkeypair") && !command.contains("-keyalg")) {
            command.addAll(List.of("-keyalg", "EC"));
        }
        command.addAll(List.of("-storepass", PASSWORD));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " says: " + Files.readString(output));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ending);
        }
    }
}
