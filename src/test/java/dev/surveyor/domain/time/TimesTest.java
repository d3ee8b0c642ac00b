package dev.surveyor.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-22T09:02:11.482Z");
    private static final Instant JULY = Instant.parse("2026-07-22T09:02:11.482Z");
    private static final Times BERLIN = new Times(ZoneId.of("Europe/Berlin"));

    @Test
    void a_time_follows_the_zone_and_its_summer() {
        assertThat(BERLIN.time(NOVEMBER)).isEqualTo("10:02:11.482");
        assertThat(BERLIN.time(JULY)).isEqualTo("11:02:11.482");
        assertThat(BERLIN.dateTime(JULY)).isEqualTo("2026-07-22 11:02:11.482");
        assertThat(BERLIN.full(NOVEMBER)).isEqualTo("2026-11-22 10:02:11.482 UTC+1");
        assertThat(BERLIN.full(JULY)).isEqualTo("2026-07-22 11:02:11.482 UTC+2");
        assertThat(BERLIN.fullSeconds(JULY)).isEqualTo("2026-07-22 11:02:11 UTC+2");
        assertThat(BERLIN.fullClock(JULY)).isEqualTo("11:02:11 UTC+2");
        assertThat(Times.iso(JULY)).isEqualTo("2026-07-22T09:02:11.482Z");
    }

    @Test
    void the_two_half_past_two_of_the_night_when_clocks_go_back_are_told_apart() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        assertThat(BERLIN.time(first)).isEqualTo("02:30:00.000 UTC+2");
        assertThat(BERLIN.time(second)).isEqualTo("02:30:00.000 UTC+1");
        assertThat(BERLIN.dateTime(first)).isEqualTo("2026-10-25 02:30:00.000 UTC+2");
        assertThat(BERLIN.clock(second)).isEqualTo("02:30:00 UTC+1");
        assertThat(BERLIN.full(second)).isEqualTo("2026-10-25 02:30:00.000 UTC+1");
        assertThat(BERLIN.time(second.plusSeconds(1_800))).isEqualTo("03:00:00.000");
        assertThat(new Times(ZoneId.of("America/St_Johns")).time(Instant.parse("2026-11-01T03:45:00Z")))
                .isEqualTo("01:15:00.000 UTC-2:30");
    }

    @Test
    void a_zone_is_named_whole_and_in_a_word_and_one_that_never_changes_by_its_offset() {
        assertThat(BERLIN.zoneName()).isEqualTo("Europe/Berlin");
        assertThat(BERLIN.place()).isEqualTo("Berlin");
        assertThat(new Times(ZoneId.of("America/St_Johns")).place()).isEqualTo("St Johns");
        assertThat(new Times(ZoneOffset.UTC).zoneName()).isEqualTo("UTC");
        assertThat(new Times(ZoneId.of("Etc/UTC")).place()).isEqualTo("UTC");
        assertThat(new Times(ZoneOffset.ofHours(1)).place()).isEqualTo("UTC+1");
        assertThat(new Times(ZoneOffset.ofHoursMinutes(-3, -30)).zoneName()).isEqualTo("UTC-3:30");
        assertThat(new Times(ZoneId.of("GMT+02:00")).zoneName()).isEqualTo("UTC+2");
    }

    @Test
    void years_of_any_length_are_written_whole_and_the_smallest_is_before_christ() {
        Times utc = new Times(ZoneOffset.UTC);
        Instant micros = Instant.ofEpochMilli(1_780_000_000_000_000L);
        assertThat(utc.time(micros)).isEqualTo("58375-12-15 20:26:40.000");
        assertThat(utc.full(micros)).isEqualTo("58375-12-15 20:26:40.000 UTC");
        assertThat(Times.iso(micros)).isEqualTo("+58375-12-15T20:26:40.000Z");
        assertThat(utc.dateTime(Instant.ofEpochMilli(Long.MIN_VALUE))).isEqualTo("-292275055-05-16 16:47:04.192");
        assertThat(utc.dateTime(Instant.ofEpochMilli(Long.MAX_VALUE))).isEqualTo("292278994-08-17 07:12:55.807");
        assertThat(BERLIN.full(Instant.ofEpochMilli(Long.MIN_VALUE)))
                .isEqualTo("-292275055-05-16 17:40:32.192 UTC+0:53:28");
    }

    @Test
    void a_record_without_a_time_says_so_whatever_its_type() {
        for (ConsumedRecord record :
                new ConsumedRecord[] {record(-1, TimestampType.CREATE_TIME), record(0, TimestampType.NOT_AVAILABLE)}) {
            assertThat(record.hasTimestamp()).isFalse();
            assertThat(BERLIN.time(record)).isEqualTo("no timestamp");
            assertThat(BERLIN.dateTime(record)).isEqualTo("no timestamp");
            assertThat(BERLIN.full(record)).isEqualTo("no timestamp");
            assertThat(Times.iso(record)).isEqualTo("no timestamp");
            assertThat(Times.epoch(record)).isEqualTo("no timestamp");
        }
        assertThat(Times.epoch(record(-2, TimestampType.CREATE_TIME))).isEqualTo("@-2");
        assertThat(Times.epoch(record(1_780_000_000_000_000L, TimestampType.CREATE_TIME)))
                .isEqualTo("1780000000000000");
    }

    @Test
    void lengths_have_at_most_one_decimal() {
        assertThat(Times.length(Duration.ofNanos(1))).isEqualTo("<1\u00a0ms");
        assertThat(Times.length(Duration.ofMillis(3))).isEqualTo("3\u00a0ms");
        assertThat(Times.length(Duration.ofMillis(1_240))).isEqualTo("1.2\u00a0s");
        assertThat(Times.length(Duration.ofMinutes(4))).isEqualTo("4\u00a0min");
        assertThat(Times.length(Duration.ofDays(7))).isEqualTo("7\u00a0d");
        assertThat(Times.length(Duration.ofDays(20_000))).isEqualTo("54.8\u00a0years");
        assertThat(Times.length(Duration.ofSeconds(Long.MAX_VALUE))).endsWith("\u00a0years");
        assertThat(Times.length(Duration.ofSeconds(Long.MIN_VALUE)))
                .startsWith("-")
                .endsWith("\u00a0years");
    }

    @Test
    void the_language_of_the_machine_changes_nothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(BERLIN.full(JULY)).isEqualTo("2026-07-22 11:02:11.482 UTC+2");
            assertThat(new Times(ZoneOffset.ofHoursMinutes(5, 30)).offset(JULY)).isEqualTo("UTC+5:30");
            assertThat(TimeDistance.of(192_482, 0).exact()).isEqualTo("+3:12.482");
            assertThat(TimeDistance.of(1_240, 0).words()).isEqualTo("+1.2\u00a0s");
        } finally {
            Locale.setDefault(before);
        }
    }

    static ConsumedRecord record(long millis, TimestampType type) {
        return ConsumedRecord.at(new PartitionId("orders", 0), 0)
                .timestamp(millis, type)
                .receivedAt(NOVEMBER.toEpochMilli())
                .build();
    }
}
