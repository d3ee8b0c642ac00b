package dev.surveyor.filter.suggest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggesterTest {

    private final Suggester suggester = new Suggester(sample(), 20);

    private static FieldStatistics sample() {
        FieldStatistics statistics = new FieldStatistics(RecordReader.withoutSchemas());
        for (int i = 0; i < 10; i++) {
            String status = i < 7 ? "paid" : "on hold";
            String value = "{\"status\":\"" + status + "\",\"a\":{\"b c\":" + i % 2 + "},\"items\":[{\"sku\":\"A\"}]}";
            statistics.add(ConsumedRecord.at(new PartitionId("orders", i % 3), i)
                    .key(("cust-" + i % 2).getBytes(UTF_8))
                    .value(value.getBytes(UTF_8))
                    .headers(i == 0 ? List.of(RecordHeader.text("source", "web")) : List.of())
                    .build());
        }
        return statistics;
    }

    private List<String> texts(String filter) {
        return suggester.at(filter, filter.length()).stream()
                .map(s -> s.text() + " " + s.count())
                .toList();
    }

    @Test
    void fields_seen_come_with_their_counts() {
        assertThat(texts("value.s")).containsExactly("value.status 10");
        assertThat(texts("stat")).containsExactly("value.status 10");
        assertThat(texts("head")).containsExactly("header.source 1", "header. -1");
        assertThat(texts("p:0 && !value.a.")).containsExactly("value.a.\"b c\" 10");
        assertThat(texts("sku")).containsExactly("value.items[*].sku 10");
    }

    @Test
    void values_seen_come_with_their_counts() {
        assertThat(texts("value.status=")).containsExactly("\"paid\" 7", "\"on hold\" 3");
        assertThat(texts("(value.status=\"on")).containsExactly("\"on hold\" 3");
        assertThat(texts("p:")).containsExactly("0 4", "1 3", "2 3");
        assertThat(texts("is:")).containsExactly("marked -1", "tombstone -1", "error -1", "aborted -1", "open -1");
        assertThat(texts("key=c")).containsExactly("cust-0 5", "cust-1 5");
        assertThat(texts("key:")).containsExactly("cust-0 5", "cust-1 5", "null -1", "empty -1");
        assertThat(texts("value.status!=")).containsExactly("\"paid\" 7", "\"on hold\" 3");
        assertThat(texts("header.source=")).containsExactly("web 1");
        assertThat(texts("time>")).containsExactly("-5m -1", "-15m -1", "-1h -1", "-1d -1", "now -1");
    }

    @Test
    void paths_into_keys_come_with_their_counts_and_values() {
        FieldStatistics keys = new FieldStatistics(RecordReader.withoutSchemas());
        keys.add(ConsumedRecord.at(new PartitionId("orders", 0), 0)
                .key("{\"group\":\"billing\",\"at\":{\"part\":3}}".getBytes(UTF_8))
                .build());
        Suggester ofKeys = new Suggester(keys, 20);
        assertThat(ofKeys.at("key.", 4))
                .extracting(Suggestion::text)
                .containsExactly("key.group", "key.at", "key.at.part");
        assertThat(ofKeys.at("key.at.part>", 12)).extracting(Suggestion::text).containsExactly("3");
        assertThat(ofKeys.at("gro", 3)).extracting(Suggestion::text).containsExactly("key.group");
    }

    @Test
    void offsets_seen_come_as_their_range() {
        assertThat(texts("offset:")).containsExactly("0..9 10");
        assertThat(texts("offset:5")).isEmpty();
        assertThat(texts("offset>")).isEmpty();
        assertThat(new Suggester(new FieldStatistics(RecordReader.withoutSchemas()), 5).at("offset:", 7))
                .isEmpty();
    }

    @Test
    void a_text_in_quotes_gets_no_suggestions() {
        assertThat(texts("\"value.s")).isEmpty();
    }

    @Test
    void a_suggestion_that_is_taken_gives_a_filter() {
        FilterLanguage language = new FilterLanguage(new FilterContext(Clock.systemUTC(), record -> false));
        for (String start :
                List.of("value.status=", "value.a.\"b c\"=", "key=", "p:0 || header.source=", "items", "offset:")) {
            for (Suggestion suggestion : suggester.at(start, start.length())) {
                assertThat(language.compile(suggestion.applyTo(start))).isInstanceOf(FilterResult.Compiled.class);
            }
        }
    }

    @Test
    void a_caret_anywhere_does_no_harm() {
        String text = "(key:\"a b\"||!value.x[*]='q' && /r e/) is:";
        for (int caret = -1; caret <= text.length() + 1; caret++) {
            int place = caret;
            assertThatCode(() -> suggester.at(text, place)).doesNotThrowAnyException();
        }
    }
}
