package dev.surveyor.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.TimestampType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-22T09:02:14Z");
    private final TimeReader reader = new TimeReader(ZONE, NOW);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10:00 | 2026-11-22T09:00:00Z",
                "9:30 | 2026-11-22T08:30:00Z",
                "10:00:01.5 | 2026-11-22T09:00:01.500Z",
                "10:00:01,482 | 2026-11-22T09:00:01.482Z",
                "10:00 UTC | 2026-11-22T10:00:00Z",
                "10:00:01 UTC-3:30 | 2026-11-22T13:30:01Z",
                "2026-11-20 | 2026-11-19T23:00:00Z",
                "2026-11-20 10:00 | 2026-11-20T09:00:00Z",
                "2026-11-20 9:30 | 2026-11-20T08:30:00Z",
                "2026-07-20 10:00 | 2026-07-20T08:00:00Z",
                "2026-11-20T10:00:00Z | 2026-11-20T10:00:00Z",
                "2026-11-20t10:00:00z | 2026-11-20T10:00:00Z",
                "2026-11-20T10:00+05:30 | 2026-11-20T04:30:00Z",
                "2026-11-20T10:00+0530 | 2026-11-20T04:30:00Z",
                "2026-11-20 10:00 +1 | 2026-11-20T09:00:00Z",
                "2026-11-20 10:00:00.000 UTC+5:30 | 2026-11-20T04:30:00Z",
                "2026-11-20 10:00 GMT | 2026-11-20T10:00:00Z",
                "2026-11-20T10:00+01:00[Europe/Paris] | 2026-11-20T09:00:00Z",
                "2026-07-20 10:00 America/New_York | 2026-07-20T14:00:00Z",
                "1795338000000 | 2026-11-22T09:00:00Z",
                "@1795338000000 | 2026-11-22T09:00:00Z",
                "@5 | 1970-01-01T00:00:00.005Z",
                "@-2 | 1969-12-31T23:59:59.998Z",
                "-1795338000 | 1969-12-11T05:17:42Z",
                "1795338000000000 | +58861-12-30T00:00:00Z",
                "-292275055-05-16 16:47:04.192 UTC | -292275055-05-16T16:47:04.192Z",
                "now | 2026-11-22T09:02:14Z",
                "-15m | 2026-11-22T08:47:14Z",
                "-15min | 2026-11-22T08:47:14Z",
                "-15M | 2026-11-22T08:47:14Z",
                "\u221215m | 2026-11-22T08:47:14Z",
                "-250ms | 2026-11-22T09:02:13.750Z",
                "-2 h | 2026-11-22T07:02:14Z",
                "-1w | 2026-11-15T09:02:14Z"
            })
    void what_people_type_is_read(String text, Instant expected) {
        assertThat(reader.moment(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "25:00",
                "-15",
                "2026-13-01",
                "2026-02-30",
                "2026",
                "5",
                ":",
                "-999999999d-",
                "2026-11-22T",
                "2026-11-22 UTC",
                "10:00 Nowhere/Atall",
                "10:00+25:00",
                "999999999-01-01",
                "99999999999999999999",
                "no timestamp"
            })
    void anything_else_is_no_time(String text) {
        assertThat(reader.moment(text)).isEmpty();
    }

    @Test
    void what_is_vague_is_a_stretch() {
        assertThat(stretch("2026-11-20")).isEqualTo("2026-11-19T23:00:00Z to 2026-11-20T22:59:59.999Z");
        assertThat(stretch("10:00")).isEqualTo("2026-11-22T09:00:00Z to 2026-11-22T09:00:59.999Z");
        assertThat(stretch("10:00:01")).isEqualTo("2026-11-22T09:00:01Z to 2026-11-22T09:00:01.999Z");
        assertThat(stretch("10:00:01.5")).isEqualTo("2026-11-22T09:00:01.500Z to 2026-11-22T09:00:01.500Z");
        // The day on which clocks go back has 25 hours.
        assertThat(stretch("2026-10-25")).isEqualTo("2026-10-24T22:00:00Z to 2026-10-25T22:59:59.999Z");
        assertThat(stretch("292278994-08-17")).endsWith(" to +292278994-08-17T07:12:55.807Z");
        assertThat(stretch("-292275055-05-16")).startsWith("-292275055-05-16T16:47:04.192Z to ");
    }

    private String stretch(String text) {
        TimeStretch stretch = reader.stretch(text);
        return stretch == null ? "none" : stretch.from() + " to " + Instant.ofEpochMilli(stretch.toMillis());
    }

    private static Stream<ZoneId> zones() {
        return Stream.of("Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "UTC", "+01:00", "Pacific/Apia")
                .map(ZoneId::of);
    }

    @ParameterizedTest
    @MethodSource("zones")
    void every_form_that_is_written_can_be_typed_back(ZoneId zone) {
        Times times = new Times(zone);
        List<Long> moments = List.of(
                NOW.toEpochMilli() + 482,
                Instant.parse("2026-07-22T09:02:11.482Z").toEpochMilli(),
                Instant.parse("2026-10-25T00:30:00Z").toEpochMilli(),
                Instant.parse("2026-10-25T01:30:00Z").toEpochMilli(),
                Instant.parse("2026-11-01T03:45:00.007Z").toEpochMilli(),
                Instant.parse("2026-11-01T04:45:00.007Z").toEpochMilli(),
                0L,
                5L,
                -2L,
                -99_999_999_999L,
                1_795_338_000_000_000L,
                1_795_338_000_000_000_000L,
                Long.MIN_VALUE,
                Long.MAX_VALUE);
        for (long millis : moments) {
            Instant at = Instant.ofEpochMilli(millis);
            TimeReader own = new TimeReader(zone, at);
            for (String written : List.of(
                    times.full(at),
                    times.dateTime(at),
                    times.time(at),
                    Times.iso(at),
                    at.toString(),
                    Times.epoch(millis),
                    Times.epoch(TimesTest.record(millis, TimestampType.CREATE_TIME)))) {
                assertThat(own.moment(written)).as("%s in %s", written, zone).contains(at);
                assertThat(own.moment(written.replace(' ', '\u00a0'))).contains(at);
            }
            for (String written : List.of(times.seconds(at), times.fullSeconds(at))) {
                TimeStretch second = Objects.requireNonNull(own.stretch(written), written + " in " + zone);
                assertThat(millis).as(written).isBetween(second.fromMillis(), second.toMillis());
            }
            if (millis > Long.MIN_VALUE) {
                Instant second = Instant.ofEpochMilli(Math.floorDiv(millis, 1_000L) * 1_000);
                assertThat(own.moment(times.fullClock(at))).contains(second);
                assertThat(own.moment(times.clock(at))).contains(second);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-", "-1", "@", "1", "10:3", "2026-", "2026-11-2", "2026-11-22T", "2026-11-22 1", "10:30 U", "no"
            })
    void more_can_make_a_time_of_it(String text) {
        assertThat(reader.begins(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "-15x", "10:30", "2026-11-22", "x"})
    void no_more_can_make_a_time_of_it(String text) {
        assertThat(reader.begins(text)).isFalse();
    }
}
