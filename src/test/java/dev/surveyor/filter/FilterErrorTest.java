package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a text that is no filter. */
class FilterErrorTest {

    private static final FilterLanguage LANGUAGE = new FilterLanguage(new FilterContext(
            FilterFixtures.CLOCK, record -> false, new FakeTransactions(Map.of()), RecordReader.withoutSchemas()));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\u0001',
            value = {
                "p:0 && key= § col 12: expected a value after =",
                "key:  && x § col 7: expected a value after :",
                "value. § col 7: expected a field name after value.",
                "value.a. § col 9: expected a field name after value.",
                "header. § col 8: expected a header's name after header.",
                "value.a[x] § col 9: expected a number or * between [ and ]",
                "value.a[1 § col 10: expected ]",
                "value.a[ § col 9: expected a number or * between [ and ]",
                "(a && b § col 8: expected )",
                "a ) § col 3: this ) closes nothing",
                "a && § col 5: expected a text, a field or (",
                "a || || b § col 6: expected a text, a field or (",
                "! § col 2: expected a text, a field or (",
                "() § col 2: expected a text, a field or (",
                "=5 § col 1: expected a field before =",
                "\"open § col 6: expected the closing quote",
                "\"\" § col 2: expected a text between the quotes",
                "\"a\\q\" § col 3: expected one of \\\" \\' \\\\ \\/ \\n \\r \\t \\uXXXX",
                "/open § col 6: expected the closing /",
                "/a(/ § col 4: in the expression: Unclosed group",
                "/api/v1 § col 6: expected i, m or s after /api/; put a text with slashes in quotes",
                "p:x § col 3: expected a partition number",
                "p:0,  § col 5: expected a partition number",
                "p:-1 § col 3: expected a partition number",
                "p:0 ,3 § col 5: expected no space before ,3, or that as a text in quotes",
                "offset:1 .. 3 § col 10: expected no space before .., or that as a text in quotes",
                "size>10 kB && x § col 9: expected no space before kB, or that as a text in quotes",
                "time>2026-11-22 25:30 § col 17: expected a time of day such as 10:30, or that as a text in quotes",
                "offset:9..3 § col 8: the range is empty: expected the smaller end first",
                "offset:.. § col 8: expected an offset before or after ..",
                "size>10XB § col 6: expected a size such as 500, 10KB or 1.5MiB",
                "time>yesterday § col 6: expected a time such as 10:00, 2026-11-22 10:00, 2026-11-22T09:00:00Z, -15m,"
                        + " or milliseconds since 1970",
                "time>2026-13-01 § col 6: expected a time such as 10:00, 2026-11-22 10:00, 2026-11-22T09:00:00Z, -15m,"
                        + " or milliseconds since 1970",
                "a /b(?:){1001}c/ § col 9: in the expression: "
                        + "expected fewer repetitions and choices of what may match nothing",
                "value:/(?:(?:){40}){40}/ § col 20: in the expression: "
                        + "expected fewer repetitions and choices of what may match nothing",
                "is:odd § col 4: expected marked, tombstone, error, aborted or open after is:",
                "value.a=>5 § col 9: expected a value after =; put a text that begins with > in quotes",
                "value.a <> 5 § col 10: expected a value after <; put a text that begins with > in quotes",
                "key>/a/ § col 5: expected a number or a text after >",
                "headers=5 § col 8: expected : or .name after headers",
                "status=paid § col 1: unknown field status; expected key, value, header, p, offset, time, size, topic "
                        + "or is, or the text in quotes",
            })
    void names_the_column_and_what_was_expected(String text, String message) {
        FilterResult result = LANGUAGE.compile(text);
        assertThat(result).as(text).isInstanceOf(FilterResult.Invalid.class);
        assertThat(((FilterResult.Invalid) result).error().toString()).isEqualTo(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '§',
            value = {
                "p:0 && is:marked § col 11: marks are in live tables only; filter there and export what is shown",
                "!is:aborted § col 5: is:aborted is looked up in live tables only; filter there and export what is shown,"
                        + " or search Committed only",
                "(a || is = open) § col 12: is:open is looked up in live tables only; filter there and export what is"
                        + " shown",
            })
    void where_a_state_is_not_known_it_is_refused_with_the_reason(String text, String message) {
        FilterLanguage elsewhere =
                new FilterLanguage(FilterContext.ofTopic(FilterFixtures.CLOCK, RecordReader.withoutSchemas()));
        FilterResult result = elsewhere.compile(text);
        assertThat(((FilterResult.Invalid) result).error().toString()).isEqualTo(message);
        assertThat(elsewhere.compile("is:tombstone || is:error")).isInstanceOf(FilterResult.Compiled.class);
    }
}
