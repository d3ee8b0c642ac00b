package dev.surveyor.kafka.security;

import dev.surveyor.kafka.failure.Explanation;
import dev.surveyor.kafka.security.PemText.Block;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a private key in PEM text that the clients refuse. They read PKCS#8 alone, for RSA, EC and DSA, and
 * of its encrypted forms those of the first version ({@code PemStore} in Kafka's {@code DefaultSslEngineFactory}).
 */
final class PemKey {

    private static final List<String> READ = List.of("RSA", "EC", "DSA");
    private static final List<String> NOT_READ = List.of("Ed25519", "Ed448", "RSASSA-PSS", "X25519", "X448", "DH");

    private static final String TO_PKCS8 = "Convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key8.pem";
    private static final String TO_PBES1 =
            "Convert it: openssl pkcs8 -topk8 -v1 PBE-SHA1-3DES -in key.pem -out key8.pem";

    private PemKey() {}

    /**
     * Returns what is wrong; null where it is not the key.
     *
     * @param text the PEM text, with other blocks than the key perhaps
     * @param where what to call it, for instance {@code ssl.keystore.key}
     * @param password of the key, or null
     */
    static @Nullable Explanation trouble(String text, String where, @Nullable String password) {
        List<Block> keys =
                PemText.blocks(text).stream().filter(Block::isPrivateKey).toList();
        if (keys.isEmpty()) {
            return Explanation.fatal(
                    "there is no private key in " + where,
                    "It has no block that begins with -----BEGIN PRIVATE KEY-----"
                            + (PemText.blocks(text).isEmpty() ? "." : ", only " + PemText.blocks(text) + "."),
                    "Put the client's private key there, in PEM form");
        }
        if (keys.size() > 1) {
            return Explanation.fatal(
                    "there are " + keys.size() + " private keys in " + where,
                    "The client wants one.",
                    "Leave the key that belongs to the certificate, and take the others out");
        }
        Block key = keys.get(0);
        return switch (key.label()) {
            case "RSA PRIVATE KEY" -> otherForm(where, "PKCS#1", key);
            case "EC PRIVATE KEY" -> otherForm(where, "SEC1", key);
            case "DSA PRIVATE KEY" -> otherForm(where, "the older form of DSA", key);
            case "OPENSSH PRIVATE KEY" ->
                Explanation.fatal(
                        "the private key in " + where + " is in the form of OpenSSH",
                        "The Kafka client reads PKCS#8 only.",
                        "Convert a copy of it: ssh-keygen -p -m PKCS8 -f key.pem");
            case "ENCRYPTED PRIVATE KEY" -> encrypted(key, where, password);
            case "PRIVATE KEY" -> plain(key, where, password);
            default -> otherForm(where, "the form " + key.label(), key);
        };
    }

    private static Explanation otherForm(String where, String form, Block key) {
        return Explanation.fatal(
                "the private key in " + where + " is in the form " + form,
                "The Kafka client reads PKCS#8 only, which begins with -----BEGIN PRIVATE KEY-----"
                        + (key.encryptedByHeader() ? "; this one is encrypted besides." : "."),
                TO_PKCS8);
    }

    private static @Nullable Explanation plain(Block key, String where, @Nullable String password) {
        if (password != null) {
            return Explanation.fatal(
                    "ssl.key.password is set, but the private key in " + where + " is not encrypted",
                    "The client tries to decrypt every key that has a password.",
                    "Remove ssl.key.password");
        }
        try {
            return kind(new PKCS8EncodedKeySpec(key.bytes()), where);
        } catch (IllegalArgumentException noBase64) {
            return damaged(where);
        }
    }

    private static @Nullable Explanation encrypted(Block key, String where, @Nullable String password) {
        if (password == null) {
            return Explanation.fatal(
                    "the private key in " + where + " is encrypted, and ssl.key.password is missing",
                    "",
                    "Add ssl.key.password: it is asked for at connect and never saved");
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(key.bytes());
            Cipher cipher;
            try {
                cipher = cipher(info, info.getAlgName(), password);
            } catch (NoSuchAlgorithmException refused) {
                return unreadableEncryption(info, where, password);
            }
            return kind(info.getKeySpec(cipher), where);
        } catch (InvalidKeySpecException wrong) {
            return wrongPassword(where);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException broken) {
            return damaged(where);
        }
    }

    /** The client asks Java for the encryption by a name that Java does not have; the password may be wrong besides. */
    private static Explanation unreadableEncryption(EncryptedPrivateKeyInfo info, String where, String password) {
        String name = info.getAlgParameters() == null
                ? info.getAlgName()
                : info.getAlgParameters().toString();
        try {
            var unused = info.getKeySpec(cipher(info, name, password));
        } catch (InvalidKeySpecException wrong) {
            return wrongPassword(where);
        } catch (GeneralSecurityException unknown) {
            // The encryption is what is in the way.
        }
        return Explanation.fatal(
                "the private key in " + where + " is encrypted in a way that the Kafka client cannot read",
                "It is " + info.getAlgName() + (name.equals(info.getAlgName()) ? "" : " (" + name + ")")
                        + ", which openssl takes by default.",
                TO_PBES1,
                "Or decrypt it: openssl pkcs8 -in key.pem -out key8.pem, and remove ssl.key.password");
    }

    private static Cipher cipher(EncryptedPrivateKeyInfo info, String algorithm, String password)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.DECRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray())),
                info.getAlgParameters());
        return cipher;
    }

    private static @Nullable Explanation kind(PKCS8EncodedKeySpec spec, String where) {
        if (READ.stream().anyMatch(algorithm -> read(spec, algorithm) != null)) {
            return null;
        }
        for (String algorithm : NOT_READ) {
            if (read(spec, algorithm) != null) {
                return Explanation.fatal(
                        "the private key in " + where + " is of the kind " + algorithm,
                        "The Kafka client reads RSA, EC and DSA keys in PEM form.",
                        "Have a certificate issued for an RSA or EC key",
                        "Or put key and certificate into a PKCS12 file and use ssl.keystore.location");
            }
        }
        return damaged(where);
    }

    /** Returns the key in plain PKCS#8, or null where it is not of that kind. */
    static @Nullable PrivateKey read(PKCS8EncodedKeySpec spec, String algorithm) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (GeneralSecurityException otherKind) {
            return null;
        }
    }

    private static Explanation wrongPassword(String where) {
        return Explanation.fatal(
                "ssl.key.password does not open the private key in " + where,
                "",
                "Check ssl.key.password, capitals and spaces included");
    }

    private static Explanation damaged(String where) {
        return Explanation.fatal(
                "the private key in " + where + " cannot be read",
                "What stands between its first and its last line is not a key.",
                "Copy it again, from -----BEGIN to -----END");
    }
}
