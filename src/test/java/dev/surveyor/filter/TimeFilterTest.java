package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.domain.time.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times in a filter, on records of odd times. */
class TimeFilterTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final FilterLanguage LANGUAGE = new FilterLanguage(FilterContext.ofTopic(
            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), BERLIN), RecordReader.withoutSchemas()));

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                -2,
                1_784_711_000_482L, // in July
                1_792_888_200_000L, // the first half past two
                1_792_891_800_000L, // the second one
                1_795_338_000_000_000L,
                Long.MIN_VALUE,
                Long.MAX_VALUE
            })
    void what_is_written_of_a_record_can_be_typed_with_quotes_or_without(long millis) {
        ConsumedRecord record = record(millis);
        ConsumedRecord other = record(millis == Long.MAX_VALUE ? millis - 1 : millis + 1);
        Times times = new Times(BERLIN);
        for (String written :
                new String[] {times.full(record), times.dateTime(record), Times.iso(record), Times.epoch(record)}) {
            for (String filter : new String[] {
                "time=" + written,
                "time=\"" + written + "\"",
                "time='" + written + "' && !key:x",
                "p:0 time:" + written + " p:0",
                "time:" + written + ".." + written,
                "time:\"" + written + "\"..\"" + written + "\"",
                "time:@7," + written,
            }) {
                assertThat(verdict(filter, record)).as(filter).isEqualTo(Verdict.MATCH);
                assertThat(verdict(filter, other)).as(filter).isEqualTo(Verdict.NO_MATCH);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "time>2026-11-22 10:30 | 2026-11-22T09:31:00Z",
                "time>=2026-11-22 10:30 UTC | 2026-11-22T10:30:00Z",
                "time>2026-11-22 10:30 UTC-3:30 && p:0 | 2026-11-22T14:01:00Z",
                "time:2026-11-22 10:30..2026-11-22 10:40 | 2026-11-22T09:40:59.999Z",
                "time:10:30 UTC,11:30 | 2026-11-22T10:30:01Z",
                "(time>2026-11-22 10:30) | 2026-11-22T09:31:00Z",
                "time=\"2026-11-22 10:30\" | 2026-11-22T09:30:59Z",
                "time>=\u221215m | 2026-11-22T09:45:00Z"
            })
    void a_space_between_date_time_and_zone_parts_nothing(String filter, Instant matching) {
        assertThat(verdict(filter, record(matching.toEpochMilli()))).isEqualTo(Verdict.MATCH);
    }

    @Test
    void what_follows_a_time_and_is_no_part_of_it_is_a_text() {
        ConsumedRecord record = record(Instant.parse("2026-11-22T09:31:00Z").toEpochMilli());
        assertThat(verdict("time>2026-11-22 value", record)).isEqualTo(Verdict.NO_MATCH);
        assertThat(verdict("time=2026-11-22 some-value", record)).isEqualTo(Verdict.MATCH);
        assertThat(verdict("time=2026-11-22 10", record)).isEqualTo(Verdict.NO_MATCH);
    }

    @Test
    void a_record_without_a_time_is_at_no_time() {
        ConsumedRecord without = record(-1);
        assertThat(verdict("time<now", without)).isEqualTo(Verdict.NO_MATCH);
        assertThat(verdict("time=@-1", without)).isEqualTo(Verdict.NO_MATCH);
        assertThat(verdict("!time<now", without)).isEqualTo(Verdict.MATCH);
    }

    private static Verdict verdict(String filter, ConsumedRecord record) {
        FilterResult result = LANGUAGE.compile(filter);
        assertThat(result).as("%s: %s", filter, result).isInstanceOf(FilterResult.Compiled.class);
        return ((FilterResult.Compiled) result).filter().test(record);
    }

    private static ConsumedRecord record(long millis) {
        return ConsumedRecord.at(new PartitionId("orders", 0), 0)
                .timestamp(millis, TimestampType.CREATE_TIME)
                .value("some-value".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .build();
    }
}
