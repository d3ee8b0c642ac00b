package dev.surveyor.codec.schema;

import static dev.surveyor.codec.schema.Schemas.framed;
import static dev.surveyor.codec.schema.Schemas.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import dev.surveyor.codec.format.Decoded;
import dev.surveyor.codec.format.Input;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaTest {

    private static final String ORDER = """
            {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","required":["id"],
             "properties":{"id":{"type":"integer"},"at":{"$ref":"address.json"}}}
            """;
    private static final String ADDRESS = "{\"type\":\"object\",\"properties\":{\"zip\":{\"type\":\"string\"}}}";

    private static Reading read(String schema, String json, String... references) {
        Schemas schemas = new Schemas().with(3, text(SchemaFormat.JSON, schema, references));
        return Readings.as("Schema registry", framed(3, json.getBytes(UTF_8)), schemas);
    }

    @Test
    void a_document_is_shown_and_checked() {
        Reading good = read(ORDER, "{\"id\":12345678901234567890,\"at\":{\"zip\":\"1\"}}", "address.json", ADDRESS);
        Reading bad = read(ORDER, "{\"id\":\"1\",\"at\":{\"zip\":1}}", "address.json", ADDRESS);

        assertThat(good.problem()).isNull();
        assertThat(Readings.textOf(good)).isEqualTo("{\"id\":12345678901234567890,\"at\":{\"zip\":\"1\"}}");
        assertThat(bad.problem()).startsWith("does not match schema 1: ").endsWith(", and 1 more");
        assertThat(bad.state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void nothing_is_fetched_for_a_schema(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"type\":\"string\"}");
        Reading file = read("{\"$ref\":\"" + other.toUri() + "\"}", "{}");

        assertThat(file.problem()).isNull();
        assertThat(file.aside().note()).startsWith("not checked, as schema 1 cannot be used: ");
    }

    private static @Nullable String noteOf(String schema, String json, int steps, int deepest) {
        SchemaText text = text(SchemaFormat.JSON, schema);
        Decoded decoded = JsonSchema.of(text, new StepBudget(steps, deepest))
                .decodeWhole(Input.of(Slice.of(json.getBytes(UTF_8)), 10_000));
        return ((Decoded.Read) decoded).aside().note();
    }

    private static String nested(int levels) {
        return "{\"next\":".repeat(levels) + "{}" + "}".repeat(levels);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"properties\":{\"next\":{\"$ref\":\"#\"}}}",
                "{\"$schema\":\"http://json-schema.org/draft-04/schema#\",\"definitions\":{\"a\":{\"properties\":"
                        + "{\"next\":{\"$ref\":\"#/definitions/a\"}}}},\"properties\":{\"next\":{\"$ref\":\"#/definitions/a\"}}}",
                "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$dynamicAnchor\":\"x\","
                        + "\"properties\":{\"next\":{\"$dynamicRef\":\"#x\"}}}",
                "{\"$schema\":\"https://json-schema.org/draft/2019-09/schema\",\"$recursiveAnchor\":true,"
                        + "\"properties\":{\"next\":{\"$recursiveRef\":\"#\"}}}",
            })
    void references_are_followed_to_a_depth_and_no_deeper(String schema) {
        assertThat(noteOf(schema, nested(5), 10_000, 5)).isNull();
        assertThat(noteOf(schema, nested(6), 10_000, 5))
                .isEqualTo("schema 1 refers to itself without end, or the value is nested too deeply to be checked");
        assertThat(noteOf(schema, nested(6), 10_000, 6)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://json-schema.org/draft-04/schema#",
                "http://json-schema.org/draft-06/schema#",
                "http://json-schema.org/draft-07/schema#",
                "https://json-schema.org/draft/2019-09/schema",
                "https://json-schema.org/draft/2020-12/schema",
            })
    void a_check_that_follows_more_references_than_it_may_is_ended(String draft) {
        StringBuilder doubling = new StringBuilder("{\"$schema\":\"" + draft + "\",\"definitions\":{");
        for (int i = 0; i < 3; i++) {
            String next = "{\"$ref\":\"#/definitions/d" + (i + 1) + "\"}";
            doubling.append("\"d").append(i).append("\":{\"allOf\":[" + next + "," + next + "]},");
        }
        doubling.append("\"d3\":{}},\"allOf\":[{\"$ref\":\"#/definitions/d0\"}]}");

        assertThat(noteOf(doubling.toString(), "1", 300, 10))
                .isEqualTo("the check against schema 1 took too long and was ended");
        assertThat(noteOf(doubling.toString(), "1", 3_000, 10)).isNull();
    }

    @Test
    void an_expression_that_looks_at_its_text_too_often_is_ended() {
        String pattern = "{\"type\":\"string\",\"pattern\":\"^a.*b.*c$\"}";

        assertThat(noteOf(pattern, "\"abcabcabc\"", 5, 5))
                .isEqualTo("the check against schema 1 took too long and was ended");
        assertThat(noteOf(pattern, "\"abcabcabc\"", 500, 5)).isNull();
    }

    @Test
    void an_expression_that_repeats_nothing_too_often_is_not_begun() {
        String pattern = "{\"type\":\"string\",\"pattern\":\"(?:){1001}b\"}";

        assertThat(read(pattern, "\"b\"").aside().note()).contains("expected fewer repetitions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"$schema\":\"https://example.com/our-own-dialect\",\"type\":\"object\"} | our-own-dialect",
                "{\"type\":\"object\",\"properties\":{\"a\":{\"pattern\":\"^(?<n>\\\\p{Nope})$\"}}} | Nope",
                "{\"type\":\"object\" | JSON",
                "[1] | an object or a boolean",
            })
    void a_schema_that_cannot_be_used_leaves_the_document_and_says_why(String schema, String why) {
        Reading reading = read(schema, "{\"a\":\"b\"}");

        assertThat(reading.state()).isEqualTo(Reading.State.READ);
        assertThat(Readings.textOf(reading)).isEqualTo("{\"a\":\"b\"}");
        assertThat(reading.broken()).isFalse();
        assertThat(reading.aside().note())
                .startsWith("not checked, as schema 1 cannot be used: ")
                .contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order.json", "/schemas/order.json", "schemas/order", "urn:order", "#order"})
    void a_schema_with_a_name_of_any_kind_is_checked(String id) {
        String schema = "{\"$id\":\"" + id + "\",\"properties\":{\"a\":{\"$ref\":\"#/definitions/n\"}},"
                + "\"definitions\":{\"n\":{\"type\":\"integer\"}}}";

        assertThat(read(schema, "{\"a\":1}").aside().note()).isNull();
        assertThat(read(schema, "{\"a\":1}").problem()).isNull();
        assertThat(read(schema, "{\"a\":\"x\"}").problem()).startsWith("does not match schema 1: ");
    }

    @Test
    void a_schema_with_a_relative_name_finds_what_it_refers_to() {
        String schema = "{\"$id\":\"shop/order.json\",\"properties\":{\"at\":{\"$ref\":\"address.json\"}}}";
        Reading reading = read(schema, "{\"at\":{\"zip\":1}}", "address.json", ADDRESS);

        assertThat(reading.problem()).startsWith("does not match schema 1: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "address.json",
                "shop address.json",
                "größe/address",
                "urn:shop:address",
                "https://example.com/address.json",
                "com.shop.Address",
            })
    void a_reference_of_any_name_is_found(String name) {
        String schema = "{\"properties\":{\"at\":{\"$ref\":\"" + name + "\"}}}";
        Reading good = read(schema, "{\"at\":{\"zip\":\"1\"}}", name, ADDRESS);
        Reading bad = read(schema, "{\"at\":{\"zip\":1}}", name, ADDRESS);

        assertThat(good.aside().note()).isNull();
        assertThat(bad.problem()).startsWith("does not match schema 1: ");
    }

    @Test
    void numbers_that_no_check_takes_are_shown_as_they_are() {
        String schema = "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\",\"multipleOf\":3}}}";
        String digits = "{\"n\":" + "9".repeat(1_001) + "}";

        assertThat(Readings.textOf(read(schema, "{\"n\":1e400}"))).isEqualTo("{\"n\":1e400}");
        assertThat(Readings.textOf(read(schema, digits))).isEqualTo(digits);
        assertThat(read(schema, digits).aside().note()).startsWith("not checked, as ");
    }

    @Test
    void the_guid_in_a_header_names_the_schema_of_a_payload_without_prefix() {
        UUID guid = UUID.randomUUID();
        byte[] header = ByteBuffer.allocate(17)
                .put((byte) 1)
                .putLong(guid.getMostSignificantBits())
                .putLong(guid.getLeastSignificantBits())
                .array();
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("orders", 0), 1)
                .value("{\"id\":\"x\"}".getBytes(UTF_8))
                .header("__value_schema_id".getBytes(UTF_8), header)
                .build();
        Schemas schemas =
                new Schemas().with(new SchemaKey.Guid(guid), text(SchemaFormat.JSON, ORDER, "address.json", ADDRESS));
        Reading reading = new dev.surveyor.codec.detect.DetectingReader(
                        new dev.surveyor.codec.detect.Decoders(schemas, java.util.List.of()),
                        dev.surveyor.codec.detect.DecoderChoices.NONE)
                .read(record, RecordPart.VALUE, 1000, Input.Effort.FULL);

        assertThat(reading.decoder()).isEqualTo("Schema registry");
        assertThat(reading.problem()).contains("does not match");
    }
}
