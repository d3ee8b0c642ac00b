package dev.surveyor.codec.detect;

import static dev.surveyor.codec.detect.Readings.detect;
import static dev.surveyor.codec.detect.Readings.recordOf;
import static dev.surveyor.codec.detect.Readings.textOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.encode.Encoded;
import dev.surveyor.codec.encode.Encoder;
import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.schema.SchemaSource;
import dev.surveyor.domain.record.ConsumedRecord;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionTest {

    private static final RecordReader READER = RecordReader.withoutSchemas();

    private static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "INT8, Int8, -5",
        "INT16, Int16, -300",
        "INT32, Int32, 2147483647",
        "INT64, Int64, -9223372036854775808",
        "FLOAT, Float, 1.5",
        "DOUBLE, Double, -2000.25",
        "UUID, UUID, 123e4567-e89b-12d3-a456-426614174000",
    })
    void what_was_encoded_is_decoded_to_the_same_text(ValueType type, String decoder, String text) {
        Encoded.Payload payload = (Encoded.Payload) Encoder.encode(type, text);
        Reading reading = Readings.as(decoder, java.util.Objects.requireNonNull(payload.bytes()));

        assertThat(reading.state()).isEqualTo(Reading.State.READ);
        assertThat(reading.chosen()).isTrue();
        assertThat(textOf(reading)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "UInt64, ffffffffffffffff, 18446744073709551615",
        "UInt64 LE, 0100000000000000, 1",
        "Int64 LE, feffffffffffffff, -2",
        "UInt32, ffffffff, 4294967295",
        "Int32 LE, 0a000000, 10",
        "UInt16 LE, ff01, 511",
        "UInt8, ff, 255",
        "Float LE, 0000c03f, 1.5",
        "Double LE, 000000000000f83f, 1.5",
    })
    void numbers_are_read_in_both_orders_with_and_without_a_sign(String decoder, String digits, String text) {
        assertThat(textOf(Readings.as(decoder, hex(digits)))).isEqualTo(text);
    }

    @Test
    void only_formats_that_show_themselves_are_detected() {
        assertThat(detect("{\"a\":1}".getBytes(UTF_8)).decoder()).isEqualTo("JSON");
        assertThat(detect("\n<a b='1'><c/>x</a>".getBytes(UTF_8)).decoder()).isEqualTo("XML");
        assertThat(detect("1 < 2".getBytes(UTF_8)).decoder()).isEqualTo("UTF-8");
        assertThat(detect("<3 you".getBytes(UTF_8)).decoder()).isEqualTo("UTF-8");
        assertThat(detect(new byte[] {0, 0, 0, 42}).state()).isEqualTo(Reading.State.RAW);
    }

    @Test
    void what_cannot_be_decoded_says_why_for_each_decoder() {
        Reading reading = detect(hex("fe ff 00 01 80"));

        assertThat(reading.state()).isEqualTo(Reading.State.RAW);
        assertThat(reading.text().bytes()).isEqualTo(hex("fe ff 00 01 80"));
        assertThat(reading.attempts())
                .extracting(attempt -> attempt.decoder() + ": " + attempt.reason())
                .containsExactly(
                        "Schema registry: does not begin with a zero byte and the id of a schema",
                        "gzip: does not begin as gzip does",
                        "zlib: does not begin as zlib does",
                        "zstd: does not begin as zstd does",
                        "lz4: does not begin as lz4 does",
                        "snappy: does not begin as snappy does",
                        "Smile: does not begin with 3A 29 0A",
                        "Avro file: does not begin with Obj and 01",
                        "JSON: does not begin as an object or a list",
                        "XML: does not begin with <",
                        "UTF-8: too many bytes that are not UTF-8 or are control characters",
                        "snappy: no snappy block from end to end");
    }

    @Test
    void numbers_are_mentioned_and_not_guessed() {
        assertThat(detect(new byte[] {0, 0, 0, 42}).attempts())
                .extracting(attempt -> attempt.decoder() + ": " + attempt.reason())
                .contains("Int32: would be 42, but numbers are not guessed")
                .doesNotContain("Int64: would be 42, but numbers are not guessed");
    }

    @Test
    void a_text_with_some_bytes_that_are_not_utf8_is_a_text_with_a_problem() {
        Reading reading = detect("Café crème, un peu de texte".getBytes(ISO_8859_1));

        assertThat(reading.decoder()).isEqualTo("UTF-8");
        assertThat(reading.problem()).isEqualTo("not UTF-8 @3");
        assertThat(reading.broken()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, 43 61 66 e9, Café",
        "windows-1252, 80 20 35, € 5",
        "UTF-16LE, 48 00 69 00, Hi",
        "UTF-16BE, 00 48 00 69, Hi",
        "Shift_JIS, 93 fa 96 7b, 日本",
        "GB18030, d6 d0 b9 fa, 中国",
        "Shift_JIS, 93 fa 80, 日\\x80",
        "IBM500, c8 89, Hi",
    })
    void a_chosen_character_set_is_read_and_its_errors_stay_visible(String charset, String digits, String text) {
        Reading reading = Readings.as(charset, hex(digits));

        assertThat(textOf(reading)).isEqualTo(text);
        assertThat(reading.problem() == null).isEqualTo(!text.contains("\\x"));
    }

    @Test
    void a_choice_that_does_not_fit_says_why_and_leaves_the_bytes() {
        Reading reading = Readings.as("Int64", new byte[] {1, 2, 3});

        assertThat(reading.state()).isEqualTo(Reading.State.FAILED);
        assertThat(reading.problem()).isEqualTo("needs 8 bytes, has 3");
        assertThat(reading.text().bytes()).containsExactly(1, 2, 3);
        assertThat(Readings.as("Klingon", new byte[] {1}).problem())
                .isEqualTo("this program has no decoder of that name");
    }

    @Test
    void null_and_empty_are_nothing_to_read() {
        ConsumedRecord record = ConsumedRecord.at(new dev.surveyor.domain.record.PartitionId("t", 0), 0)
                .key(new byte[0])
                .build();

        assertThat(READER.read(record, RecordPart.KEY, 100, Input.Effort.FULL).state())
                .isEqualTo(Reading.State.NOTHING);
        assertThat(READER.read(record, RecordPart.VALUE, 100, Input.Effort.FULL)
                        .text()
                        .isNull())
                .isTrue();
        assertThat(READER.preview(record, RecordPart.VALUE, 100).kind()).isEqualTo(Preview.Kind.TOMBSTONE);
    }

    @Test
    void a_wire_format_without_a_registry_says_so_and_shows_bytes() {
        Reading reading = detect(hex("00 00 00 00 2a 06 66 6f 6f 68 65 6c 6c 6f 20 77 6f 72 6c 64"));

        assertThat(reading.state()).isEqualTo(Reading.State.RAW);
        assertThat(reading.attempts().get(0).reason()).isEqualTo("this connection has no schema registry");
        assertThat(READER.preview(recordOf(reading.text().bytes()), RecordPart.VALUE, 80)
                        .kind())
                .isEqualTo(Preview.Kind.BINARY);
    }

    @Test
    void plain_text_is_not_decoded_for_the_filter() {
        assertThat(READER.plain(recordOf("{\"a\":1}".getBytes(UTF_8)), RecordPart.VALUE))
                .isTrue();
        assertThat(READER.plain(recordOf(hex("28b52ffd")), RecordPart.VALUE)).isFalse();
        assertThat(READER.plain(recordOf(hex("3a290a00")), RecordPart.VALUE)).isFalse();
        assertThat(READER.plain(recordOf(new byte[] {0, 1}), RecordPart.VALUE)).isFalse();
    }

    @Test
    void random_bytes_never_throw_whatever_decoder_is_chosen() {
        List<Decoder> all = new Decoders(SchemaSource.NONE, List.of())
                .groups().stream().flatMap(group -> group.decoders().stream()).toList();
        Random random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(40)];
            random.nextBytes(bytes);
            bytes[0] = round % 3 == 0 ? (byte) "<{[\u001f(:\u0004".charAt(random.nextInt(7)) : bytes[0];
            Input input = Input.of(recordOf(bytes), RecordPart.VALUE, 50, Input.Effort.FULL);
            assertThatCode(() -> {
                        all.forEach(decoder -> decoder.decode(input));
                        detect(bytes, 50);
                        READER.preview(recordOf(bytes), RecordPart.VALUE, 40);
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_choice_holds_for_key_and_value_apart() {
        DecoderChoice choice = DecoderChoice.AUTO.with(RecordPart.KEY, "Int32");

        assertThat(choice.of(RecordPart.KEY)).isEqualTo("Int32");
        assertThat(choice.of(RecordPart.VALUE)).isNull();
    }
}
