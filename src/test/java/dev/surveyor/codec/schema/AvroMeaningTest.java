package dev.surveyor.codec.schema;

import static dev.surveyor.codec.schema.Schemas.framed;
import static dev.surveyor.codec.schema.Schemas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.DecoderChoices;
import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.codec.detect.DetectingReader;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.View;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.filter.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of Avro's logical types as what they mean, as they are stored, and in filters. */
class AvroMeaningTest {

    private static byte[] encoded(Schema schema, Object datum) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<>(schema).write(datum, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static byte[] inRecord(String type, Object value) throws IOException {
        Schema schema = new Schema.Parser().parse(recordOf(type));
        GenericData.Record record = new GenericData.Record(schema);
        record.put("v", value);
        return encoded(schema, record);
    }

    private static String recordOf(String type) {
        return "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"v\",\"type\":" + type + "}]}";
    }

    private static RecordReader reader(String schema) {
        return new DetectingReader(
                new Decoders(new Schemas().with(1, text(SchemaFormat.AVRO, schema), "orders-value"), List.of()),
                DecoderChoices.NONE);
    }

    private static Reading read(String schema, byte[] payload, View view) {
        ConsumedRecord record = Readings.recordOf(framed(1, payload));
        return reader(schema).read(record, RecordPart.VALUE, 10_000, Input.Effort.FULL, view);
    }

    private static String read(String schema, byte[] payload) {
        return Readings.textOf(read(schema, payload, View.MEANING));
    }

    @ParameterizedTest
    @CsvSource({
        "int, date, 19675, 2023-11-14",
        "int, date, -719529, -0001-12-31",
        "int, date, 2147483647, +5881580-07-11",
        "int, time-millis, 37800123, 10:30:00.123",
        "long, time-micros, 37800000000, 10:30:00.000000",
        "long, timestamp-millis, 1700000000123, 2023-11-14T22:13:20.123Z",
        "long, timestamp-millis, -1, 1969-12-31T23:59:59.999Z",
        "long, timestamp-millis, 9223372036854775807, +292278994-08-17T07:12:55.807Z",
        "long, timestamp-millis, -9223372036854775808, -292275055-05-16T16:47:04.192Z",
        "long, timestamp-micros, 1700000000123456, 2023-11-14T22:13:20.123456Z",
        "long, timestamp-nanos, 1700000000123456789, 2023-11-14T22:13:20.123456789Z",
        "long, timestamp-nanos, -9223372036854775808, 1677-09-21T00:12:43.145224192Z",
        "long, local-timestamp-millis, 1700000000000, 2023-11-14T22:13:20.000",
        "long, local-timestamp-micros, 1700000000000001, 2023-11-14T22:13:20.000001",
        "long, local-timestamp-nanos, 1, 1970-01-01T00:00:00.000000001",
    })
    void a_time_is_a_time_and_its_number_one_view_away(String type, String logical, long number, String time)
            throws IOException {
        String schema = "{\"type\":\"" + type + "\",\"logicalType\":\"" + logical + "\"}";
        byte[] payload = inRecord(schema, type.equals("int") ? (Object) (int) number : (Object) number);
        Reading meaning = read(recordOf(schema), payload, View.MEANING);

        assertThat(Readings.textOf(meaning)).isEqualTo("{\"v\":\"" + time + "\"}");
        assertThat(meaning.aside().views()).containsExactly(View.STORED);
        Reading stored = read(recordOf(schema), payload, View.STORED);
        assertThat(Readings.textOf(stored)).isEqualTo("{\"v\":" + number + "}");
        assertThat(stored.aside().views()).containsExactly(View.STORED);
    }

    @ParameterizedTest
    @CsvSource({"-1", "86400000"})
    void a_number_that_is_no_time_of_a_day_stays_a_number(int number) throws IOException {
        String schema = "{\"type\":\"int\",\"logicalType\":\"time-millis\"}";

        assertThat(read(recordOf(schema), inRecord(schema, number))).isEqualTo("{\"v\":" + number + "}");
    }

    @Test
    void numbers_without_a_meaning_offer_no_other_view() throws IOException {
        assertThat(read(recordOf("\"long\""), inRecord("\"long\"", 7L), View.MEANING)
                        .aside()
                        .views())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"123.456", "-0.00000000000000000001", "1E+5000", "1E-5000", "0"})
    void a_big_decimal_is_its_number(String number) throws IOException {
        String schema = "{\"type\":\"bytes\",\"logicalType\":\"big-decimal\"}";
        ByteBuffer bytes = new Conversions.BigDecimalConversion().toBytes(new BigDecimal(number), null, null);
        String read = read(recordOf(schema), inRecord(schema, bytes));

        assertThat(new BigDecimal(read.substring(5, read.length() - 1))).isEqualByComparingTo(number);
        assertThat(read.length()).isLessThan(60);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 3004, P1M2DT3.004S",
        "14, 0, 0, P14M",
        "0, 0, 0, PT0S",
        "0, 0, 60000, PT60S",
        "-1, 0, 0, P4294967295M"
    })
    void a_duration_is_said_in_its_three_parts(int months, int days, int millis, String words) throws IOException {
        String type = "{\"type\":\"fixed\",\"name\":\"D\",\"size\":12,\"logicalType\":\"duration\"}";
        Schema fixed = new Schema.Parser().parse(type);
        byte[] bytes = ByteBuffer.allocate(12)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(months)
                .putInt(days)
                .putInt(millis)
                .array();

        assertThat(read(recordOf(type), inRecord(type, new GenericData.Fixed(fixed, bytes))))
                .isEqualTo("{\"v\":\"" + words + "\"}");
    }

    @Test
    void a_uuid_of_sixteen_bytes_is_its_text() throws IOException {
        String type = "{\"type\":\"fixed\",\"name\":\"U\",\"size\":16,\"logicalType\":\"uuid\"}";
        Schema fixed = new Schema.Parser().parse(type);
        UUID uuid = UUID.randomUUID();
        GenericData.Fixed bytes =
                (GenericData.Fixed) new Conversions.UUIDConversion().toFixed(uuid, fixed, fixed.getLogicalType());

        assertThat(read(recordOf(type), inRecord(type, bytes))).isEqualTo("{\"v\":\"" + uuid + "\"}");
    }

    @Test
    void a_meaning_that_the_bytes_cannot_have_leaves_them() throws IOException {
        String decimal = "{\"type\":\"bytes\",\"logicalType\":\"big-decimal\"}";
        String uuid = "{\"type\":\"fixed\",\"name\":\"U\",\"size\":3,\"logicalType\":\"uuid\"}";
        Schema fixed = new Schema.Parser().parse(uuid);

        assertThat(read(recordOf(decimal), inRecord(decimal, ByteBuffer.wrap(new byte[] {9, 1}))))
                .isEqualTo("{\"v\":\"CQE=\"}");
        assertThat(read(recordOf(uuid), inRecord(uuid, new GenericData.Fixed(fixed, new byte[] {1, 2, 3}))))
                .isEqualTo("{\"v\":\"AQID\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "value.v>2023-11-14, MATCH",
        "value.v>=2023-11-14T22:13:20.123Z, MATCH",
        "value.v>2023-11-14T22:13:20.123Z, NO_MATCH",
        "value.v<2023-11-14T22:14, MATCH",
        "value.v:22:13, MATCH",
        "value.v=1700000000123, NO_MATCH",
    })
    void a_filter_asks_about_the_meaning(String filter, Verdict verdict) throws IOException {
        String schema = "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}";
        byte[] payload = framed(1, inRecord(schema, 1_700_000_000_123L));
        FilterLanguage language =
                new FilterLanguage(FilterContext.ofTopic(Clock.systemUTC(), reader(recordOf(schema))));

        assertThat(((FilterResult.Compiled) language.compile(filter)).filter().test(Readings.recordOf(payload)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "value.at=10:30:00.123, MATCH",
        "value.at>10:30:00, MATCH",
        "value.day>=2023-11-14, MATCH",
        "value.day<2023-11-14, NO_MATCH",
        "value.price>123.4, MATCH",
        "value.price=123.456, MATCH",
        "value.price>=124, NO_MATCH",
        "value.id=01234567-89ab-cdef-0123-456789abcdef, MATCH",
        "value.id:89ab, MATCH",
        "value.id:ASNFZ, NO_MATCH",
        "value.took=P1M2DT3.004S, MATCH",
        "value.took:P1M, MATCH",
        "value.maybe>=2023-11-14T22:13:20.123456, MATCH",
        "value.list[*]=2023-11-15, MATCH",
        "value.list[*]=2023-11-16, NO_MATCH",
        "2023-11-15, MATCH",
    })
    void a_filter_asks_about_the_meaning_of_fields_of_every_kind(String filter, Verdict verdict) throws IOException {
        String text = """
                {"type":"record","name":"All","fields":[
                  {"name":"at","type":{"type":"int","logicalType":"time-millis"}},
                  {"name":"day","type":{"type":"int","logicalType":"date"}},
                  {"name":"price","type":{"type":"bytes","logicalType":"big-decimal"}},
                  {"name":"id","type":{"type":"fixed","name":"U","size":16,"logicalType":"uuid"}},
                  {"name":"took","type":{"type":"fixed","name":"D","size":12,"logicalType":"duration"}},
                  {"name":"maybe","type":["null",{"type":"long","logicalType":"timestamp-micros"}]},
                  {"name":"list","type":{"type":"array","items":{"type":"int","logicalType":"date"}}}]}
                """;
        Schema schema = new Schema.Parser().parse(text);
        GenericData.Record record = new GenericData.Record(schema);
        record.put("at", 37_800_123);
        record.put("day", 19_675);
        record.put("price", new Conversions.BigDecimalConversion().toBytes(new BigDecimal("123.456"), null, null));
        record.put(
                "id",
                new GenericData.Fixed(
                        schema.getField("id").schema(), HexFormat.of().parseHex("0123456789abcdef0123456789abcdef")));
        record.put(
                "took",
                new GenericData.Fixed(
                        schema.getField("took").schema(), HexFormat.of().parseHex("0100000002000000bc0b0000")));
        record.put("maybe", 1_700_000_000_123_456L);
        record.put("list", List.of(19_675, 19_676));
        FilterLanguage language = new FilterLanguage(FilterContext.ofTopic(Clock.systemUTC(), reader(text)));

        assertThat(((FilterResult.Compiled) language.compile(filter))
                        .filter()
                        .test(Readings.recordOf(framed(1, encoded(schema, record)))))
                .isEqualTo(verdict);
    }

    @Test
    void a_value_of_no_bytes_is_one() {
        String nothing = "{\"type\":\"record\",\"name\":\"Nothing\",\"fields\":[]}";

        assertThat(read(nothing, new byte[0])).isEqualTo("{}");
        assertThat(read("\"null\"", new byte[0])).isEqualTo("null");
        assertThat(read("{\"type\":\"fixed\",\"name\":\"F\",\"size\":0}", new byte[0]))
                .isEqualTo("\"\"");
    }

    @Test
    void a_filter_decides_about_a_value_of_no_bytes() {
        RecordReader reader = reader("{\"type\":\"record\",\"name\":\"Nothing\",\"fields\":[]}");
        FilterLanguage language = new FilterLanguage(FilterContext.ofTopic(Clock.systemUTC(), reader));
        ConsumedRecord record = Readings.recordOf(framed(1, new byte[0]));

        assertThat(((FilterResult.Compiled) language.compile("value.a=1"))
                        .filter()
                        .test(record))
                .isEqualTo(Verdict.NO_MATCH);
        assertThat(((FilterResult.Compiled) language.compile("value:{}"))
                        .filter()
                        .test(record))
                .isEqualTo(Verdict.MATCH);
    }

    @Test
    void lone_bytes_are_read_with_their_length_before_them_and_without() {
        assertThat(read("\"bytes\"", new byte[] {6, 1, 2, 3})).isEqualTo("\"AQID\"");
        assertThat(read("\"bytes\"", new byte[] {1, 2, 3})).isEqualTo("\"AQID\"");
        assertThat(read("\"bytes\"", new byte[] {8, 1, 2, 3})).isEqualTo("\"CAECAw==\"");
        assertThat(read("\"bytes\"", new byte[0])).isEqualTo("\"\"");
        assertThat(read(
                        "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":9,\"scale\":2}",
                        new byte[] {48, 57}))
                .isEqualTo("123.45");
    }
}
