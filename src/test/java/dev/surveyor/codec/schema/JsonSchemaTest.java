package dev.surveyor.codec.schema;

import static dev.surveyor.codec.schema.Schemas.framed;
import static dev.surveyor.codec.schema.Schemas.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
    void nothing_is_fetched_for_a_schema() {
        Reading reading = read("{\"$ref\":\"http://127.0.0.1:1/other.json\"}", "{}");
        Reading file = read("{\"$ref\":\"file:///etc/passwd\"}", "{}");

        assertThat(reading.aside().note()).startsWith("not checked, as schema 1 cannot be used: ");
        assertThat(file.aside().note()).startsWith("not checked, as schema 1 cannot be used: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"#\"}",
                "{\"$schema\":\"http://json-schema.org/draft-04/schema#\",\"definitions\":{\"a\":{\"$ref\":\"#/definitions/b\"},\"b\":{\"$ref\":\"#/definitions/a\"}},\"$ref\":\"#/definitions/a\"}",
                "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"$dynamicAnchor\":\"x\",\"$dynamicRef\":\"#x\"}",
                "{\"$schema\":\"https://json-schema.org/draft/2019-09/schema\",\"$recursiveAnchor\":true,\"$recursiveRef\":\"#\"}",
                "{\"allOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}",
            })
    void a_schema_that_refers_to_itself_ends(String schema) {
        Reading reading = read(schema, "{\"a\":1}");

        assertThat(reading.aside().note()).isNotNull();
        assertThat(reading.broken()).isFalse();
    }

    @Test
    void a_schema_that_doubles_its_work_at_each_step_ends() {
        StringBuilder doubling = new StringBuilder("{\"definitions\":{");
        for (int i = 0; i < 60; i++) {
            String next = "{\"$ref\":\"#/definitions/d" + (i + 1) + "\"}";
            doubling.append("\"d").append(i).append("\":{\"allOf\":[" + next + "," + next + "]},");
        }
        doubling.append("\"d60\":true},\"$ref\":\"#/definitions/d0\"}");

        assertThat(read(doubling.toString(), "1").aside().note())
                .isEqualTo("the check against schema 1 took too long and was ended");
    }

    @Test
    void an_expression_that_never_ends_is_ended() {
        String pattern = "{\"type\":\"string\",\"pattern\":\"^(.*a){30}$\"}";

        assertThat(read(pattern, "\"" + "a".repeat(60) + "!\"").aside().note())
                .isEqualTo("the check against schema 1 took too long and was ended");
        assertThat(read("{\"pattern\":\"^a+$\"}", "\"aaa\"").problem()).isNull();
    }

    @Test
    void an_expression_that_repeats_nothing_without_end_is_not_begun() {
        String pattern = "{\"type\":\"string\",\"pattern\":\"(?:){2000000000}b\"}";

        assertThat(read(pattern, "\"" + "a".repeat(1_000) + "\"").aside().note())
                .contains("expected fewer repetitions");
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

    @Test
    void numbers_of_absurd_size_are_no_trouble() {
        String schema = "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\",\"multipleOf\":3}}}";

        assertThat(Readings.textOf(read(schema, "{\"n\":1e999999999}"))).isEqualTo("{\"n\":1e999999999}");
        assertThat(read(schema, "{\"n\":" + "9".repeat(100_000) + "}").state()).isEqualTo(Reading.State.READ);
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
                .read(record, RecordPart.VALUE, 1000, dev.surveyor.codec.format.Input.Effort.FULL);

        assertThat(reading.decoder()).isEqualTo("Schema registry");
        assertThat(reading.problem()).contains("does not match");
    }
}
