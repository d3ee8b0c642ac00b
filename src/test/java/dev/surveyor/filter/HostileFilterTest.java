package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever is typed, there is an answer, and soon. */
class HostileFilterTest {

    private static final FilterLanguage LANGUAGE = new FilterLanguage(new FilterContext(
            FilterFixtures.CLOCK, record -> false, new FakeTransactions(Map.of()), RecordReader.withoutSchemas()));

    @Test
    void random_texts_never_throw_and_end_quickly() {
        Random random = new Random(3);
        Collection<ConsumedRecord> records = FilterFixtures.records().values();
        String[] words = {
            "key",
            "value",
            ".",
            "[",
            "]",
            "*",
            "header",
            "p",
            "offset",
            "time",
            "size",
            "is",
            "topic",
            ":",
            "=",
            "!=",
            "<",
            ">=",
            "!",
            "(",
            ")",
            "&&",
            "||",
            "\"",
            "'",
            "/",
            "\\",
            "..",
            ",",
            "-15m",
            "42",
            "1e400",
            "null",
            "empty",
            " ",
            "a",
            "ä",
            "\ud800",
            "\0",
            "u",
            "10KB",
            "2026-11-22T10:00",
            "(a+)",
            "{",
            "}",
            "i",
            "error"
        };
        Instant deadline = Instant.now().plusSeconds(60);
        for (int round = 0; round < 30_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(words[random.nextInt(words.length)]);
            }
            assertThatCode(() -> {
                        if (LANGUAGE.compile(text.toString()) instanceof FilterResult.Compiled compiled) {
                            records.forEach(compiled.filter()::test);
                        }
                    })
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
        assertThat(Instant.now()).isBefore(deadline);
    }

    @Test
    void hostile_filters_end_with_an_answer() {
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(LANGUAGE.compile("(".repeat(101) + "x" + ")".repeat(101)))
                    .isInstanceOf(FilterResult.Invalid.class);
            assertThat(LANGUAGE.compile("x ".repeat(10_001))).isInstanceOf(FilterResult.Invalid.class);
            assertThat(LANGUAGE.compile("!".repeat(101) + "x")).isInstanceOf(FilterResult.Compiled.class);
            assertThat(LANGUAGE.compile("value" + ".a".repeat(100))).isInstanceOf(FilterResult.Invalid.class);
            assertThat(LANGUAGE.compile("/" + "(".repeat(101) + "/")).isInstanceOf(FilterResult.Invalid.class);
            assertThat(LANGUAGE.compile("value.a=1e400")).isInstanceOf(FilterResult.Compiled.class);
        });
    }
}
