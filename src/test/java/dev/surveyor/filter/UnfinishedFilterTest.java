package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are no filter yet, but of which only the end is missing, and texts that no end makes a filter. */
class UnfinishedFilterTest {

    private static final FilterLanguage LANGUAGE =
            new FilterLanguage(FilterContext.ofTopic(FilterFixtures.CLOCK, RecordReader.withoutSchemas()));

    private static FilterError error(String text) {
        FilterResult result = LANGUAGE.compile(text);
        assertThat(result).as(text).isInstanceOf(FilterResult.Invalid.class);
        return ((FilterResult.Invalid) result).error();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\u0001',
            value = {
                "value.status= § col 14: goes on: a value after =",
                "value.status!= § col 15: goes on: a value after !=",
                "key: § col 5: goes on: a value after :",
                "key.id>= § col 9: goes on: a value after >=",
                "header.h= § col 10: goes on: a value after =",
                "header. § col 8: goes on: a header's name after header.",
                "p: § col 3: goes on: a value after :",
                "p:0, § col 5: goes on: a partition number",
                "offset: § col 8: goes on: a value after :",
                "offset:5. § col 8: goes on: an offset",
                "offset:. § col 8: goes on: an offset",
                "offset:9..3 § col 8: goes on: a greater number after ..",
                "size:1KB..2 § col 6: goes on: a greater number after ..",
                "offset:.. § col 8: goes on: an offset before or after ..",
                "time> § col 6: goes on: a value after >",
                "size>10Ki § col 6: goes on: a size such as 500, 10KB or 1.5MiB",
                "is: § col 4: goes on: marked, tombstone, error, aborted or open after is:",
                "is:tomb § col 4: goes on: marked, tombstone, error, aborted or open after is:",
                "topic= § col 7: goes on: a value after =",
                "value. § col 7: goes on: a field name after value.",
                "value.a[ § col 9: goes on: a number or * between [ and ]",
                "p:0 && § col 7: goes on: a text, a field or (",
                "(p:0 § col 5: goes on: )",
                "\"paid § col 6: goes on: the closing quote",
                "/pa § col 4: goes on: the closing /",
                "! § col 2: goes on: a text, a field or (",
            })
    void a_text_of_which_the_end_is_missing_says_what_it_goes_on_with(String text, String words) {
        FilterError error = error(text);
        assertThat(error.unfinished()).isTrue();
        assertThat(error.continuation()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-", "-1", "-15", "1", "10:3", "2026-", "2026-11-2", "2026-11-22T", "2026-11-22T10:30:0", "no"})
    void a_time_is_unfinished_until_it_is_one(String text) {
        assertThat(error("time>" + text).unfinished()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paid || \"Paid in full\" && !/pa(i|y)d[x-z]{2,3}\\/a/ims",
                "value.a[*].\"x y\"[3]!='it\\'s' key.a.b>=5",
                "(p:0,3,5..17 || !offset:5..15) && offset:..3",
                "size:1.5MiB..2GB size>10kib",
                "time:10:30..10:40 || time>2026-11-22T10:30:00.123+01:00",
                "time:1700000001000..1700000002000 time<@1700000000000 time:-15m..now",
                "header.\"\\u0061\"=/x/ header:null is:tombstone || is:error topic:orders",
            })
    void whoever_types_a_filter_is_never_told_that_it_is_wrong(String filter) {
        for (int end = 0; end < filter.length(); end++) {
            String typed = filter.substring(0, end).strip();
            if (LANGUAGE.compile(typed) instanceof FilterResult.Invalid invalid) {
                assertThat(invalid.error().unfinished())
                        .as("%s: %s", typed, invalid.error())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key: && x",
                "status=",
                "p:x",
                "p:0 ,3",
                "p:1ki",
                "offset:9..3 && x",
                "offset:9..3,10",
                "time:2026-11-22..2026-11-21",
                "size>10XB",
                "time>yesterday",
                "time>-15x",
                "time>2026-13-01",
                "time>-15 && x",
                "is:odd",
                "is:tomb && x",
                "is:aborted",
                "headers=",
                "value.a=>",
                "a )",
                "\"\"",
                "/a(/",
                "value.a[x]",
            })
    void what_no_end_makes_a_filter_is_wrong_at_once(String text) {
        assertThat(error(text).unfinished()).isFalse();
    }
}
