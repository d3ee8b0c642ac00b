package dev.surveyor.codec.binary;

import static dev.surveyor.codec.detect.Readings.as;
import static dev.surveyor.codec.detect.Readings.detect;
import static dev.surveyor.codec.detect.Readings.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.Reading;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CBOR in the examples of RFC 8949, appendix A, and what its map keys and tags can be. */
class CborTest {

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00 | 0",
                "18 64 | 100",
                "1b ff ff ff ff ff ff ff ff | 18446744073709551615",
                "c2 49 01 00 00 00 00 00 00 00 00 | 18446744073709551616",
                "3b ff ff ff ff ff ff ff ff | -18446744073709551616",
                "3b 7f ff ff ff ff ff ff ff | -9223372036854775808",
                "c3 49 01 00 00 00 00 00 00 00 00 | -18446744073709551617",
                "f9 80 00 | -0.0",
                "f9 00 01 | 5.9604645E-8",
                "f9 3c 00 | 1.0",
                "f9 7b ff | 65504.0",
                "fa 47 c3 50 00 | 100000.0",
                "fb 3f f1 99 99 99 99 99 9a | 1.1",
                "f9 7e 00 | \"NaN\"",
                "f9 fc 00 | \"-Infinity\"",
                "f5 | true",
                "f6 | null",
                "f7 | {\"$undefined\":true}",
                "f0 | {\"$simple\":16}",
                "f8 ff | {\"$simple\":255}",
                "c4 82 21 19 6a b3 | 273.15",
                "c0 74 32 30 31 33 2d 30 33 2d 32 31 54 32 30 3a 30 34 3a 30 30 5a | \"2013-03-21T20:04:00Z\"",
                "c1 1a 51 4b 67 b0 | 1363896240",
                "d8 25 50 00 11 22 33 44 55 66 77 88 99 aa bb cc dd ee ff | \"00112233-4455-6677-8899-aabbccddeeff\"",
                "d8 18 41 01 | {\"$tag\":24,\"value\":\"AQ==\"}",
                "d9 01 02 81 01 | {\"$tag\":258,\"value\":[1]}",
                "db ff ff ff ff ff ff ff ff 01 | {\"$tag\":18446744073709551615,\"value\":1}",
                "44 01 02 03 04 | \"AQIDBA==\"",
                "5f 42 01 02 43 03 04 05 ff | \"AQIDBAU=\"",
                "7f 65 73 74 72 65 61 64 6d 69 6e 67 ff | \"streaming\"",
                "9f 01 82 02 03 9f 04 05 ff ff | [1,[2,3],[4,5]]",
                "bf 63 46 75 6e f5 63 41 6d 74 21 ff | {\"Fun\":true,\"Amt\":-2}",
            })
    void every_kind_of_value_is_told_apart(String digits, String text) {
        Reading reading = as("CBOR", hex(digits));

        assertThat(reading.problem()).isNull();
        assertThat(textOf(reading)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1b ff ff ff ff ff ff ff ff | 18446744073709551615",
                "1b 80 00 00 00 00 00 00 00 | 9223372036854775808",
                "3b ff ff ff ff ff ff ff ff | -18446744073709551616",
                "20 | -1",
                "42 61 62 | h'6162'",
                "82 01 61 78 | [1, \"x\"]",
                "a1 01 f7 | {1: undefined}",
                "f4 | false",
                "f7 | undefined",
                "f0 | simple(16)",
                "f9 3e 00 | 1.5",
                "d8 20 61 78 | 32(\"x\")",
                "62 61 62 | ab",
            })
    void a_key_of_a_map_can_be_anything(String digits, String name) {
        Reading reading = detect(hex("a1" + digits + "01"));

        assertThat(reading.decoder()).isEqualTo("CBOR");
        assertThat(textOf(reading)).isEqualTo("{" + dev.surveyor.codec.JsonText.quote(name) + ":1}");
    }

    @Test
    void what_json_does_not_have_is_said() {
        Reading reading = detect(hex("a3 61 61 c1 01 61 62 41 ff 07 f9 7e 00"));

        assertThat(textOf(reading)).isEqualTo("{\"a\":1,\"b\":\"/w==\",\"7\":\"NaN\"}");
        assertThat(reading.detail())
                .isEqualTo("one value from end to end · tag 1 (seconds since 1970) read over · bytes as Base64"
                        + " · keys that are no text as digits or h'…' · NaN and infinities as text");
    }

    @ParameterizedTest
    @CsvSource({
        "ff, an end where a value should be @1",
        "1c, a length of the reserved form 28 @1",
        "1f, a number without an end @1",
        "5f 61 61 ff, a string with a piece that is none @2",
        "62 c3 28, a string that is not UTF-8 @1",
        "c4 82 1b ff ff ff ff ff ff ff ff 01, a decimal fraction whose exponent is no number of 32 bits",
    })
    void what_is_not_well_formed_says_why(String digits, String reason) {
        assertThat(as("CBOR", hex(digits)).problem()).isEqualTo(reason);
    }

    @Test
    void tags_upon_tags_end_with_a_sentence() {
        assertThat(as("CBOR", hex("c1".repeat(64) + "00")).problem()).isNull();
        assertThat(as("CBOR", hex("c1".repeat(65) + "00")).problem()).isEqualTo("more than 64 tags around one value");
    }
}
