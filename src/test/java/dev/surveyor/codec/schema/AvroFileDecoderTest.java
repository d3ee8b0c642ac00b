package dev.surveyor.codec.schema;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.filter.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroFileDecoderTest {

    private static final Schema ORDER = new Schema.Parser().parse("""
            {"type":"record","name":"Order","namespace":"shop","fields":[
              {"name":"id","type":"long"},
              {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}}]}
            """);

    private static byte[] file(CodecFactory codec, int records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataFileWriter<Object> writer = new DataFileWriter<>(new GenericDatumWriter<>(ORDER))) {
            writer.setCodec(codec).setMeta("made.by", "a test").create(ORDER, out);
            for (int i = 0; i < records; i++) {
                GenericData.Record order = new GenericData.Record(ORDER);
                order.put("id", (long) i);
                order.put("at", 1_700_000_000_000L + i);
                writer.append(order);
                if (i % 3 == 2) {
                    long unused = writer.sync();
                }
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"null", "deflate", "snappy", "zstandard"})
    void what_avro_writes_is_read_by_the_schema_inside(String codec) throws IOException {
        Reading reading = Readings.detect(file(CodecFactory.fromString(codec), 4));

        assertThat(reading.decoder()).isEqualTo("Avro file");
        assertThat(Readings.textOf(reading))
                .isEqualTo(
                        "[{\"id\":0,\"at\":\"2023-11-14T22:13:20.000Z\"},{\"id\":1,\"at\":\"2023-11-14T22:13:20.001Z\"},"
                                + "{\"id\":2,\"at\":\"2023-11-14T22:13:20.002Z\"},{\"id\":3,\"at\":\"2023-11-14T22:13:20.003Z\"}]");
        assertThat(reading.detail()).isEqualTo("begins with Obj 01 · codec " + codec + " · shop.Order · 4 values");
    }

    @Test
    void a_file_without_values_is_an_empty_list() throws IOException {
        assertThat(Readings.textOf(Readings.detect(file(CodecFactory.nullCodec(), 0))))
                .isEqualTo("[]");
    }

    @Test
    void a_large_file_is_read_as_far_as_is_asked_and_a_cell_shows_its_beginning() throws IOException {
        byte[] large = file(CodecFactory.fromString("deflate"), 200_000);
        Reading reading = Readings.detect(large, 1_000);
        Preview cell = RecordReader.withoutSchemas().preview(Readings.recordOf(large), RecordPart.VALUE, 40);

        assertThat(reading.complete()).isFalse();
        assertThat(reading.detail()).contains("more than");
        assertThat(cell.text()).startsWith("[{\"id\":0,\"at\":\"2023-11-14T22:13:20.000Z");
    }

    @Test
    void filters_find_what_is_inside() throws IOException {
        byte[] file = file(CodecFactory.fromString("snappy"), 4);
        FilterLanguage language =
                new FilterLanguage(FilterContext.ofTopic(Clock.systemUTC(), RecordReader.withoutSchemas()));

        assertThat(verdict(language, "value[*].id=3", file)).isEqualTo(Verdict.MATCH);
        assertThat(verdict(language, "value[*].id=4", file)).isEqualTo(Verdict.NO_MATCH);
        assertThat(verdict(language, "value[0].at>=2023-11-14", file)).isEqualTo(Verdict.MATCH);
    }

    private static Verdict verdict(FilterLanguage language, String filter, byte[] value) {
        return ((FilterResult.Compiled) language.compile(filter)).filter().test(Readings.recordOf(value));
    }

    @Test
    void what_is_broken_says_why() throws IOException {
        byte[] file = file(CodecFactory.nullCodec(), 4);
        byte[] otherCodec = new String(file(CodecFactory.fromString("deflate"), 1), ISO_8859_1)
                .replace("deflate", "klingon")
                .getBytes(ISO_8859_1);
        byte[] otherMarker = file.clone();
        otherMarker[file.length - 1]++;
        byte[] badSum = file(CodecFactory.fromString("snappy"), 1);
        badSum[badSum.length - 17]++;

        assertThat(Readings.detect(Arrays.copyOf(file, file.length - 20)).problem())
                .startsWith("a container file of Avro, but ");
        assertThat(Readings.detect(otherMarker).problem()).contains("does not end with the marker of the file");
        assertThat(Readings.detect(otherCodec).problem()).contains("compressed with klingon, which is not read here");
        assertThat(Readings.detect(badSum).problem()).contains("its checksum is wrong");
        assertThat(Readings.detect(new byte[] {'O', 'b', 'j', 1, 0}).problem()).contains("it brings no schema");
    }

    @Test
    void damage_anywhere_never_throws() throws IOException {
        Random random = new Random(5);
        for (String codec : new String[] {"null", "deflate", "snappy", "zstandard"}) {
            byte[] file = file(CodecFactory.fromString(codec), 4);
            for (int round = 0; round < 500; round++) {
                byte[] damaged = file.clone();
                damaged[4 + random.nextInt(file.length - 4)] = (byte) random.nextInt();
                assertThatCode(() -> Readings.detect(damaged)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void a_text_that_begins_like_such_a_file_is_a_text() {
        assertThat(Readings.detect("Obj 1".getBytes(ISO_8859_1)).decoder()).isEqualTo("UTF-8");
    }
}
