package dev.surveyor.registry;

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
final class TestAuthority {

    static final String PASSWORD = "changeit";

    private final Path folder;

    TestAuthority(Path folder) {
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

    Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Returns what a server with a certificate of this authority shows.
     *
     * @param name of the server, such as {@code dns:localhost}
     */
    SSLContext server(String name, String... more) {
        String store = name.replaceAll("[^a-z]", "-") + more.length + ".p12";
        List<String> make = new ArrayList<>(List.of(
                "-genkeypair", "-alias", "server", "-dname", "CN=registry", "-ext", "san=" + name, "-signer", "ca"));
        make.addAll(List.of(more));
        try {
            Files.copy(folder.resolve("ca.p12"), folder.resolve(store));
            make.addAll(List.of("-keystore", store));
            keytool(make.toArray(String[]::new));
            keytool("-delete", "-alias", "ca", "-keystore", store);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(folder.resolve(store))) {
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

    private void keytool(String... arguments) {
        Path output = folder.resolve("keytool.out");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        if (command.contains("-genkeypair")) {
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
