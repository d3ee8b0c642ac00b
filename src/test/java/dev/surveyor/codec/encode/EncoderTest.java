package dev.surveyor.codec.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.Hex;
import dev.surveyor.codec.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncoderTest {

    private static String encode(ValueType type, String text) {
        Encoded encoded = Encoder.encode(type, text);
        return encoded instanceof Encoded.Payload payload ? Hex.plain(Slice.of(payload.bytes())) : encoded.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "STRING, 'a ß', 6120C39F",
        "STRING, '', ''",
        "JSON, '{\"a\": 1}', 7B2261223A20317D",
        "JSON, '\"x\"', 227822",
        "INT8, -128, 80",
        "INT8, +127, 7F",
        "INT16, 258, 0102",
        "INT32, 42, 0000002A",
        "INT64, -1, FFFFFFFFFFFFFFFF",
        "FLOAT, 1.5, 3FC00000",
        "FLOAT, NaN, 7FC00000",
        "DOUBLE, -2e3, C09F400000000000",
        "UUID, 123e4567-e89b-12d3-a456-426614174000, 123E4567E89B12D3A456426614174000",
        "HEX, '0xCA fe:ba\nBE', CAFEBABE",
        "BASE64, 'yv66vg==', CAFEBABE",
        "BASE64, '_-8', FFEF",
        "EMPTY, whatever, ''",
    })
    void a_text_of_its_type_becomes_these_bytes(ValueType type, String text, String hex) {
        assertThat(encode(type, text)).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "INT8, 128, 'line 1, col 1: 128 is out of range'",
        "INT32, 1.5, 'line 1, col 1: not a whole number'",
        "INT64, '', 'line 1, col 1: no number'",
        "FLOAT, 1e99, 'line 1, col 1: 1e99 is out of range'",
        "DOUBLE, 1.5f, 'line 1, col 1: not a number'",
        "UUID, 1-2-3-4-5, 'line 1, col 1: not a UUID'",
        "HEX, 'CA\nFX', 'line 2, col 2: ''X'' is not a hexadecimal digit'",
        "HEX, CAF, 'line 1, col 4: an odd number of digits, 3'",
        "BASE64, 'ab!d', 'line 1, col 3: ''!'' is not a letter of Base64'",
        "JSON, '{\"a\": 1} x', 'line 1, col 10'",
        "JSON, '', 'line 1, col 1: nothing there'",
    })
    void a_text_that_does_not_fit_says_where_and_what_is_allowed(ValueType type, String text, String message) {
        assertThat(encode(type, text)).startsWith(message).endsWith("Allowed: " + type.allowed() + ".");
    }

    @Test
    void an_error_in_json_counts_characters_not_bytes() {
        assertThat(encode(ValueType.JSON, "{\n\"größe\": x}")).startsWith("line 2, col 10");
    }

    @Test
    void null_is_not_empty() {
        assertThat(Encoder.encode(ValueType.NULL, "x"))
                .isInstanceOfSatisfying(Encoded.Payload.class, payload -> assertThat(payload.bytes())
                        .isNull());
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertThat(encode(ValueType.STRING, "ab\ud800")).startsWith("line 1, col 3");
    }
}
