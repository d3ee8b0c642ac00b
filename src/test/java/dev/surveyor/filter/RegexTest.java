package dev.surveyor.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexTest {

    @Test
    void an_expression_that_looks_more_often_than_it_may_is_undecided() {
        byte[] text = "one two three four five six seven eight nine ten".getBytes(UTF_8);
        String source = "(e)[a-z ]*\\1[a-z ]*\\1(?<=x.)";

        assertThat(new Regex(source, 0, 100).find(text, 0, text.length)).isEqualTo(Verdict.UNDECIDED);
        assertThat(new Regex(source, 0).find(text, 0, text.length)).isEqualTo(Verdict.NO_MATCH);
    }

    @Test
    void what_the_bytes_rule_out_is_no_match_however_long_the_expression_would_take() {
        byte[] text = "ab".repeat(50).getBytes(UTF_8);

        assertThat(new Regex("(a|b)*c", 0, 10).find(text, 0, text.length)).isEqualTo(Verdict.NO_MATCH);
    }

    @Test
    void an_expression_that_fills_the_stack_is_undecided() {
        assertThat(Regex.decided(() -> {
                    throw new StackOverflowError();
                }))
                .isEqualTo(Verdict.UNDECIDED);
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
