package dev.surveyor.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeDistanceTest {

    private static final long NOW = 1_795_338_131_482L;

    @ParameterizedTest
    @CsvSource({
        "0, +0.000 s",
        "8, +0.008 s",
        "59999, +59.999 s",
        "60000, +1:00.000",
        "-192482, -3:12.482",
        "3600000, +1:00:00.000",
        "93783005, +26:03:03.005"
    })
    void it_is_told_to_the_millisecond(long millis, String expected) {
        assertThat(TimeDistance.of(NOW + millis, NOW).exact()).isEqualTo(expected);
    }

    @Test
    void in_words_it_has_one_sign() {
        assertThat(TimeDistance.of(8, 0).words()).isEqualTo("+8\u00a0ms");
        assertThat(TimeDistance.of(0, 0).words()).isEqualTo("+0\u00a0ms");
        assertThat(TimeDistance.of(0, 9_000_000).words()).isEqualTo("-2.5\u00a0h");
        assertThat(TimeDistance.of(1_000, 0).wordsOfOther()).isEqualTo("1\u00a0s earlier");
        assertThat(TimeDistance.of(0, 1_000).wordsOfOther()).isEqualTo("1\u00a0s later");
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 0",
        "-9223372036854775808, 0",
        "0, -9223372036854775808",
        "-9223372036854775808, 9223372036854775807",
        "1795338131482, -9223372036854775808",
        "1795338131482000, 1795338131482",
        "1795338131482, 1795338131482000"
    })
    void more_than_292_years_are_no_distance(long later, long earlier) {
        TimeDistance distance = TimeDistance.of(later, earlier);
        assertThat(distance.words()).isEqualTo("unknown");
        assertThat(distance.exact()).isEqualTo("unknown");
        assertThat(distance.number()).isEmpty();
        assertThat(distance.wordsOfOther()).isEqualTo("at an unknown distance in time");
    }

    @Test
    void a_record_without_a_time_is_at_no_distance() {
        ConsumedRecord without = TimesTest.record(-1, TimestampType.CREATE_TIME);
        ConsumedRecord with = TimesTest.record(NOW, TimestampType.CREATE_TIME);
        assertThat(TimeDistance.between(with, without)).isEqualTo(TimeDistance.UNKNOWN);
        assertThat(TimeDistance.between(without, with)).isEqualTo(TimeDistance.UNKNOWN);
        assertThat(TimeDistance.latency(without)).isEqualTo(TimeDistance.UNKNOWN);
        assertThat(TimeDistance.latency(with).words()).isEqualTo("+0\u00a0ms");
        assertThat(TimeDistance.latency(TimesTest.record(Long.MIN_VALUE, TimestampType.CREATE_TIME)))
                .isEqualTo(TimeDistance.UNKNOWN);
    }
}
