package dev.surveyor.codec.schema;

import static dev.surveyor.codec.schema.Schemas.framed;
import static dev.surveyor.codec.schema.Schemas.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import dev.surveyor.codec.format.BoundedJsonWriter;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.UndecodableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class AvroSchemaTest {

    private static final String ORDER = """
            {"type":"record","name":"Order","namespace":"shop","fields":[
              {"name":"id","type":"long"},
              {"name":"price","type":{"type":"bytes","logicalType":"decimal","precision":20,"scale":2}},
              {"name":"note","type":["null","string"]},
              {"name":"status","type":{"type":"enum","name":"Status","symbols":["NEW","PAID"]}},
              {"name":"tags","type":{"type":"array","items":"string"}},
              {"name":"extra","type":{"type":"map","values":"double"}},
              {"name":"hash","type":{"type":"fixed","name":"Hash","size":3}},
              {"name":"parent","type":["null","Order"],"default":null}]}
            """;

    private static final String LIST = """
            {"type":"record","name":"Node","fields":[{"name":"next","type":["null","Node"]}]}
            """;

    private static byte[] encoded(Schema schema, Object datum) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<>(schema).write(datum, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static GenericData.Record order(Schema schema, long id) {
        GenericData.Record order = new GenericData.Record(schema);
        order.put("id", id);
        Schema price = schema.getField("price").schema();
        order.put(
                "price",
                new Conversions.DecimalConversion()
                        .toBytes(new BigDecimal("123456789012345.67"), price, price.getLogicalType()));
        order.put("status", new GenericData.EnumSymbol(schema.getField("status").schema(), "PAID"));
        order.put("tags", List.of("a", "b"));
        order.put("extra", Map.of("x", 1.5));
        order.put("hash", new GenericData.Fixed(schema.getField("hash").schema(), new byte[] {1, 2, 3}));
        return order;
    }

    @Test
    void what_avro_writes_is_read_with_exact_numbers() throws IOException {
        Schema schema = new Schema.Parser().parse(ORDER);
        GenericData.Record order = order(schema, Long.MAX_VALUE);
        order.put("note", "paid \"cash\"");
        order.put("parent", order(schema, -1));
        Schemas schemas = new Schemas().with(42, text(SchemaFormat.AVRO, ORDER));
        Reading reading = Readings.as("Schema registry", framed(42, encoded(schema, order)), schemas);

        String rest = "\"status\":\"PAID\",\"tags\":[\"a\",\"b\"],\"extra\":{\"x\":1.5},\"hash\":\"AQID\",\"parent\":";
        assertThat(Readings.textOf(reading))
                .isEqualTo("{\"id\":9223372036854775807,\"price\":123456789012345.67,\"note\":\"paid \\\"cash\\\"\","
                        + rest + "{\"id\":-1,\"price\":123456789012345.67,\"note\":null," + rest + "null}}");
        assertThat(reading.detail()).isEqualTo("Avro · schema 1");
    }

    @Test
    void a_schema_may_use_the_types_of_others() throws IOException {
        String address =
                "{\"type\":\"record\",\"name\":\"Address\",\"namespace\":\"shop\",\"fields\":[{\"name\":\"zip\",\"type\":\"int\"}]}";
        String main = "{\"type\":\"record\",\"name\":\"Man\",\"fields\":[{\"name\":\"at\",\"type\":\"shop.Address\"}]}";
        Schemas schemas = new Schemas().with(1, text(SchemaFormat.AVRO, main, "shop.Address", address));

        assertThat(Readings.textOf(Readings.as("Schema registry", framed(1, new byte[] {14}), schemas)))
                .isEqualTo("{\"at\":{\"zip\":7}}");
    }

    @Test
    void bytes_that_are_not_of_the_schema_say_why() throws IOException {
        Schemas schemas = new Schemas().with(1, text(SchemaFormat.AVRO, "\"string\""));

        assertThat(Readings.as("Schema registry", framed(1, new byte[] {2, 'a', 'b'}), schemas)
                        .problem())
                .isEqualTo("not Avro of schema 1: 1 bytes are left over after the value");
        assertThat(Readings.as("Schema registry", framed(1, new byte[] {(byte) 0xc8, 1, 'a'}), schemas)
                        .problem())
                .contains("claims 100 bytes @2 where 1 are left");
        assertThat(Readings.as("Schema registry", framed(9, new byte[] {2, 'a'}), schemas)
                        .problem())
                .isEqualTo("the registry has no schema 9");
    }

    @Test
    void a_schema_of_itself_is_read_as_deep_as_anything_is() {
        Schemas schemas = new Schemas().with(1, text(SchemaFormat.AVRO, LIST));
        byte[] deep = new byte[BoundedJsonWriter.MAX_DEPTH + 1];
        Arrays.fill(deep, 0, BoundedJsonWriter.MAX_DEPTH, (byte) 2);

        assertThat(Readings.as("Schema registry", framed(1, deep), schemas).problem())
                .contains("nested deeper than " + BoundedJsonWriter.MAX_DEPTH);
        deep[BoundedJsonWriter.MAX_DEPTH - 1] = 0;
        assertThat(Readings.as("Schema registry", framed(1, Arrays.copyOf(deep, BoundedJsonWriter.MAX_DEPTH)), schemas)
                        .problem())
                .isNull();
    }

    @Test
    void a_list_of_nothing_is_cut_at_the_limit() {
        AvroSchema schema = AvroSchema.of(text(SchemaFormat.AVRO, "{\"type\":\"array\",\"items\":\"null\"}"));
        byte[] hundred = {(byte) 0xc8, 1, 0};

        assertThat(schema.decodeWhole(Input.of(Slice.of(hundred), 100)))
                .isInstanceOfSatisfying(Decoded.Read.class, read -> {
                    assertThat(read.complete()).isFalse();
                    assertThat(read.text().length()).isBetween(100, 120);
                });
        assertThat(schema.decodeWhole(Input.of(Slice.of(hundred), 1_000)))
                .isInstanceOfSatisfying(
                        Decoded.Read.class, read -> assertThat(read.complete()).isTrue());
    }

    @Test
    void a_schema_that_is_none_says_why() {
        assertThatThrownBy(() -> SchemaCompiler.compile(text(SchemaFormat.AVRO, "{\"type\":\"recrd\"}")))
                .hasMessageContaining("schema 1 is no valid Avro: ");
        assertThatThrownBy(() -> SchemaCompiler.compile(text(SchemaFormat.AVRO, "\"int\""), () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("schema 1 is nested too deeply");
    }
}
