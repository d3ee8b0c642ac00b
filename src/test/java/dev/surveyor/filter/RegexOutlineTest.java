package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexOutlineTest {

    private static final String[] ATOMS = {
        "a",
        "b",
        "k",
        "S",
        "1",
        " ",
        "\\.",
        ".",
        "\\d",
        "\\D",
        "\\w",
        "\\W",
        "\\s",
        "\\S",
        "[ab]",
        "[^ab]",
        "[a-c1]",
        "ä",
        "ſ",
        "[ä-ü]",
        "[^ä]",
        "☃",
        "\\b",
        "^",
        "$",
        "\\p{L}",
        "[\\d ]",
        "[^\\w]",
        "\\n",
        "[]a]",
        "[a&&[ab]]",
        "\\1",
        "\ufffd",
        "😀",
        "[[:alpha:]]",
        "(?=a)",
        "(?!b)",
        "(?<=1)",
        "-",
        "[a\\-b]",
        "\\h"
    };
    private static final String[] QUANTIFIERS = {
        "", "", "", "", "*", "+", "?", "{2}", "{1,3}", "{2,}", "*?", "+?", "?+", "{0}", "{25}"
    };
    private static final String[] TEXTS = {
        "a", "b", "c", "A", "k", "K", "\u212a", "s", "S", "ſ", "1", "2", " ", ".", "-", "ä", "ü", "Ä", "☃", "😀", "\n",
        "\r", "\u2028", "\ufffd", "]", ":"
    };

    @Test
    void whatever_an_expression_matches_is_in_its_outline() {
        Random random = new Random(42);
        int drawn = 0;
        int matched = 0;
        int refused = 0;
        for (int round = 0; round < 6_000; round++) {
            String source = expression(random, 0);
            int flags = (random.nextInt(3) == 0 ? Pattern.CASE_INSENSITIVE : 0)
                    | (random.nextInt(4) == 0 ? Pattern.DOTALL : 0)
                    | (random.nextInt(4) == 0 ? Pattern.MULTILINE : 0);
            if ((flags & Pattern.CASE_INSENSITIVE) != 0 && source.chars().anyMatch(c -> c >= 0x80)) {
                flags |= Pattern.UNICODE_CASE;
            }
            Pattern pattern;
            try {
                pattern = Pattern.compile(source, flags);
            } catch (PatternSyntaxException notOne) {
                continue;
            }
            ByteAutomaton outline = RegexOutline.of(source, flags);
            if (outline == null) {
                continue;
            }
            drawn++;
            for (int i = 0; i < 20; i++) {
                byte[] bytes = bytes(random);
                Matcher matcher = pattern.matcher(new String(bytes, StandardCharsets.UTF_8));
                boolean in = outline.occursIn(bytes, 0, bytes.length);
                if (matcher.find()) {
                    matched++;
                    assertThat(in)
                            .as("/%s/ flags %d matches %s", source, flags, new String(bytes, StandardCharsets.UTF_8))
                            .isTrue();
                } else if (!in) {
                    refused++;
                }
            }
        }
        assertThat(drawn).isGreaterThan(1_000);
        assertThat(matched).isGreaterThan(5_000);
        assertThat(refused).as("it does rule something out").isGreaterThan(5_000);
    }

    private static String expression(Random random, int depth) {
        StringBuilder out = new StringBuilder();
        int atoms = 1 + random.nextInt(4);
        for (int i = 0; i < atoms; i++) {
            if (depth < 3 && random.nextInt(5) == 0) {
                String[] opens = {"(", "(?:", "(?<n" + random.nextInt(1_000_000) + ">", "(?>"};
                out.append(opens[random.nextInt(opens.length)])
                        .append(expression(random, depth + 1))
                        .append(')');
            } else {
                out.append(ATOMS[random.nextInt(ATOMS.length)]);
            }
            out.append(QUANTIFIERS[random.nextInt(QUANTIFIERS.length)]);
            if (random.nextInt(8) == 0) {
                out.append('|');
            }
        }
        return out.toString();
    }

    /** Returns text with some bytes that are no text. */
    private static byte[] bytes(Random random) {
        StringBuilder out = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            out.append(TEXTS[random.nextInt(TEXTS.length)]);
        }
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(3) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a-z]{3}-\\d{4}", "(foo|bar)+baz", "[Gg]r[aä]u?t[vw]o", "\\bcust-\\d+9\\b", "x.*y.*z"})
    void common_expressions_are_drawn_and_rule_out_other_text(String source) {
        ByteAutomaton outline = java.util.Objects.requireNonNull(RegexOutline.of(source, 0));

        byte[] other = "{\"id\":17,\"note\":\"nothing here\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(outline.occursIn(other, 0, other.length)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*", "", "^$", "(a|)", "(?i)abc", "\\x41", "\\Qabc\\E", "(a|b).{30}c(d|e).{30}f"})
    void what_would_rule_out_nothing_or_grow_too_large_is_not_drawn(String source) {
        assertThat(RegexOutline.of(source, 0)).isNull();
    }

    @Test
    void a_text_beyond_ascii_must_occur_as_it_stands() {
        Regex regex = new Regex("größe: \\d+", 0);

        byte[] with = "die größe: 17 cm".getBytes(StandardCharsets.UTF_8);
        byte[] without = "die grösse: 17 cm".getBytes(StandardCharsets.UTF_8);
        assertThat(regex.find(with, 0, with.length)).isEqualTo(Verdict.MATCH);
        assertThat(regex.find(without, 0, without.length)).isEqualTo(Verdict.NO_MATCH);
        assertThat(regex.required()).isNotNull();
    }
}
