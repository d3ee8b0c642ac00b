package dev.surveyor.codec.schema;

import static dev.surveyor.codec.schema.Schemas.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.DecoderChoices;
import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.codec.detect.DetectingReader;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.View;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Payloads as Apicurio's serializers 2.6.5 wrote them ({@code ProtobufKafkaSerializer}, {@code AvroKafkaSerializer} with
 * {@code DefaultIdHandler} or {@code Legacy4ByteIdHandler}, and {@code DefaultHeadersHandler}); those of 3.0 have the
 * same layouts, the four bytes by default.
 */
class ApicurioPayloadsTest {

    private static final String SHOP =
            "syntax=\"proto3\"; package shop; message Ignored {} message Order { int64 id = 1; message Line { string sku = 1; } }";
    private static final String ORDER =
            "{\"type\":\"record\",\"name\":\"Order\",\"namespace\":\"shop\",\"fields\":[{\"name\":\"id\",\"type\":\"long\"},"
                    + "{\"name\":\"note\",\"type\":[\"null\",\"string\"]},{\"name\":\"at\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}}]}";
    private static final String ORDER_READ = "{\"id\":7,\"note\":\"hi\",\"at\":\"2023-11-14T22:13:20.123Z\"}";
    private static final String ORDER_JSON = "{\"id\":7,\"note\":{\"string\":\"hi\"},\"at\":1700000000123}";

    private final SchemaText proto = text(SchemaFormat.PROTOBUF, SHOP);
    private final SchemaText avro = text(SchemaFormat.AVRO, ORDER);

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static byte[] id(long id) {
        return ByteBuffer.allocate(Long.BYTES).putLong(id).array();
    }

    private static Schemas having(SchemaKey key, SchemaText schema, String subject) {
        return new Schemas().with(key, new SchemaSource.Lookup.Found(SchemaCompiler.compile(schema), List.of(subject)));
    }

    private static Reading read(Schemas schemas, ConsumedRecord record, RecordPart part, View view) {
        return new DetectingReader(new Decoders(schemas, List.of()), DecoderChoices.NONE)
                .read(record, part, 10_000, Input.Effort.FULL, view);
    }

    private static String read(Schemas schemas, byte[] value) {
        ConsumedRecord record =
                ConsumedRecord.at(new PartitionId("shop", 0), 1).value(value).build();
        return Readings.textOf(read(schemas, record, RecordPart.VALUE, View.MEANING));
    }

    private static ConsumedRecord withHeaders(byte[] value, Object... namesAndValues) {
        var record = ConsumedRecord.at(new PartitionId("shop", 0), 1).value(value);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object header = namesAndValues[i + 1];
            record.header(
                    ((String) namesAndValues[i]).getBytes(UTF_8),
                    header instanceof String words ? words.getBytes(UTF_8) : (byte[]) header);
        }
        return record.build();
    }

    @Test
    void protobuf_with_the_name_of_its_message_is_read() {
        Schemas four = having(new SchemaKey.Id(1), proto, "shop-value");
        Schemas eightGlobal = having(new SchemaKey.GlobalId(1), proto, "shop-value");
        Schemas eightContent = having(new SchemaKey.ContentId(1), proto, "shop-value");

        assertThat(read(four, hex("00 00000001 07 0a05 4f72646572 082a"))).isEqualTo("{\"id\":42}");
        assertThat(read(eightGlobal, hex("00 0000000000000001 07 0a05 4f72646572 082a")))
                .isEqualTo("{\"id\":42}");
        assertThat(read(eightContent, hex("00 0000000000000001 07 0a05 4f72646572 082a")))
                .isEqualTo("{\"id\":42}");
        assertThat(read(four, hex("00 00000001 06 0a04 4c696e65 0a0178"))).isEqualTo("{\"sku\":\"x\"}");
        assertThat(read(four, hex("00 00000001 07 0a05 4f72646572"))).isEqualTo("{}");
    }

    @Test
    void indexes_of_confluent_are_read_beside_it() {
        Schemas schemas = having(new SchemaKey.Id(1), proto, "shop-value");

        assertThat(read(schemas, hex("00 00000001 02 02 082a"))).isEqualTo("{\"id\":42}");
        assertThat(read(schemas, hex("00 00000001 00"))).isEqualTo("{}");
    }

    @Test
    void protobuf_of_which_the_headers_tell_is_read() {
        Schemas schemas = having(new SchemaKey.ContentId(1), proto, "shop-value");
        ConsumedRecord record =
                withHeaders(hex("082a"), "apicurio.value.contentId", id(1), "apicurio.protobuf.type", "Order");
        ConsumedRecord first = withHeaders(hex(""), "apicurio.value.contentId", id(1));
        ConsumedRecord gone =
                withHeaders(hex("082a"), "apicurio.value.contentId", id(1), "apicurio.protobuf.type", "Nope");

        assertThat(Readings.textOf(read(schemas, record, RecordPart.VALUE, View.MEANING)))
                .isEqualTo("{\"id\":42}");
        assertThat(read(schemas, first, RecordPart.VALUE, View.MEANING).detail())
                .contains("shop.Ignored");
        assertThat(read(schemas, gone, RecordPart.VALUE, View.MEANING).problem())
                .isEqualTo("not Protobuf of schema 1: it has no message Nope");
    }

    @Test
    void avro_in_binary_is_read_by_either_id() {
        byte[] payload = hex("0e 02 04 6869 f6a1abfef962");
        ConsumedRecord content =
                withHeaders(payload, "apicurio.value.contentId", id(3), "apicurio.value.encoding", "BINARY");
        ConsumedRecord global = withHeaders(payload, "apicurio.value.globalId", id(2));

        assertThat(Readings.textOf(
                        read(having(new SchemaKey.ContentId(3), avro, "x"), content, RecordPart.VALUE, View.MEANING)))
                .isEqualTo(ORDER_READ);
        assertThat(Readings.textOf(
                        read(having(new SchemaKey.GlobalId(2), avro, "x"), global, RecordPart.VALUE, View.MEANING)))
                .isEqualTo(ORDER_READ);
        assertThat(read(having(new SchemaKey.Id(3), avro, "shop-value"), hex("00 00000003 0e 02 04 6869 f6a1abfef962")))
                .isEqualTo(ORDER_READ);
        assertThat(read(
                        having(new SchemaKey.GlobalId(2), avro, "shop-value"),
                        hex("00 0000000000000002 0e 02 04 6869 f6a1abfef962")))
                .isEqualTo(ORDER_READ);
    }

    @Test
    void avro_in_json_is_read_as_the_same_value() {
        byte[] json = ORDER_JSON.getBytes(UTF_8);
        ConsumedRecord key = ConsumedRecord.at(new PartitionId("shop", 0), 1)
                .key(json)
                .header("apicurio.key.contentId".getBytes(UTF_8), id(3))
                .header("apicurio.key.encoding".getBytes(UTF_8), "JSON".getBytes(UTF_8))
                .build();
        Schemas schemas = having(new SchemaKey.ContentId(3), avro, "x");

        assertThat(Readings.textOf(read(schemas, key, RecordPart.KEY, View.MEANING)))
                .isEqualTo(ORDER_READ);
        assertThat(Readings.textOf(read(schemas, key, RecordPart.KEY, View.STORED)))
                .isEqualTo(ORDER_JSON);
        assertThat(read(having(new SchemaKey.Id(3), avro, "shop-value"), Schemas.framed(3, json)))
                .isEqualTo(ORDER_READ);
    }

    @Test
    void json_that_is_not_of_its_avro_schema_is_shown_as_it_is() {
        ConsumedRecord record = withHeaders("{\"id\":\"x\"}".getBytes(UTF_8), "apicurio.value.contentId", id(3));
        Reading reading = read(having(new SchemaKey.ContentId(3), avro, "x"), record, RecordPart.VALUE, View.MEANING);

        assertThat(Readings.textOf(reading)).isEqualTo("{\"id\":\"x\"}");
        assertThat(reading.aside().note()).startsWith("JSON, but not as the schema has it");
        assertThat(reading.broken()).isFalse();
    }

    @Test
    void a_lone_string_in_json_is_read_where_a_header_says_that_it_is_json() {
        byte[] json = "\"aaaaaaaaaaaaaaaa\"".getBytes(UTF_8);
        ConsumedRecord record = withHeaders(json, "apicurio.value.contentId", id(3), "apicurio.value.encoding", "JSON");
        Schemas schemas = having(new SchemaKey.ContentId(3), text(SchemaFormat.AVRO, "\"string\""), "x");

        assertThat(Readings.textOf(read(schemas, record, RecordPart.VALUE, View.MEANING)))
                .isEqualTo("aaaaaaaaaaaaaaaa");
    }

    @Test
    void json_whose_schema_is_not_there_stays_json() {
        ConsumedRecord record = withHeaders("{\"a\":1}".getBytes(UTF_8), "apicurio.value.globalId", id(9));
        Reading reading = read(new Schemas(), record, RecordPart.VALUE, View.MEANING);

        assertThat(Readings.textOf(reading)).isEqualTo("{\"a\":1}");
        assertThat(reading.problem()).contains("the registry has no schema with the global id 9");
    }

    @Test
    void headers_of_others_name_no_schema() {
        ConsumedRecord record = withHeaders(
                "{\"a\":1}".getBytes(UTF_8),
                "apicurio.value.contentId",
                "text",
                "apicurio.key.contentId",
                id(1),
                "apicurio.value.artifactId",
                "orders");

        assertThat(read(new Schemas(), record, RecordPart.VALUE, View.MEANING).decoder())
                .isEqualTo("JSON");
    }
}
