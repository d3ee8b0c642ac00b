package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters whose other case is far away, long numbers, documents that break off: the whole value and a field agree. */
class OddTextsTest {

    private final FilterLanguage language =
            new FilterLanguage(new FilterContext(FilterFixtures.CLOCK, record -> false));

    private Verdict test(String filter, String value) {
        return test(filter, value.getBytes(StandardCharsets.UTF_8));
    }

    private Verdict test(String filter, byte[] value) {
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("orders", 0), 1)
                .timestamp(0, TimestampType.CREATE_TIME)
                .value(value)
                .build();
        assertThat(language.compile(filter)).as(filter).isInstanceOf(FilterResult.Compiled.class);
        return ((FilterResult.Compiled) language.compile(filter)).filter().test(record);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "größe, GRÖSSE, false",
        "größe, GRÖẞE, true",
        "ß, ẞ, true",
        "ẞ, ß, true",
        "s, ſ, false",
        "ſ, s, false",
        "k, \u212a, false",
        "i, İ, false",
        "I, ı, false",
        "ΑΣ, ασα, true",
        "ας, ΑΣΑ, true",
        "ä😀, Ä😀, true",
    })
    void case_is_ignored_alike_in_bytes_and_in_fields(String word, String text, boolean found) {
        Verdict verdict = Verdict.of(found);
        assertThat(test(word, text)).isEqualTo(verdict);
        assertThat(test("value:" + word, text)).isEqualTo(verdict);
        assertThat(test("value.a:" + word, "{\"a\":\"" + text + "\"}")).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} > {1}")
    @CsvSource({"😀, \uffee", "b, a", "ä, z", "aa, a"})
    void texts_have_one_order_in_bytes_and_in_fields(String larger, String smaller) {
        assertThat(test("value>\"" + smaller + '"', larger)).isEqualTo(Verdict.MATCH);
        assertThat(test("value.a>\"" + smaller + '"', "{\"a\":\"" + larger + "\"}"))
                .isEqualTo(Verdict.MATCH);
        assertThat(test("value.a>=\"" + larger + '"', "{\"a\":\"" + smaller + "\"}"))
                .isEqualTo(Verdict.NO_MATCH);
    }

    @ParameterizedTest
    @CsvSource({"101", "999"})
    void long_numbers_are_compared_exactly(int digits) {
        String number = "9".repeat(digits);
        String next = "1" + "0".repeat(digits);
        assertThat(test("value.a>" + number, "{\"a\":" + next + "}")).isEqualTo(Verdict.MATCH);
        assertThat(test("value.a>" + number, "{\"a\":" + number + "}")).isEqualTo(Verdict.NO_MATCH);
        assertThat(test("value>" + number, next)).isEqualTo(Verdict.MATCH);
    }

    @ParameterizedTest(name = "is:error on {0}: {1}")
    @CsvSource({
        "1f8b080000, MATCH",
        "63616e65e9, MATCH",
        "7b2261223a312c, MATCH",
        "7b7d, NO_MATCH",
        "0000000007ff, NO_MATCH",
        "00fffe01, NO_MATCH"
    })
    void an_error_is_what_carries_a_mark_and_cannot_be_read(String hex, Verdict verdict) {
        assertThat(test("is:error", HexFormat.of().parseHex(hex))).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(
            delimiter = '§',
            value = {
                "value.id=42 § {\"id\":42 § UNDECIDED",
                "value.id>1 § {\"x\":[1,2],\"id\":42 § UNDECIDED",
                "value.id=42 § {\"id\":42, § MATCH",
                "value.id=true § {\"id\":true § MATCH",
                "value.\"odd name\"=1 § {\"a\":1, § NO_MATCH",
                "value.odd=1 § {\"a\":1, § NO_MATCH",
                "value.a=1 § 42 § NO_MATCH",
                "value.a=1 § some text § UNDECIDED",
            })
    void what_breaks_off_is_decided_only_as_far_as_it_goes(String filter, String value, Verdict verdict) {
        assertThat(test(filter, value)).isEqualTo(verdict);
    }
}
