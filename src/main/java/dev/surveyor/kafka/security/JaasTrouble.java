package dev.surveyor.kafka.security;

import dev.surveyor.kafka.failure.Explanation;
import dev.surveyor.kafka.security.JaasTokens.Kind;
import dev.surveyor.kafka.security.JaasTokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in a {@code sasl.jaas.config} the clients lose the thread. No value is quoted: it may be a password.
 */
final class JaasTrouble {

    private static final Set<String> FLAGS = Set.of("required", "requisite", "sufficient", "optional");
    private static final String FORM = "Write it as: login.module.Class required name=\"value\" name=\"value\";";

    private final List<Token> tokens;
    private final int length;

    private JaasTrouble(String text) {
        this.tokens = JaasTokens.of(text);
        this.length = text.length();
    }

    /** Returns what is wrong with the text; null where nothing was found. */
    static @Nullable Explanation in(String text) {
        return new JaasTrouble(text).find();
    }

    private @Nullable Explanation find() {
        if (tokens.isEmpty()) {
            return broken("it names no login module", "It is empty.");
        }
        int at = 0;
        int modules = 0;
        while (at < tokens.size()) {
            if (++modules > 1) {
                return broken(
                        "it has more than one login module",
                        "A second one begins at character " + tokens.get(at).place() + ".");
            }
            Explanation trouble = moduleTrouble(at);
            if (trouble != null) {
                return trouble;
            }
            at += 2;
            while (tokens.get(at).kind() != Kind.SEMICOLON) {
                at += 3;
            }
            at++;
        }
        return null;
    }

    private @Nullable Explanation moduleTrouble(int first) {
        if (tokens.get(first).kind() != Kind.WORD) {
            return broken("it does not begin with a login module", at(first));
        }
        Token flag = token(first + 1);
        if (flag == null
                || flag.kind() != Kind.WORD
                || !FLAGS.contains(flag.text().toLowerCase(Locale.ROOT))) {
            return broken(
                    "no control flag stands behind the login module",
                    (flag == null || flag.kind() != Kind.WORD
                                    ? "The word required is missing"
                                    : "'" + flag.text() + "' is none: it must be required, or requisite, sufficient or"
                                            + " optional")
                            + place(first + 1));
        }
        for (int at = first + 2; ; at += 3) {
            Token name = token(at);
            if (name == null) {
                Token last = tokens.get(tokens.size() - 1);
                return last.cut() ? comment(last) : broken("the semicolon at its end is missing", at(at));
            }
            if (name.kind() == Kind.SEMICOLON) {
                return null;
            }
            Explanation option = optionTrouble(at, name);
            if (option != null) {
                return option;
            }
        }
    }

    private @Nullable Explanation optionTrouble(int at, Token name) {
        if (name.kind() != Kind.WORD) {
            return name.kind() == Kind.OPEN_QUOTE
                    ? openQuote(name)
                    : broken("a value has no name before it", "There is a = without a name" + place(at));
        }
        Token equals = token(at + 1);
        if (equals == null || equals.kind() != Kind.EQUALS) {
            return broken(
                    "no = stands behind " + shown(name, at), "A name, = and a value belong together" + place(at + 1));
        }
        Token value = token(at + 2);
        if (value != null && value.kind() == Kind.OPEN_QUOTE) {
            return openQuote(value);
        }
        boolean missing = value == null || value.kind() != Kind.WORD;
        // A value that is missing lets the next name stand in its place.
        Token after = token(at + 3);
        boolean swallowed = !missing && after != null && after.kind() == Kind.EQUALS;
        if (missing || swallowed) {
            return equals.cut()
                    ? comment(equals)
                    : broken(
                            "no value stands behind " + name.text() + "=",
                            "It is missing at character " + (equals.place() + 1) + " of " + length + ".");
        }
        return null;
    }

    /** A word in the place of a name is a name, unless the one before it was cut off and it may be the rest. */
    private String shown(Token name, int at) {
        Token before = token(at - 1);
        return before != null
                        && before.kind() == Kind.WORD
                        && at > 2
                        && token(at - 2) != null
                        && tokens.get(at - 2).kind() == Kind.EQUALS
                ? "what follows the value of " + tokens.get(at - 3).text()
                : name.text();
    }

    private static Explanation openQuote(Token value) {
        return broken(
                "a quote is not closed", "It opens at character " + value.place() + " and does not close in its line.");
    }

    private static Explanation comment(Token before) {
        return broken(
                "a / outside quotes begins a comment",
                "All behind it is left out, from after character "
                        + (before.place() + before.text().length() - 1)
                        + " on. A path or a password with a / stands in quotes.");
    }

    private @Nullable Token token(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : null;
    }

    private String at(int token) {
        return "This is at character " + placeOf(token) + " of " + length + ".";
    }

    private String place(int token) {
        return ", at character " + placeOf(token) + " of " + length + ".";
    }

    private int placeOf(int token) {
        Token there = token(token);
        return there == null ? length : there.place();
    }

    private static Explanation broken(String how, String where) {
        return Explanation.fatal("sasl.jaas.config cannot be read: " + how, where, FORM);
    }
}
