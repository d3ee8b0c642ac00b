package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextFilterTest {

    private static ConsumedRecord record(String key, String value, RecordHeader... headers) {
        return ConsumedRecord.at(new PartitionId("orders", 3), 7)
                .key(key.getBytes(StandardCharsets.UTF_8))
                .value(value.getBytes(StandardCharsets.UTF_8))
                .headers(List.of(headers))
                .build();
    }

    @Test
    void finds_a_text_in_key_value_header_key_and_header_value() {
        ConsumedRecord record = record("cust-42", "{\"id\":1}", RecordHeader.text("source", "Gateway"));

        assertThat(TextFilter.exact("cust-4").matches(record)).isTrue();
        assertThat(TextFilter.exact("\"id\"").matches(record)).isTrue();
        assertThat(TextFilter.exact("sour").matches(record)).isTrue();
        assertThat(TextFilter.exact("Gateway").matches(record)).isTrue();
        assertThat(TextFilter.exact("gateway").matches(record)).isFalse();
        assertThat(TextFilter.ignoringCase("gATEWAY").matches(record)).isTrue();
    }

    @Test
    void does_not_find_a_text_across_two_parts() {
        ConsumedRecord record = record("ab", "cd", RecordHeader.text("e", "f"), RecordHeader.text("g", "bcab"));

        assertThat(TextFilter.exact("abcd").matches(record)).isFalse();
        assertThat(TextFilter.exact("bc").matches(record)).isTrue();
        assertThat(TextFilter.exact("\0\0\0\1").matches(record)).isFalse();
    }

    @Test
    void ignores_the_case_of_letters_beyond_ascii() {
        ConsumedRecord record = record("ÄPFEL", "straße");

        assertThat(TextFilter.ignoringCase("äpfel").matches(record)).isTrue();
        assertThat(TextFilter.exact("äpfel").matches(record)).isFalse();
        assertThat(TextFilter.ignoringCase("STRAßE").matches(record)).isTrue();
    }

    @Test
    void word_search_agrees_with_a_plain_search_on_random_texts() {
        Random random = new Random(42);
        for (int round = 0; round < 20_000; round++) {
            String text = letters(random, random.nextInt(60));
            String part = letters(random, 1 + random.nextInt(4));
            byte[] data = text.getBytes(StandardCharsets.US_ASCII);
            byte[] needle = part.getBytes(StandardCharsets.US_ASCII);
            int from = data.length == 0 ? 0 : random.nextInt(data.length);

            assertThat(new ByteNeedle(needle, false).find(data, from, data.length))
                    .isEqualTo(text.indexOf(part, from));
            assertThat(new ByteNeedle(needle, true).occursIn(data, from, data.length))
                    .isEqualTo(lower(text.substring(from)).contains(lower(part)));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(java.util.Locale.ROOT);
    }

    private static String letters(Random random, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.append("abAB@`[{".charAt(random.nextInt(8)));
        }
        return out.toString();
    }
}
