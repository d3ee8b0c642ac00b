package dev.surveyor.service.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-22T09:02:14Z");

    @ParameterizedTest
    @CsvSource({
        "10:00, 2026-11-22T09:00:00Z",
        "9:30, 2026-11-22T08:30:00Z",
        "10:00:01.5, 2026-11-22T09:00:01.500Z",
        "2026-11-20, 2026-11-19T23:00:00Z",
        "2026-11-20 10:00, 2026-11-20T09:00:00Z",
        "2026-11-20T10:00:00Z, 2026-11-20T10:00:00Z",
        "2026-11-20T10:00+05:30, 2026-11-20T04:30:00Z",
        "1795338000000, 2026-11-22T09:00:00Z",
        "-15m, 2026-11-22T08:47:14Z",
        "-2 h, 2026-11-22T07:02:14Z"
    })
    void what_people_type_is_read(String text, Instant expected) {
        assertThat(TimeText.parse(text, ZONE, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "25:00", "-15", "2026-13-01", "2026", ":", "-999999999d-"})
    void anything_else_is_no_time(String text) {
        assertThat(TimeText.parse(text, ZONE, NOW)).isEmpty();
    }

    @Test
    void the_zone_is_named_by_its_distance_from_utc() {
        assertThat(TimeText.zone(ZONE, NOW)).isEqualTo("UTC+1");
        assertThat(TimeText.zone(ZoneOffset.UTC, NOW)).isEqualTo("UTC");
        assertThat(TimeText.zone(ZoneId.of("Asia/Kolkata"), NOW)).isEqualTo("UTC+5:30");
        assertThat(TimeText.zone(ZoneId.of("America/New_York"), NOW)).isEqualTo("UTC-5");
    }
}
