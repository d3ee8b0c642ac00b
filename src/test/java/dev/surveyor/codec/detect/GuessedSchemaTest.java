package dev.surveyor.codec.detect;

import static dev.surveyor.codec.schema.Schemas.framed;
import static dev.surveyor.codec.schema.Schemas.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.View;
import dev.surveyor.codec.schema.SchemaFormat;
import dev.surveyor.codec.schema.SchemaKey;
import dev.surveyor.codec.schema.SchemaSource;
import dev.surveyor.codec.schema.Schemas;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and values that only begin as if they named a schema. */
class GuessedSchemaTest {

    private static final String ORDER =
            "{\"type\":\"record\",\"name\":\"Order\",\"namespace\":\"shop\",\"fields\":[{\"name\":\"id\",\"type\":\"long\"}]}";

    private final Schemas schemas = new Schemas();
    private final AtomicInteger changes = new AtomicInteger();
    private final DetectingReader reader =
            new DetectingReader(new Decoders(schemas, List.of(), changes::incrementAndGet), DecoderChoices.NONE);
    private long offset;

    private Reading read(String topic, RecordPart part, byte[] bytes, View view) {
        return reader.read(record(topic, part, bytes), part, 10_000, Input.Effort.TEXT, view);
    }

    private Reading read(String topic, byte[] bytes) {
        return read(topic, RecordPart.VALUE, bytes, View.MEANING);
    }

    private Reading key(byte[] bytes) {
        return read("counts", RecordPart.KEY, bytes, View.MEANING);
    }

    private ConsumedRecord record(String topic, RecordPart part, byte[] bytes) {
        var record = ConsumedRecord.at(new PartitionId(topic, 0), offset++);
        return (part == RecordPart.KEY ? record.key(bytes) : record.value(bytes)).build();
    }

    private static byte[] longKey(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    @ParameterizedTest
    @CsvSource({
        "orders-value, orders",
        ":.eu:orders-value, orders",
        "shop:orders-value, orders",
        "shop.Order, anything",
        "Order, anything",
        "orders-shop.Order, orders",
        "orders, orders",
        "orders-value, eu.orders",
        "orders-value, orders-retry-0",
        "orders-value, dlq_orders",
    })
    void a_schema_with_the_subject_of_the_topic_is_read(String subject, String topic) {
        schemas.with(7, text(SchemaFormat.AVRO, ORDER), "other-value", subject);

        assertThat(Readings.textOf(read(topic, framed(7, new byte[] {14})))).isEqualTo("{\"id\":7}");
    }

    @ParameterizedTest
    @CsvSource({
        "orders-key, orders",
        "orders-value, counts",
        "orders-value, reorders",
        "orders-eu-value, orders",
        "orders-shop.Item, orders",
        "o-value, eu.o",
    })
    void a_schema_of_another_topic_is_not_and_that_is_no_error(String subject, String topic) {
        schemas.with(7, text(SchemaFormat.AVRO, ORDER), subject);
        byte[] bytes = framed(7, new byte[] {14});
        Reading reading = read(topic, bytes);

        assertThat(reading.state()).isEqualTo(Reading.State.RAW);
        assertThat(reading.broken()).isFalse();
        assertThat(reading.aside().note())
                .isEqualTo("begins as if it named schema 1, which belongs to " + subject
                        + " and not to the values of this topic");
        assertThat(reader.preview(record(topic, RecordPart.VALUE, bytes), RecordPart.VALUE, 60))
                .isEqualTo(new Preview(Preview.Kind.BINARY, "00 00 00 00 07 0E", "schema 1?"));
    }

    @Test
    void the_guess_is_one_view_away() {
        schemas.with(7, text(SchemaFormat.AVRO, ORDER), "orders-value");
        byte[] bytes = framed(7, new byte[] {14});

        assertThat(read("counts", bytes).aside().views()).containsExactly(View.GUESS);
        Reading guess = read("counts", RecordPart.VALUE, bytes, View.GUESS);
        assertThat(Readings.textOf(guess)).isEqualTo("{\"id\":7}");
        assertThat(guess.aside().views()).containsExactly(View.GUESS);
        assertThat(guess.aside().note()).endsWith("not to the values of this topic: this is a guess");
    }

    @Test
    void neighbours_that_are_all_read_by_it_speak_for_a_schema() {
        schemas.with(7, text(SchemaFormat.AVRO, ORDER), "shared");
        byte[] bytes = framed(7, new byte[] {14});

        assertThat(read("counts", bytes).state()).isEqualTo(Reading.State.RAW);
        assertThat(read("counts", bytes).state()).isEqualTo(Reading.State.RAW);
        assertThat(Readings.textOf(read("counts", bytes))).isEqualTo("{\"id\":7}");
        assertThat(changes).hasValue(1);
        assertThat(read("counts", framed(7, new byte[] {14, 14})).broken())
                .as("one that is not, among them")
                .isTrue();
    }

    @Test
    void one_record_that_is_looked_at_often_is_no_crowd() {
        schemas.with(7, text(SchemaFormat.AVRO, ORDER), "shared");
        ConsumedRecord one = record("counts", RecordPart.VALUE, framed(7, new byte[] {14}));
        for (int i = 0; i < 10; i++) {
            assertThat(reader.read(one, RecordPart.VALUE, 100, Input.Effort.TEXT)
                            .state())
                    .isEqualTo(Reading.State.RAW);
        }
    }

    @Test
    void neighbours_of_which_many_are_not_read_by_it_do_not_speak_for_a_schema() {
        schemas.with(7, text(SchemaFormat.AVRO, ORDER), "shared");
        for (int i = 0; i < 40; i++) {
            byte[] body = i % 4 == 0 ? new byte[] {14} : new byte[] {14, 14};
            assertThat(read("counts", framed(7, body)).state()).isEqualTo(Reading.State.RAW);
        }
    }

    @Test
    void a_value_that_names_a_schema_which_it_does_not_fit_is_plain_bytes_with_the_reason() {
        schemas.with(7, text(SchemaFormat.AVRO, ORDER), "orders-value");
        Reading reading = read("counts", framed(7, new byte[] {1, 2, 3, 4}));

        assertThat(reading.state()).isEqualTo(Reading.State.RAW);
        assertThat(reading.broken()).isFalse();
        assertThat(reading.aside().note())
                .isEqualTo(
                        "begins as if it named schema 1, but is not Avro of schema 1: 3 bytes are left over after the"
                                + " value");
    }

    @Test
    void a_value_of_the_topic_s_own_schema_that_it_does_not_fit_is_an_error() {
        schemas.with(7, text(SchemaFormat.AVRO, ORDER), "orders-value");
        byte[] bytes = framed(7, new byte[] {1, 2, 3, 4});

        assertThat(read("orders", bytes).broken()).isTrue();
        assertThat(reader.preview(record("orders", RecordPart.VALUE, bytes), RecordPart.VALUE, 60))
                .isEqualTo(new Preview(Preview.Kind.ERROR, "00 00 00 00 07 01 02 03 04", "not schema 1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 258, 16_777_215})
    void an_unknown_id_is_plain_bytes_with_the_reason(int id) {
        byte[] bytes = framed(id, new byte[] {1, 2, 3});
        Reading reading = read("counts", bytes);

        assertThat(reading.state()).isEqualTo(Reading.State.RAW);
        assertThat(reading.broken()).isFalse();
        assertThat(reading.aside().note())
                .isEqualTo("begins as what a registry's serializer writes, but the registry has no schema " + id);
        assertThat(reader.preview(record("counts", RecordPart.VALUE, bytes), RecordPart.VALUE, 60)
                        .problem())
                .isEqualTo("no schema " + id);
    }

    @Test
    void eight_byte_keys_are_numbers_where_no_schema_of_theirs_fits() {
        schemas.with(1, text(SchemaFormat.AVRO, ORDER), "orders-value");
        schemas.with(2, text(SchemaFormat.AVRO, "\"bytes\""), "blobs-value");
        schemas.with(3, text(SchemaFormat.PROTOBUF, "syntax=\"proto3\"; message M {}"), "m-value");
        for (long number = 0; number < 200_000_000L; number += 199_999L) {
            Reading reading = key(longKey(number));
            assertThat(Readings.textOf(reading)).isEqualTo(Long.toString(number));
            assertThat(reading.decoder()).isEqualTo("Int64");
            assertThat(reading.broken()).isFalse();
        }
    }

    @Test
    void the_schema_that_a_number_may_name_is_one_view_away() {
        schemas.with(1, text(SchemaFormat.AVRO, ORDER), "orders-value");
        byte[] bytes = longKey(0x01_80_80_01L);

        assertThat(Readings.textOf(key(bytes))).isEqualTo("25198593");
        assertThat(key(bytes).aside().views()).containsExactly(View.GUESS);
        assertThat(Readings.textOf(read("counts", RecordPart.KEY, bytes, View.GUESS)))
                .isEqualTo("{\"id\":8192}");
    }

    @Test
    void an_eight_byte_key_of_the_topic_s_own_schema_is_read_by_it() {
        schemas.with(1, text(SchemaFormat.AVRO, ORDER), "counts-key");

        assertThat(Readings.textOf(key(longKey(0x01_80_80_01L)))).isEqualTo("{\"id\":8192}");
    }

    @Test
    void a_topic_of_numbers_asks_for_a_handful_of_schemas_however_often_it_is_looked_at() {
        for (int round = 0; round < 20; round++) {
            offset = 0;
            for (int i = 0; i < 1_000; i++) {
                assertThat(Readings.textOf(key(longKey(i * 8_400_000L)))).isEqualTo(Long.toString(i * 8_400_000L));
            }
        }

        assertThat(schemas.missed()).hasSizeLessThan(10);
    }

    @Test
    void a_schema_that_many_name_is_asked_for_among_many_that_are_none() {
        for (int i = 0; i < 100; i++) {
            Reading unused = read("counts", framed(1_000 + i, new byte[] {14}));
        }
        schemas.with(7, text(SchemaFormat.AVRO, ORDER), "counts-value");
        for (int i = 0; i < 7; i++) {
            Reading unused = read("counts", framed(7, new byte[] {14}));
        }

        assertThat(Readings.textOf(read("counts", framed(7, new byte[] {14})))).isEqualTo("{\"id\":7}");
    }

    @Test
    void a_registry_that_does_not_tell_subjects_is_believed_where_all_is_read() {
        schemas.with(7, text(SchemaFormat.AVRO, ORDER));

        assertThat(Readings.textOf(read("counts", framed(7, new byte[] {14})))).isEqualTo("{\"id\":7}");
        assertThat(read("counts", framed(7, new byte[] {14, 14})).broken()).isFalse();
        assertThat(Readings.textOf(key(longKey(0x07_80_80_01L)))).isEqualTo("125861889");
    }

    @Test
    void json_behind_an_unknown_id_is_read_and_the_rest_named() {
        Reading reading = read("counts", framed(99, "{\"a\":1}".getBytes(UTF_8)));

        assertThat(Readings.textOf(reading)).isEqualTo("{\"a\":1}");
        assertThat(reading.detail()).isEqualTo("JSON behind the id of a schema");
        assertThat(reading.aside().note()).isEqualTo("the registry has no schema 99");
        assertThat(reading.broken()).isFalse();
        assertThat(Readings.textOf(Readings.detect(framed(99, "{\"a\":1}".getBytes(UTF_8)))))
                .as("without a registry")
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void json_whose_schema_is_on_its_way_is_shown_and_a_filter_waits_for_the_schema() {
        schemas.with(new SchemaKey.Id(7), new SchemaSource.Lookup.Waiting("schema 7 is being fetched"));
        ConsumedRecord record = record("counts", RecordPart.VALUE, framed(7, "{\"a\":1}".getBytes(UTF_8)));
        Reading shown = reader.read(record, RecordPart.VALUE, 10_000, Input.Effort.FULL);

        assertThat(Readings.textOf(shown)).isEqualTo("{\"a\":1}");
        assertThat(shown.aside().note()).isEqualTo("schema 7 is being fetched");
        assertThat(reader.preview(record, RecordPart.VALUE, 60).text()).isEqualTo("{\"a\":1}");
        assertThat(reader.read(record, RecordPart.VALUE, 10_000, Input.Effort.TEXT)
                        .state())
                .isEqualTo(Reading.State.WAITING);
    }

    @ParameterizedTest
    @CsvSource({
        "AVRO, '\"long\"', schema 1 is named; but nothing follows",
        "JSON, '{}', schema 1 is named; but nothing follows",
        "PROTOBUF, 'syntax=\"proto3\"; message M {}', schema 1 is named; but nothing follows",
    })
    void a_known_id_without_anything_behind_it_says_so(SchemaFormat format, String schema, String why) {
        schemas.with(7, text(format, schema), "counts-value");
        Reading reading = read("counts", framed(7, new byte[0]));

        assertThat(reading.problem()).isEqualTo(why.replace(';', ','));
    }
}
