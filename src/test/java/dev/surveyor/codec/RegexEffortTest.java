package dev.surveyor.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.codec.words.Counted;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexEffortTest {

    /** A small limit, so that nothing here is a burden to whoever runs it unguarded. */
    private static final int MOST = 50;

    private static final String[] ATOMS = {
        "a",
        "b",
        ".",
        "[ab]",
        "[]a]",
        "[a[b]]",
        "\\d",
        "\\x41",
        "\\b",
        "^",
        "$",
        "\\z",
        "\\G",
        "\\1",
        "\\Qa|\\E",
        "x*",
        ""
    };
    private static final String[] OPENS = {"(", "(?:", "(?>", "(?=", "(?!", "(?<=", "(?<!", "(?i:"};
    private static final String[] QUANTIFIERS = {
        "", "", "", "", "*", "+", "?", "??", "*+", "{3}", "{2,}", "{0,40}?", "{60}", "{9}"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?:){60}b",
                "((a?){8}){8}",
                "((?:){8}){8}b",
                "^{60}b",
                "(?=){60}b",
                "(?:a{0}){60}b",
                "a(?:(?:){60}|b)",
                "(||)(||)(||)(||)\\z",
                "a(||)(||)(||)(||)\\z",
                "(?:)\\Q\\E{60}b",
                "[]](?:){60}b",
                "(?x)(?:) {60}b",
                "(?:()(?:\\1){60})b",
                "x*{60}b",
                "a(?:{60}b)",
                "(?<=(?:$a{0,60}))b",
            })
    void what_may_do_much_without_a_look_at_the_text_is_refused(String source) {
        Pattern.compile(source);

        assertThatThrownBy(() -> RegexEffort.of(source, MOST))
                .isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining("expected ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-\\d+",
                "\\d{60}",
                "([0-9]{1,3}\\.){3}[0-9]{1,3}",
                "^\\s*(\\w+)?\\s*(,\\s*(\\w*))*$",
                "(?i)(paid|open|)?x",
                "(a*){5}b",
                "[a{60}](b|c)",
                "\\Q(?:){60}\\E",
                "(?<=abc)d(?!e{60})",
                "(?<year>\\d{4})-\\k<year>",
                "a{70}",
            })
    void what_looks_at_the_text_is_not(String source) {
        Pattern.compile(source);

        assertThat(RegexEffort.of(source, MOST)).isBetween(1, MOST);
    }

    @Test
    void no_expression_that_is_taken_does_more_than_it_says() {
        Random random = new Random(7);
        String[] texts = {"", "a", "ab", "aab ab", "xxxxxxxa"};
        int taken = 0;
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            String source = expression(random, 0);
            Pattern pattern;
            try {
                pattern = Pattern.compile(source);
            } catch (PatternSyntaxException notOne) {
                continue;
            }
            int looks;
            try {
                looks = 20_000 / Math.max(1, RegexEffort.of(source, MOST));
            } catch (PatternSyntaxException tooMuch) {
                refused++;
                continue;
            }
            taken++;
            for (String text : texts) {
                Assertions.assertTimeout(
                        Duration.ofSeconds(2),
                        () -> found(pattern, new Counted(text, looks)),
                        () -> source + " on " + text);
            }
        }
        assertThat(taken).isGreaterThan(3_000);
        assertThat(refused).isGreaterThan(1_000);
    }

    private static boolean found(Pattern pattern, CharSequence text) {
        try {
            return pattern.matcher(text).find();
        } catch (IllegalStateException | StackOverflowError looksTooOften) {
            return false;
        }
    }

    private static String expression(Random random, int depth) {
        StringBuilder out = new StringBuilder();
        int atoms = 1 + random.nextInt(5);
        for (int i = 0; i < atoms; i++) {
            if (depth < 4 && random.nextInt(3) == 0) {
                out.append(OPENS[random.nextInt(OPENS.length)])
                        .append(expression(random, depth + 1))
                        .append(')');
            } else {
                out.append(ATOMS[random.nextInt(ATOMS.length)]);
            }
            out.append(QUANTIFIERS[random.nextInt(QUANTIFIERS.length)]);
            out.append(random.nextInt(6) == 0 ? "|" : "");
        }
        return out.toString();
    }

    /** A text that may be looked at so often. */
    private static final class Counted extends CountedText {
        private int left;

        Counted(String text, int looks) {
            super(text);
            this.left = looks;
        }

        @Override
        protected void look() {
            if (--left < 0) {
                throw new IllegalStateException("looked too often");
            }
        }
    }
}
