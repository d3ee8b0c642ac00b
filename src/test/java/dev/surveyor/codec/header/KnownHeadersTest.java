package dev.surveyor.codec.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.Slice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values as spring-kafka 4.0, Kafka 4.4 and the serializers of registries write them. */
class KnownHeadersTest {

    private static HeaderReading read(String name, byte[] value) {
        return HeaderReading.of(Slice.of(value), KnownHeaders.of(name), false);
    }

    private static String textOf(HeaderReading reading) {
        return new String(reading.text().bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "kafka_dlt-original-offset, 000000000000bc52, 48210",
        "kafka_dlt-original-partition, 00000003, 3",
        "kafka_dlt-original-timestamp, 000001a22cbccb20, 1796046900000",
        "kafka_original-offset, 000000000000bc52, 48210",
        "kafka_original-partition, 00000003, 3",
        "kafka_original-timestamp, 000001a22cbccb20, 1796046900000",
        "x-original-offset, 000000000000bc52, 48210",
        "x-original-partition, 00000003, 3",
        "x-original-timestamp, 000001a22cbccb20, 1796046900000",
        "kafka_deliveryAttempt, 00000002, 2",
        "kafka_replyPartition, 00000001, 1",
        "retry_topic-attempts, 00000004, 4",
        "retry_topic-attempts, 04, 4",
        "retry_topic-backoff-timestamp, 01a22cbccb20, 1796046900000", // as few bytes as the number has
        "retry_topic-original-timestamp, 01a22cbccb20, 1796046900000",
        "kafka_correlationId, 00112233445566778899aabbccddeeff, 00112233-4455-6677-8899-aabbccddeeff",
        "__value_schema_id, 0100112233445566778899aabbccddeeff, 00112233-4455-6677-8899-aabbccddeeff",
        "apicurio.value.globalId, 000000000000002a, 42",
    })
    void numbers_and_identifiers_of_well_known_headers_are_read(String name, String digits, String text) {
        HeaderReading reading = read(name, HexFormat.of().parseHex(digits));

        assertThat(textOf(reading)).isEqualTo(text);
        assertThat(reading.decoder()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "kafka_dlt-original-offset, 48210", // somebody's own text
        "kafka_dlt-original-offset, 12345678", // a text of eight digits
        "kafka_dlt-original-offset, -1234567",
        "x-original-offset, 0",
        "__connect.errors.offset, 48210",
        "__streams.errors.partition, 3",
        "kafka_correlationId, sixteen-letters!",
        "kafka_dlt-exception-message, it broke",
    })
    void texts_stay_texts(String name, String text) {
        HeaderReading reading = read(name, text.getBytes(StandardCharsets.UTF_8));

        assertThat(textOf(reading)).isEqualTo(text);
        assertThat(reading.decoder()).isEmpty();
        assertThat(reading.problem()).isNull();
    }

    @Test
    void a_time_is_told_beside_its_number() {
        assertThat(read("kafka_dlt-original-timestamp", HexFormat.of().parseHex("000001a22cbccb20"))
                        .detail())
                .isEqualTo("2026-11-30T13:55:00Z");
    }

    @Test
    void of_a_java_object_only_the_class_is_told() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
            objects.writeObject(new IllegalStateException("secret"));
        }

        assertThat(textOf(read("springDeserializerExceptionValue", out.toByteArray())))
                .isEqualTo("java.lang.IllegalStateException, a Java object of "
                        + dev.surveyor.codec.words.Counted.of(out.size(), "byte"));
        assertThat(textOf(read("springDeserializerExceptionKey", new byte[] {1, 2, 3})))
                .isEqualTo("\1\2\3");
    }
}
