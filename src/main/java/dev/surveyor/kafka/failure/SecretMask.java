package dev.surveyor.kafka.failure;

import dev.surveyor.domain.connection.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of a text: those that it knows, wherever they stand, and whatever looks like the value of a
 * password. Safe for use by any thread.
 */
public final class SecretMask {

    private static final String HIDDEN = "[hidden]";

    /** {@code password="x"}, {@code ssl.key.password = x}, {@code clientSecret='x'} and the like. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?i)([\\w.-]*(?:password|passwd|pwd|secret|passphrase|token|credentials?|api[._-]?key"
                    + "|access[._-]?key|authorization))(\\s*[=:]\\s*)(\"[^\"]*\"|'[^']*'|[^\\s;,)\\]}]+)");

    /** The password in {@code http://user:password@host}. */
    private static final Pattern IN_ADDRESS = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://[^/?#\\s,:@]*:)[^/?#\\s,]+@");

    private final List<String> known = new ArrayList<>();

    /** Keeps the secrets, and the passwords inside those that are JAAS configurations. */
    public SecretMask(Collection<Secret> secrets) {
        for (Secret secret : secrets) {
            add(secret.reveal());
            Matcher inside = ASSIGNMENT.matcher(secret.reveal());
            while (inside.find()) {
                add(unquoted(inside.group(3)));
            }
        }
        known.sort(Comparator.comparingInt(String::length).reversed());
    }

    private void add(String secret) {
        if (!secret.isBlank()) {
            known.add(secret);
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && (text.charAt(0) == '"' || text.charAt(0) == '\'');
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** Returns the text with {@code [hidden]} in the place of each secret. */
    public String mask(String text) {
        String masked = text;
        for (String secret : known) {
            masked = masked.replace(secret, HIDDEN);
        }
        masked = ASSIGNMENT.matcher(masked).replaceAll("$1$2" + HIDDEN);
        return IN_ADDRESS.matcher(masked).replaceAll("$1" + HIDDEN + "@");
    }
}
