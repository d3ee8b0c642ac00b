package dev.surveyor.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigUnitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    retention.ms                  | 604800000           | 7 d · 604 800 000 ms
                    retention.ms                  | 604800001           | ≈ 7 d · 604 800 001 ms
                    delete.retention.ms           | 86400000            | 24 h · 86 400 000 ms
                    segment.jitter.ms             | 0                   | 0 ms
                    file.delete.delay.ms          | 90000               | 1.5 min · 90 000 ms
                    retention.ms                  | -1                  | no limit · -1
                    local.retention.ms            | -2                  | as retention.ms · -2
                    flush.ms                      | 9223372036854775807 | no limit · 9223372036854775807
                    flush.messages                | 9223372036854775807 | no limit · 9223372036854775807
                    flush.messages                | 10000               | 10 000
                    segment.bytes                 | 1073741824          | 1.1 GB · 1 073 741 824 B
                    local.retention.bytes         | -2                  | as retention.bytes · -2
                    max.message.bytes             | 512                 | 512 B
                    compression.gzip.level        | -1                  | -1
                    min.cleanable.dirty.ratio     | 0.5                 | 0.5
                    cleanup.policy                | compact             | compact
                    """)
    void a_value_is_read_with_its_unit_and_its_exact_number_beside(String name, String value, String text) {
        assertThat(ConfigUnits.text(name, value).replace('\u00a0', ' ')).isEqualTo(text);
    }
}
