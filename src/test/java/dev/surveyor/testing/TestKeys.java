package dev.surveyor.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The key and the certificate of a PKCS12 file in the forms that other programs write. */
public final class TestKeys {

    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;

    /** The object identifier of PBES2, encoded. */
    private static final byte[] PBES2 = HexFormat.of().parseHex("06092a864886f70d01050d");

    private final KeyStore store;
    private final String alias;

    /** Opens a file that {@link TestAuthority} made. */
    public TestKeys(Path file, String alias) {
        this.alias = alias;
        try (InputStream in = Files.newInputStream(file)) {
            store = KeyStore.getInstance("PKCS12");
            store.load(in, TestAuthority.PASSWORD.toCharArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Returns the key as PKCS#8, which Java's keys are. */
    public String pkcs8() {
        return pem("PRIVATE KEY", pkcs8Bytes());
    }

    /** Returns the key without the wrapping of PKCS#8: PKCS#1 for RSA, SEC1 for EC. */
    public String bare(String label) {
        byte[] whole = pkcs8Bytes();
        for (int at = 0; at < whole.length; at++) {
            int header = whole[at] == OCTET_STRING ? headerOf(whole, at) : 0;
            if (header > 0) {
                return pem(label, Arrays.copyOfRange(whole, at + header, whole.length));
            }
        }
        throw new IllegalStateException("no key inside");
    }

    /** Returns how long the head of an element is that reaches to the end; 0 where none begins there. */
    private static int headerOf(byte[] whole, int at) {
        int first = whole[at + 1] & 0xff;
        int lengthBytes = first < 0x80 ? 0 : first - 0x80;
        if (lengthBytes > 2 || at + 2 + lengthBytes > whole.length) {
            return 0;
        }
        int length = lengthBytes == 0 ? first : 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = (length << 8) + (whole[at + 2 + i] & 0xff);
        }
        int header = 2 + lengthBytes;
        return at + header + length == whole.length ? header : 0;
    }

    /** Returns the key encrypted with {@link TestAuthority#PASSWORD}, as the algorithm says. */
    public String encrypted(String algorithm) {
        try {
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm)
                            .generateSecret(new PBEKeySpec(TestAuthority.PASSWORD.toCharArray())));
            byte[] encrypted = cipher.doFinal(pkcs8Bytes());
            // Java writes the first version itself; of the second it writes only the parameters.
            byte[] whole = algorithm.contains("Hmac")
                    ? pbes2(cipher.getParameters().getEncoded(), encrypted)
                    : new EncryptedPrivateKeyInfo(cipher.getParameters(), encrypted).getEncoded();
            return pem("ENCRYPTED PRIVATE KEY", whole);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] pbes2(byte[] parameters, byte[] encrypted) {
        byte[] algorithm = element(SEQUENCE, joined(PBES2, parameters));
        return element(SEQUENCE, joined(algorithm, element(OCTET_STRING, encrypted)));
    }

    private static byte[] element(int tag, byte[] content) {
        byte[] head = content.length < 0x80
                ? new byte[] {(byte) tag, (byte) content.length}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return joined(head, content);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Returns the certificates, the one of the key first. */
    public String chain() {
        StringBuilder chain = new StringBuilder();
        try {
            for (Certificate certificate : store.getCertificateChain(alias)) {
                chain.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
        return chain.toString();
    }

    private byte[] pkcs8Bytes() {
        try {
            Key key = store.getKey(alias, TestAuthority.PASSWORD.toCharArray());
            return key.getEncoded();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Returns a block of PEM text. */
    public static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }
}
