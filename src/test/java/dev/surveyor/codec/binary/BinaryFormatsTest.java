package dev.surveyor.codec.binary;

import static dev.surveyor.codec.detect.Readings.as;
import static dev.surveyor.codec.detect.Readings.detect;
import static dev.surveyor.codec.detect.Readings.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.format.BoundedJsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

class BinaryFormatsTest {

    private static final int LONGEST_NUMBER = 4096;

    private static final String EXPECTED = "{\"id\":9007199254740993,\"big\":123456789012345678901234567890,"
            + "\"price\":19.99,\"half\":0.5,\"ok\":true,\"none\":null,\"list\":[1,-2],\"raw\":\"AP8=\",\"text\":\"日本 \\\"x\\\"\"}";

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static byte[] written(JsonFactory factory) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("id", 9007199254740993L);
            json.writeFieldName("big");
            json.writeNumber(new BigInteger("123456789012345678901234567890"));
            json.writeFieldName("price");
            json.writeNumber(new BigDecimal("19.99"));
            json.writeNumberField("half", 0.5f);
            json.writeBooleanField("ok", true);
            json.writeNullField("none");
            json.writeArrayFieldStart("list");
            json.writeNumber(1);
            json.writeNumber(-2);
            json.writeEndArray();
            json.writeBinaryField("raw", new byte[] {0, -1});
            json.writeStringField("text", "日本 \"x\"");
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    @Test
    void cbor_and_smile_are_read_with_exact_numbers() throws IOException {
        Reading cbor = detect(written(new CBORFactory()));
        Reading smile = detect(written(new SmileFactory()));

        assertThat(cbor.decoder()).isEqualTo("CBOR");
        assertThat(textOf(cbor)).isEqualTo(EXPECTED);
        assertThat(smile.decoder()).isEqualTo("Smile");
        assertThat(textOf(smile)).isEqualTo(EXPECTED);
    }

    @Test
    void message_pack_is_read_with_exact_numbers() throws IOException {
        byte[] bytes;
        try (MessageBufferPacker out = MessagePack.newDefaultBufferPacker()) {
            out.packMapHeader(5).packString("id").packBigInteger(new BigInteger("18446744073709551615"));
            out.packString("f").packFloat(0.1f).packString("n").packNil();
            out.packString("at").packTimestamp(java.time.Instant.parse("2026-11-22T10:00:00Z"));
            out.packString("raw").packBinaryHeader(2).writePayload(new byte[] {0, -1});
            bytes = out.toByteArray();
        }
        Reading reading = detect(bytes);

        assertThat(reading.decoder()).isEqualTo("MessagePack");
        assertThat(textOf(reading))
                .isEqualTo(
                        "{\"id\":18446744073709551615,\"f\":0.1,\"n\":null,\"at\":\"2026-11-22T10:00:00Z\",\"raw\":\"AP8=\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "MessagePack, dd 00 00 01 00", // a list of 256
        "MessagePack, df 00 00 01 00", // a map of 256
        "MessagePack, db 00 00 01 00 41", // a string of 256 bytes
        "MessagePack, c6 00 00 01 00 41", // bytes of 256
        "MessagePack, c9 00 00 01 00 05", // an extension of 256
        "CBOR, 9b 00 00 00 00 00 00 01 00", // a list of 256
        "CBOR, bb 00 00 00 00 00 00 01 00", // a map of 256
        "CBOR, 5b 00 00 00 00 00 00 01 00 41", // bytes of 256
        "CBOR, 7a 00 00 01 00 41", // a string of 256
        "CBOR, a1 61",
    })
    void claimed_lengths_are_not_believed(String decoder, String digits) {
        Reading reading = as(decoder, hex(digits));

        assertThat(reading.state()).isEqualTo(Reading.State.FAILED);
        assertThat(reading.problem()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MessagePack", "CBOR", "Smile"})
    void deep_nesting_ends_with_a_sentence(String decoder) {
        byte[] deep = new byte[4 + BoundedJsonWriter.MAX_DEPTH + 1];
        Arrays.fill(
                deep, decoder.equals("MessagePack") ? (byte) 0x91 : decoder.equals("CBOR") ? (byte) 0x81 : (byte) 0xf8);
        if (decoder.equals("Smile")) {
            System.arraycopy(hex("3a290a00"), 0, deep, 0, 4);
        }
        Reading reading = as(decoder, deep);

        assertThat(reading.problem()).isEqualTo("nested deeper than " + BoundedJsonWriter.MAX_DEPTH + " levels");
    }

    @Test
    void bytes_after_the_value_are_not_overlooked() {
        for (String decoder : new String[] {"CBOR", "MessagePack", "Smile"}) {
            String digits =
                    switch (decoder) {
                        case "CBOR" -> "a1 61 61 01 00 ff";
                        case "MessagePack" -> "81 a1 61 01 00 ff";
                        default -> "3a 29 0a 00 fa 80 61 c2 fb 00 ff";
                    };
            Reading chosen = as(decoder, hex(digits));
            assertThat(textOf(chosen)).isEqualTo("{\"a\":1}");
            assertThat(chosen.problem()).isEqualTo("2 bytes behind the end of the value: 00 FF");
        }
        assertThat(detect(hex("a1 61 61 01 00")).state()).isEqualTo(Reading.State.RAW);
        assertThat(detect(hex("81 a1 61 01 00")).state()).isEqualTo(Reading.State.RAW);
    }

    @Test
    void a_string_that_is_longer_than_what_is_shown_is_cut_and_says_so() throws IOException {
        byte[] bytes;
        try (MessageBufferPacker out = MessagePack.newDefaultBufferPacker()) {
            out.packMapHeader(2)
                    .packString("a")
                    .packString("x".repeat(20_000_000))
                    .packString("b")
                    .packInt(1);
            bytes = out.toByteArray();
        }
        Reading reading = as("MessagePack", bytes);

        assertThat(reading.complete()).isFalse();
        assertThat(reading.text().length()).isLessThan(300_000);
        assertThat(textOf(reading)).endsWith("x\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CBOR", "Smile"})
    void a_number_of_more_bytes_than_are_written_out_is_refused(String decoder) throws IOException {
        JsonFactory factory = decoder.equals("CBOR") ? new CBORFactory() : new SmileFactory();
        for (boolean fraction : new boolean[] {false, true}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (JsonGenerator json = factory.createGenerator(out)) {
                BigInteger huge = BigInteger.ONE.shiftLeft(Byte.SIZE * (LONGEST_NUMBER + 1));
                if (fraction) {
                    json.writeNumber(new BigDecimal(huge, 3));
                } else {
                    json.writeNumber(huge);
                }
            }
            Reading reading = as(decoder, out.toByteArray());

            assertThat(reading.problem()).matches("a number of 409[78] bytes; up to 4096 are written out");
        }
    }

    @Test
    void a_message_pack_timestamp_beyond_all_years_is_shown_as_bytes() {
        assertThat(textOf(as("MessagePack", hex("81 a1 74 c7 0c ff 3b 9a c9 ff 10 00 00 00 00 00 00 00"))))
                .isEqualTo("{\"t\":{\"$ext\":-1,\"data\":\"O5rJ/xAAAAAAAAAA\"}}");
        assertThat(textOf(as("MessagePack", hex("d7 ff 00 00 00 14 00 00 00 01"))))
                .isEqualTo("\"1970-01-01T00:00:01.000000005Z\"");
    }

    @Test
    void keys_of_a_message_pack_map_need_not_be_texts() {
        assertThat(textOf(detect(hex("83 cb 3f f8 00 00 00 00 00 00 01 c4 02 00 ff 02 c3 03"))))
                .isEqualTo("{\"1.5\":1,\"h'00ff'\":2,\"true\":3}");
    }

    @Test
    void what_says_of_itself_what_it_is_and_breaks_off_is_an_error() throws IOException {
        Reading cbor = detect(hex("d9 d9 f7 a2 61 61 01 61 62 62 68"));
        Reading smile = detect(Arrays.copyOf(written(new SmileFactory()), 60));

        assertThat(textOf(cbor)).isEqualTo("{\"a\":1,\"b\":null}");
        assertThat(cbor.problem()).isEqualTo("claims 2 bytes @10 where 1 are left");
        assertThat(cbor.complete()).isFalse();
        assertThat(cbor.broken()).isTrue();
        assertThat(textOf(smile)).startsWith("{\"id\":9007199254740993,").endsWith("}");
        assertThat(smile.problem()).isNotBlank();
        assertThat(smile.broken()).isTrue();
    }

    @Test
    void a_header_alone_says_that_no_value_is_behind_it() {
        Reading smile = detect(hex("3a 29 0a 00"));
        Reading cbor = detect(hex("d9 d9 f7"));

        assertThat(smile.state()).isEqualTo(Reading.State.FAILED);
        assertThat(smile.decoder()).isEqualTo("Smile");
        assertThat(smile.problem()).isEqualTo("a header, and no value behind it");
        assertThat(cbor.state()).isEqualTo(Reading.State.FAILED);
        assertThat(cbor.decoder()).isEqualTo("CBOR");
        assertThat(cbor.problem()).isEqualTo("a header, and no value behind it");
        assertThat(smile.aside().brief()).isEqualTo("no value");
        assertThat(cbor.aside().brief()).isEqualTo("no value");
    }

    @Test
    void message_pack_extensions_times_and_bytes_are_told_apart() {
        Reading reading =
                as("MessagePack", hex("84 a1 65 d4 05 41 a1 74 d6 ff 00 00 00 01 a1 73 a1 ff a1 62 c4 01 ff"));

        assertThat(textOf(reading))
                .isEqualTo("{\"e\":{\"$ext\":5,\"data\":\"QQ==\"},\"t\":\"1970-01-01T00:00:01Z\","
                        + "\"s\":\"/w==\",\"b\":\"/w==\"}");
        assertThat(reading.detail())
                .isEqualTo("one value from end to end · bytes as Base64 · timestamps as text"
                        + " · strings that are not UTF-8 as Base64");
    }

    @Test
    void keys_that_are_lists_or_extensions_are_written_out() {
        assertThat(textOf(as("MessagePack", hex("83 92 01 a1 78 01 cf ff ff ff ff ff ff ff ff 02 d4 05 41 03"))))
                .isEqualTo("{\"[1, \\\"x\\\"]\":1,\"18446744073709551615\":2,\"ext(5, h'41')\":3}");
    }
}
