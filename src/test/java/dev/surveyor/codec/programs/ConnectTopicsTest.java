package dev.surveyor.codec.programs;

import static dev.surveyor.codec.programs.ProgramRecords.read;
import static dev.surveyor.codec.programs.ProgramRecords.record;
import static dev.surveyor.codec.programs.ProgramRecords.text;
import static dev.surveyor.codec.programs.ProgramRecords.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that MirrorMaker and workers of Connect 4.3.1 wrote, byte for byte but for the secret. */
class ConnectTopicsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "heartbeats | 0004 65617374 0004 77657374 | 0000 000001a22cd43a41 | MirrorMaker heartbeat |"
                        + " {\"sourceClusterAlias\":\"east\",\"targetClusterAlias\":\"west\"} |"
                        + " {\"version\":0,\"timestamp\":\"2026-11-30T14:20:35.777Z\"}",
                "east.heartbeats | 0004 77657374 0004 65617374 | 0000 000001a22cd43eac | MirrorMaker heartbeat |"
                        + " {\"sourceClusterAlias\":\"west\",\"targetClusterAlias\":\"east\"} |"
                        + " {\"version\":0,\"timestamp\":\"2026-11-30T14:20:36.908Z\"}",
                "east.checkpoints.internal | 0007 72656164657273 000b 656173742e6f7264657273 00000000 |"
                        + " 0000 0000000000000003 0000000000000003 0000 | MirrorMaker checkpoint |"
                        + " {\"group\":\"readers\",\"topic\":\"east.orders\",\"partition\":0} |"
                        + " {\"version\":0,\"upstreamOffset\":3,\"offset\":3,\"metadata\":\"\"}",
                "east-checkpoints-internal | 0007 72656164657273 000b 656173742e6f7264657273 00000000 |"
                        + " 0000 0000000000000003 0000000000000003 0001 6d | MirrorMaker checkpoint |"
                        + " {\"group\":\"readers\",\"topic\":\"east.orders\",\"partition\":0} |"
                        + " {\"version\":0,\"upstreamOffset\":3,\"offset\":3,\"metadata\":\"m\"}",
                "mm2-offset-syncs.west.internal | 000a 68656172746265617473 00000000 |"
                        + " 0000000000000001 0000000000000002 | MirrorMaker offset sync |"
                        + " {\"topic\":\"heartbeats\",\"partition\":0} | {\"upstreamOffset\":1,\"offset\":2}",
            })
    void what_mirror_maker_keeps_is_read(
            String topic, String key, String value, String decoder, String keyText, String valueText) {
        ConsumedRecord record = record(topic, key, value);

        Reading readKey = read(record, RecordPart.KEY);
        assertThat(textOf(readKey)).isEqualTo(keyText);
        assertThat(readKey.decoder()).isEqualTo(decoder);
        Reading readValue = read(record, RecordPart.VALUE);
        assertThat(textOf(readValue)).isEqualTo(valueText);
        assertThat(readValue.decoder()).isEqualTo(decoder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "heartbeats | 0001 000001a22cd43a41 | no MirrorMaker heartbeat: version 1 is not known",
                "heartbeats | 0000 000001a22cd43a41 00 | no MirrorMaker heartbeat: 1 bytes are left over",
                "heartbeats | 0000 00 | no MirrorMaker heartbeat: ends in the middle of a value",
            })
    void what_does_not_fit_stays_bytes_with_the_reason(String topic, String value, String reason) {
        Reading reading = read(record(topic, "6b", value), RecordPart.VALUE);

        assertThat(reading.state()).isEqualTo(Reading.State.RAW);
        assertThat(reading.aside().note()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connect-configs | connector-file-in | {\"properties\":{\"file\":\"x\"}} | Connect configs |"
                        + " connector of file-in",
                "connect-configs | task-file-in-0 | {\"properties\":{\"file\":\"x\"}} | Connect configs |"
                        + " task of file-in-0",
                "connect-configs | commit-file-in | {\"tasks\":1} | Connect configs | commit of file-in",
                "connect-configs | target-state-file-in | {\"state\":\"PAUSED\",\"state.v2\":\"PAUSED\"} |"
                        + " Connect configs | target state of file-in",
                "mm2-status.east.internal | status-task-file-in-0 | {\"state\":\"RUNNING\",\"trace\":null} |"
                        + " Connect status | task of file-in-0",
                "connect-status | status-topic-lines:connector-file-in | {\"topic\":{\"name\":\"lines\"}} |"
                        + " Connect status | topic of lines:connector-file-in",
                "connect-offsets | [\"file-in\",{\"filename\":\"x\"}] | {\"position\":18} | Connect offsets |"
                        + " offset of the connector file-in",
            })
    void what_connect_keeps_is_named_and_stays_as_it_is(
            String topic, String key, String value, String decoder, String detail) {
        ConsumedRecord record = text(topic, key, value);

        for (RecordPart part : RecordPart.values()) {
            Reading reading = read(record, part);
            assertThat(textOf(reading)).isEqualTo(part == RecordPart.KEY ? key : value);
            assertThat(reading.decoder()).isEqualTo(decoder);
            assertThat(reading.detail()).isEqualTo(detail);
        }
    }

    @Test
    void the_key_of_the_workers_is_hidden_everywhere() {
        ConsumedRecord record = text(
                "connect-configs",
                "session-key",
                "{\"key\":\"c2VjcmV0\",\"algorithm\":\"HmacSHA256\",\"creation-timestamp\":1796048548766}");
        String hidden = "{\"key\":\"[hidden]\",\"algorithm\":\"HmacSHA256\",\"creation-timestamp\":1796048548766}";

        assertThat(textOf(read(record, RecordPart.VALUE))).isEqualTo(hidden);
        assertThat(read(record, RecordPart.VALUE).aside().note()).contains("is a secret and hidden");
        RecordReader reader = RecordReader.withoutSchemas();
        assertThat(reader.preview(record, RecordPart.VALUE, 200).text()).isEqualTo(hidden);
        assertThat(reader.plain(record, RecordPart.VALUE)).isFalse();
    }

    @Test
    void a_topic_of_somebody_else_is_read_as_ever() {
        ConsumedRecord record = text("configs", "connector-x", "{\"mine\":1}");

        assertThat(read(record, RecordPart.VALUE).decoder()).isEqualTo("JSON");
        assertThat(read(text("orders", "connector-x", "{}"), RecordPart.KEY).decoder())
                .isEqualTo("UTF-8");
        assertThat(read(text("offsets", "[\"" + "x".repeat(4_096) + "\",{}]", "{}"), RecordPart.KEY)
                        .decoder())
                .isEqualTo("JSON");
    }
}
