package dev.surveyor.codec.detect;

import static dev.surveyor.codec.detect.Readings.detect;
import static dev.surveyor.codec.detect.Readings.recordOf;
import static dev.surveyor.codec.detect.Readings.textOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents behind the byte order mark of UTF-8. */
class ByteOrderMarkTest {

    private static final RecordReader READER = RecordReader.withoutSchemas();

    private static byte[] marked(String text) {
        return ("\ufeff" + text).getBytes(UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "{\"a\":1} § JSON § JSON",
                "[1,2] § JSON § JSON",
                " \r\n{} § JSON § JSON",
                "<a>é</a> § XML § XML",
                "<?xml version=\"1.0\"?><a/> § XML § XML",
            })
    void json_and_xml_are_read_without_the_mark(String text, String decoder, Decoded.Syntax syntax) {
        for (Reading reading : new Reading[] {detect(marked(text)), Readings.as(decoder, marked(text))}) {
            assertThat(reading.decoder()).isEqualTo(decoder);
            assertThat(reading.syntax()).isEqualTo(syntax);
            assertThat(reading.broken()).isFalse();
            assertThat(textOf(reading)).isEqualTo(text);
        }
    }

    @Test
    void what_breaks_behind_the_mark_is_told_as_without_it() {
        Reading reading = detect(marked("{\"a\":1,}"));
        assertThat(reading.problem())
                .isEqualTo(detect("{\"a\":1,}".getBytes(UTF_8)).problem());
        assertThat(reading.broken()).isTrue();
        assertThat(textOf(reading)).isEqualTo("{\"a\":1,}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "", " ", "a{}"})
    void before_other_text_the_mark_is_a_character_of_it(String text) {
        assertThat(detect(marked(text)).decoder()).isEqualTo("UTF-8");
        assertThat(textOf(detect(marked(text)))).isEqualTo("\ufeff" + text);
        assertThat(READER.plainFrom(recordOf(marked(text)), RecordPart.VALUE)).isEqualTo(-1);
    }

    @Test
    void half_a_mark_is_none() {
        for (byte[] bytes :
                new byte[][] {{(byte) 0xef}, {(byte) 0xef, (byte) 0xbb}, {(byte) 0xef, (byte) 0xbb, '{', '}'}}) {
            assertThat(READER.plainFrom(recordOf(bytes), RecordPart.VALUE)).isEqualTo(-1);
            assertThat(detect(bytes).decoder()).isNotEqualTo("JSON");
        }
    }

    @Test
    void a_cell_shows_the_document_alone_and_the_record_keeps_its_bytes() {
        ConsumedRecord record = recordOf(marked("{\"a\":1}"));
        assertThat(READER.preview(record, RecordPart.VALUE, 80))
                .isEqualTo(new Preview(Preview.Kind.JSON, "{\"a\":1}", null));
        assertThat(Preview.of(record, RecordPart.VALUE).kind()).isEqualTo(Preview.Kind.JSON);
        assertThat(record.value()).startsWith(0xef, 0xbb, 0xbf, '{');
        assertThat(READER.plainFrom(record, RecordPart.VALUE)).isEqualTo(3);
        assertThat(READER.plain(record, RecordPart.VALUE)).isFalse();
    }

    @Test
    void a_large_document_is_shown_by_its_beginning() {
        Preview cell =
                READER.preview(recordOf(marked("{\"a\":\"" + "x".repeat(400_000) + "\"}")), RecordPart.VALUE, 20);
        assertThat(cell.kind()).isEqualTo(Preview.Kind.JSON);
        assertThat(cell.text()).startsWith("{\"a\":\"xxx");
    }

    @Test
    void in_topics_of_the_broker_nothing_is_taken_as_it_stands() {
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("__consumer_offsets", 0), 1)
                .value(marked("{}"))
                .build();
        assertThat(READER.plainFrom(record, RecordPart.VALUE)).isEqualTo(-1);
    }
}
