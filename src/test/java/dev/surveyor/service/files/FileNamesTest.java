package dev.surveyor.service.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void a_short_name_stays_as_it_is() {
        assertThat(FileNames.of("orders", "-3-48207.jsonl")).isEqualTo("orders-3-48207.jsonl");
    }

    @Test
    void the_longest_topic_is_cut_in_its_middle_and_keeps_its_end() {
        String name = FileNames.of("a".repeat(200) + "b".repeat(49), "-3-48207.jsonl");

        assertThat(name)
                .hasSize(FileNames.MOST_BYTES)
                .startsWith("aaaa")
                .contains("a..a")
                .endsWith("bbb-3-48207.jsonl");
    }

    @Test
    void length_is_counted_in_bytes_and_no_sign_is_cut_in_two() {
        String name = FileNames.of("\uD83D\uDE00".repeat(100), ".csv");

        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(FileNames.MOST_BYTES);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name)).isTrue();
    }

    @Test
    void signs_that_a_file_system_refuses_are_replaced() {
        assertThat(FileNames.of("a/b:c*d?", ".bin")).isEqualTo("a_b_c_d_.bin");
    }
}
