package dev.surveyor.codec.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.snippet.OddRecords;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordJsonTest {

    @Test
    void odd_records_come_back_byte_for_byte() throws Exception {
        for (ConsumedRecord record : OddRecords.all("orders")) {
            String line = RecordJson.text(record);
            assertThat(line).doesNotContain("\n");
            RecordLine back = read(line);
            assertThat(back.key()).as(line).isEqualTo(record.key());
            assertThat(back.value()).as(line).isEqualTo(record.value());
            assertThat(back.headers()).as(line).isEqualTo(record.headers());
            assertThat(back.timestamp()).isEqualTo(record.timestamp());
            assertThat(back.partition()).isEqualTo(1);
            assertThat(back.offset()).isEqualTo(record.offset());
        }
    }

    @Test
    void each_field_has_its_place() {
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("orders", 3), 48_207)
                .timestamp(1_795_338_131_425L, TimestampType.LOG_APPEND_TIME)
                .key("cust\t24".getBytes(StandardCharsets.UTF_8))
                .value(new byte[] {0, (byte) 0xff})
                .headers(List.of(RecordHeader.text("h", "say \"hi\""), new RecordHeader("h", null)))
                .build();
        assertThat(RecordJson.text(record))
                .isEqualTo("{\"topic\":\"orders\",\"partition\":3,\"offset\":48207,\"timestamp\":1795338131425,"
                        + "\"timestampType\":\"LogAppendTime\",\"leaderEpoch\":null,\"key\":\"cust\\t24\","
                        + "\"valueBase64\":\"AP8=\",\"headers\":[{\"key\":\"h\",\"value\":\"say \\\"hi\\\"\"},"
                        + "{\"key\":\"h\",\"value\":null}]}");
    }

    @Test
    void a_value_alone_is_a_record() throws Exception {
        RecordLine line = read("{\"value\":\"x\"}");
        assertThat(line.key()).isNull();
        assertThat(line.partition()).isNull();
        assertThat(line.headers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "{\"value\":\"x\",\"vlaue\":1} ! unknown field \"vlaue\"",
                "{\"key\":\"x\"} ! \"value\" is missing",
                "{\"value\":\"x\",\"valueBase64\":\"eA==\"} ! both \"value\" and \"valueBase64\"",
                "{\"value\":\"x\",\"value\":\"y\"} ! \"value\" stands there twice",
                "{\"value\":1} ! \"value\" is no string",
                "{\"valueBase64\":\"%%\"} ! is no Base64",
                "{\"value\":\"x\",\"partition\":-1} ! partition -1 is not a partition",
                "{\"value\":\"x\",\"offset\":99999999999999999999} ! no whole number of 64 bits",
                "{\"value\":\"x\",\"headers\":{\"a\":\"b\"}} ! \"headers\" is a list",
                "{\"value\":\"\\ud800\"} ! half of a surrogate pair",
                "{\"value\":null,\"headers\":[{\"key\":\"a\",\"key\":\"b\",\"value\":null}]} ! a header with two keys",
                "{\"value\":null,\"headers\":[{\"key\":\"\\udc00\",\"value\":null}]} ! half of a surrogate pair",
                "{\"value\":\"x\"}{} ! text after the end",
                "[] ! a record begins with {",
                "{\"value ! not JSON"
            })
    void a_line_that_is_no_record_says_why(String line, String why) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(RecordLineException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_line_that_breaks_off_says_so_without_words_of_the_parser_about_itself() {
        assertThatThrownBy(() -> read("{"))
                .hasMessage("not JSON, col 2: Unexpected end-of-input: expected close marker for Object");
        assertThatThrownBy(() -> read("{\"value\":null]"))
                .hasMessage("not JSON, col 14: Unexpected close marker ']': expected '}'");
    }

    private static RecordLine read(String line) throws RecordLineException {
        return RecordJsonReader.read(Slice.of(line.getBytes(StandardCharsets.UTF_8)));
    }
}
