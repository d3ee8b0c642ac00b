package dev.surveyor.codec.detect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.format.Input;
import dev.surveyor.domain.record.ConsumedRecord;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Values that are refused, or are very large. */
@Timeout(60)
class HostileValuesTest {

    private static final int LARGE = 100_000_000;

    @Test
    void any_document_type_and_any_entity_is_refused() {
        assertRefused("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>".getBytes(US_ASCII));
        assertRefused("<!DOCTYPE a><a/>".getBytes(US_ASCII));
    }

    private static void assertRefused(byte[] bytes) {
        Reading chosen = Readings.as("XML", bytes);
        assertThat(chosen.state()).isEqualTo(Reading.State.FAILED);
        assertThat(chosen.problem()).contains("a document type or an entity, which are not read");
        Reading detected = Readings.detect(bytes);
        assertThat(detected.decoder()).isEqualTo("UTF-8");
        assertThat(detected.text().length()).isEqualTo(bytes.length);
    }

    @Test
    void xml_is_read_to_a_depth_and_no_deeper() {
        assertThat(Readings.as("XML", nested(1_000)).state()).isEqualTo(Reading.State.READ);
        assertThat(Readings.as("XML", nested(1_001)).problem()).contains("nested deeper than 1000 levels");
    }

    private static byte[] nested(int depth) {
        return ("<a>".repeat(depth) + "</a>".repeat(depth)).getBytes(US_ASCII);
    }

    @Test
    void a_value_of_100_mb_is_read_whatever_it_begins_as() {
        byte[] value = new byte[LARGE];
        for (String begin : List.of("plain", "{\"a\":\"", "[[[[", "<a>", "\u0000\u0001\u0002", "\u0080\u0081")) {
            Arrays.fill(value, (byte) 'x');
            for (int i = 0; i < begin.length(); i++) {
                value[i] = (byte) begin.charAt(i);
            }
            ConsumedRecord record = Readings.recordOf(value);
            Reading reading =
                    RecordReader.withoutSchemas().read(record, RecordPart.VALUE, Readings.LIMIT, Input.Effort.FULL);
            assertThat(reading.text().length()).as(begin).isEqualTo(LARGE);
            Preview preview = RecordReader.withoutSchemas().preview(record, RecordPart.VALUE, 200);
            assertThat(preview.text()).hasSizeLessThan(300);
        }
    }
}
