package dev.surveyor.kafka.security;

import dev.surveyor.kafka.failure.Explanation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with the file of a trust store or key store that the clients refuse. */
final class StoreFile {

    private static final List<String> TYPES = List.of("PEM", "PKCS12", "JKS");
    private static final int JKS_MAGIC = 0xFEEDFEED;
    private static final int DER_SEQUENCE = 0x30;

    private StoreFile() {}

    /**
     * Returns what is wrong; null where the file is not it, or there is none.
     *
     * @param settings of the store, whose location is read
     */
    static @Nullable Explanation trouble(StoreSettings settings) {
        String location = settings.location();
        if (location == null) {
            return null;
        }
        byte[] content;
        try {
            content = Files.readAllBytes(Path.of(location));
        } catch (NoSuchFileException | InvalidPathException missing) {
            return Explanation.fatal(
                    "the " + settings.kind() + " " + location + " is not there",
                    "Nothing is at that place" + (location.isBlank() ? ", which is empty." : "."),
                    "Correct " + settings.property("location") + "; a path from the root of the disk is the surest");
        } catch (AccessDeniedException refused) {
            return Explanation.fatal(
                    "the " + settings.kind() + " " + location + " may not be read",
                    "The user who runs Surveyor has no right to read it.",
                    "Give the right to read the file");
        } catch (IOException broken) {
            boolean folder = Files.isDirectory(Path.of(location));
            return Explanation.fatal(
                    "the " + settings.kind() + " " + location + (folder ? " is a folder" : " cannot be read"),
                    folder ? "" : String.valueOf(broken.getMessage()) + ".",
                    "Set " + settings.property("location") + " to the file");
        }
        Explanation type = typeTrouble(settings, location, content);
        return type != null || settings.pem() ? type : openTrouble(settings, location, content);
    }

    /** Returns whether the file, which was read before, is of that type. */
    static boolean isPkcs12(StoreSettings settings) {
        try {
            return settings.location() != null
                    && typeOf(Files.readAllBytes(Path.of(settings.location()))).equals("PKCS12");
        } catch (IOException gone) {
            return false;
        }
    }

    private static @Nullable Explanation typeTrouble(StoreSettings settings, String location, byte[] content) {
        String found = typeOf(content);
        if (!TYPES.contains(settings.type()) && !known(settings.type())) {
            return Explanation.fatal(
                    "there is no type of stores called " + settings.type(),
                    "The types are PEM, PKCS12 and JKS, in capitals.",
                    "Set " + settings.property("type") + " to " + (found.isEmpty() ? "one of these" : found));
        }
        boolean pemFile = found.equals("PEM");
        if (pemFile == settings.pem() || found.isEmpty()) {
            return null;
        }
        return Explanation.fatal(
                "the " + settings.kind() + " " + location + " is a " + found + " file",
                "The client takes it for " + settings.type() + ", because " + settings.property("type")
                        + " says so or nothing.",
                "Set " + settings.property("type") + " to " + found
                        + (pemFile && settings.password() != null
                                ? ", and remove " + settings.property("password")
                                : ""));
    }

    /** Opens it as the client does. */
    private static @Nullable Explanation openTrouble(StoreSettings settings, String location, byte[] content) {
        String password = settings.password();
        try {
            KeyStore.getInstance(settings.type())
                    .load(new ByteArrayInputStream(content), password == null ? null : password.toCharArray());
            return null;
        } catch (IOException refused) {
            boolean wrong = refused.getCause() instanceof java.security.UnrecoverableKeyException;
            return wrong
                    ? Explanation.fatal(
                            "the password of the " + settings.kind() + " " + location + " is wrong",
                            "",
                            "Check " + settings.property("password") + ", capitals and spaces included")
                    : Explanation.fatal(
                            "the " + settings.kind() + " " + location + " is no " + settings.type() + " file",
                            "Java says: " + refused.getMessage() + ".",
                            "Check " + settings.property("location") + " and " + settings.property("type"));
        } catch (GeneralSecurityException refused) {
            return Explanation.fatal(
                    "the " + settings.kind() + " " + location + " cannot be opened",
                    "Java says: " + refused.getMessage() + ".",
                    "Check " + settings.property("type"));
        }
    }

    private static boolean known(String type) {
        try {
            return KeyStore.getInstance(type) != null;
        } catch (KeyStoreException unknown) {
            return false;
        }
    }

    /** Returns what the file looks like, empty where it looks like nothing known. */
    private static String typeOf(byte[] content) {
        if (new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN ")) {
            return "PEM";
        }
        if (content.length > 4 && java.nio.ByteBuffer.wrap(content).getInt() == JKS_MAGIC) {
            return "JKS";
        }
        return content.length > 0 && content[0] == DER_SEQUENCE ? "PKCS12" : "";
    }
}
