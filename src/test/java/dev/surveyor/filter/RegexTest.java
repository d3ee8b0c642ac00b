package dev.surveyor.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexTest {

    @Test
    void an_expression_that_would_take_years_is_undecided_soon() {
        byte[] text = ("a".repeat(40) + "bc").getBytes(UTF_8);
        Regex regex = new Regex("(a|aa)+\\1c(?<=x.)", 0);

        Verdict verdict = Assertions.assertTimeout(Duration.ofSeconds(5), () -> regex.find(text, 0, text.length));

        assertThat(verdict).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void what_the_bytes_rule_out_is_no_match_however_long_the_expression_would_take() {
        byte[] text = "ab".repeat(200_000).getBytes(UTF_8);

        assertThat(new Regex("(a|b)*c", 0).find(text, 0, text.length)).isEqualTo(Verdict.NO_MATCH);
    }

    @Test
    void an_expression_that_would_fill_the_stack_is_undecided() {
        byte[] text = ("ab".repeat(200_000) + "dc").getBytes(UTF_8);

        assertThat(new Regex("^(a|b)*c", 0).find(text, 0, text.length)).isEqualTo(Verdict.UNDECIDED);
    }

    @ParameterizedTest
    @CsvSource({
        "order-\\d+, order-",
        "ab*cde, cde",
        "colou?r, colo",
        "a{2}bc, bc",
        "x(abc)+yz, yz",
        "[abc]hello[^]x], hello",
        "[[a]b]hello, ''",
        "foo|barbar, ''",
        "(?i)foo, ''",
        "\\d\\d, ''",
        "a\\.b, a.b",
        "\\bword\\b, word",
        "\\x41bcd, ''",
    })
    void the_text_that_every_match_contains_is_searched_first(String source, String required) {
        assertThat(RequiredText.of(source)).isEqualTo(required);
        Pattern.compile(source);
    }

    @Test
    void the_first_search_ignores_case_as_the_expression_does() {
        byte[] text = "Order-17".getBytes(UTF_8);

        assertThat(new Regex("order-\\d", Pattern.CASE_INSENSITIVE).find(text, 0, text.length))
                .isEqualTo(Verdict.MATCH);
        assertThat(new Regex("order-\\d", 0).find(text, 0, text.length)).isEqualTo(Verdict.NO_MATCH);
    }
}
