package dev.surveyor.service.connection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells which client properties hold secrets: those that the client declares as passwords, and, to be on the safe side,
 * those it does not know but whose name says so. Their values are never saved.
 */
public final class SecretNames implements Predicate<String> {

    /** Where a word of a name ends: at what is no letter or digit, and before a capital. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    /** Words that a secret is called by, wherever they stand in a name. */
    private static final Set<String> SECRETS = Set.of(
            "password",
            "passwords",
            "passwd",
            "passphrase",
            "passcode",
            "pwd",
            "pass",
            "pw",
            "secret",
            "secrets",
            "token",
            "tokens",
            "credential",
            "credentials",
            "authorization",
            "userinfo",
            "keypass",
            "storepass",
            "apikey",
            "accesskey",
            "secretkey",
            "privatekey",
            "accountkey",
            "connectionstring");

    /** Ends the first line of a key in PEM form, of whatever kind; it may stand between certificates. */
    private static final String PRIVATE_KEY = "PRIVATE KEY-----";

    /** Two words that are one: {@code api.key}. */
    private static final Set<List<String>> PAIRS = Set.of(
            List.of("api", "key"),
            List.of("access", "key"),
            List.of("secret", "key"),
            List.of("private", "key"),
            List.of("account", "key"),
            List.of("shared", "key"),
            List.of("encryption", "key"),
            List.of("signing", "key"),
            List.of("master", "key"),
            List.of("keystore", "key"),
            List.of("user", "info"),
            List.of("jaas", "config"),
            List.of("connection", "string"),
            List.of("pass", "word"));

    /** Last words that tell of a name that it says something about a secret and is none. */
    private static final Set<String> HARMLESS = Set.of(
            "url",
            "uri",
            "endpoint",
            "source",
            "provider",
            "class",
            "file",
            "path",
            "location",
            "type",
            "format",
            "ms",
            "seconds",
            "size",
            "length",
            "iterations",
            "algorithm",
            "encoder",
            "enabled",
            "name",
            "id",
            "scope");

    private final ClientPropertyCatalog catalog;

    public SecretNames(ClientPropertyCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public boolean test(String name) {
        return catalog.find(name)
                .map(ClientPropertyCatalog.ClientProperty::secret)
                .orElseGet(() -> soundsSecret(name));
    }

    /** Returns whether the name is one of a secret, or the value an address with a password in it, or a private key. */
    public boolean holds(String name, String value) {
        return test(name) || AddressLogin.holdsPassword(value) || value.contains(PRIVATE_KEY);
    }

    private static boolean soundsSecret(String name) {
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(name))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        if (words.isEmpty() || HARMLESS.contains(words.get(words.size() - 1))) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean pair = i > 0 && PAIRS.contains(List.of(words.get(i - 1), word));
            if (pair || SECRETS.contains(word) || word.endsWith("password")) {
                return true;
            }
        }
        return false;
    }
}
