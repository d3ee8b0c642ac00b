package dev.surveyor.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Numbers, sizes and times as people read them. */
class TextsTest {

    private static final Instant AT = Instant.parse("2026-11-22T09:02:11.482Z");

    @Test
    void numbers_are_grouped_by_no_break_spaces_and_exact() {
        assertThat(Numbers.grouped(0)).isEqualTo("0");
        assertThat(Numbers.grouped(999)).isEqualTo("999");
        assertThat(Numbers.grouped(48_210)).isEqualTo("48\u00a0210");
        assertThat(Numbers.grouped(-1_000)).isEqualTo("-1\u00a0000");
        assertThat(Numbers.grouped(-100)).isEqualTo("-100");
        assertThat(Numbers.grouped(Long.MIN_VALUE)).startsWith("-9\u00a0223\u00a0372");
    }

    @Test
    void sizes_take_the_unit_that_fits() {
        assertThat(Sizes.text(0)).isEqualTo("0\u00a0B");
        assertThat(Sizes.text(999)).isEqualTo("999\u00a0B");
        assertThat(Sizes.text(1_234)).isEqualTo("1.2\u00a0kB");
        assertThat(Sizes.text(999_999)).isEqualTo("1.0\u00a0MB");
        assertThat(Sizes.text(Long.MAX_VALUE)).isEqualTo("9.2\u00a0EB");
        assertThat(Sizes.exact(14_200_312)).isEqualTo("14\u00a0200\u00a0312\u00a0B");
        assertThat(Sizes.rate(Double.NaN)).isEqualTo("—");
    }

    @Test
    void times_follow_the_zone_and_the_copy_is_always_utc() {
        Times vienna = new Times(ZoneId.of("Europe/Vienna"));
        assertThat(vienna.time(AT)).isEqualTo("10:02:11.482");
        assertThat(vienna.dateTime(AT)).isEqualTo("2026-11-22 10:02:11.482");
        assertThat(vienna.zoneLabel(AT)).isEqualTo("UTC+1");
        assertThat(vienna.zoneLabel(Instant.parse("2026-07-01T00:00:00Z"))).isEqualTo("UTC+2");
        assertThat(new Times(ZoneOffset.UTC).zoneLabel(AT)).isEqualTo("UTC");
        assertThat(new Times(ZoneOffset.ofHoursMinutes(-3, -30)).zoneLabel(AT)).isEqualTo("UTC-3:30");
        assertThat(Times.iso(AT)).isEqualTo("2026-11-22T09:02:11.482Z");
    }

    @Test
    void lengths_have_at_most_one_decimal() {
        assertThat(Times.length(Duration.ofNanos(1))).isEqualTo("<1\u00a0ms");
        assertThat(Times.length(Duration.ofMillis(3))).isEqualTo("3\u00a0ms");
        assertThat(Times.length(Duration.ofMillis(1_240))).isEqualTo("1.2\u00a0s");
        assertThat(Times.length(Duration.ofMinutes(4))).isEqualTo("4\u00a0min");
        assertThat(Times.length(Duration.ofDays(7))).isEqualTo("7\u00a0d");
    }
}
