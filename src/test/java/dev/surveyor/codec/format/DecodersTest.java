package dev.surveyor.codec.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.encode.Encoded;
import dev.surveyor.codec.encode.Encoder;
import dev.surveyor.codec.encode.ValueType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodersTest {

    private static final int LIMIT = 100_000;

    private final Decoders decoders = new Decoders();

    private static Slice slice(String text) {
        return Slice.of(text.getBytes(UTF_8));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private Detection detect(Slice bytes) {
        return Detection.of(bytes, decoders.detected(), LIMIT);
    }

    private String detectedName(Slice bytes) {
        Detection.Attempt found = detect(bytes).found();
        return found == null ? "" : found.decoder();
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
        Decoded decoded = decoders.named(decoder).orElseThrow().decode(Slice.of(payload.bytes()), LIMIT);

        assertThat(decoded).isEqualTo(new Decoded.Read(text, Decoded.Syntax.PLAIN, true));
    }

    @Test
    void only_formats_that_show_themselves_are_detected() throws IOException {
        assertThat(detectedName(slice("{\"a\":1}"))).isEqualTo("JSON");
        assertThat(detectedName(slice("\n<a b='1'><c/>x</a>"))).isEqualTo("XML");
        assertThat(detectedName(slice("1 < 2"))).isEqualTo("Text");
        assertThat(detectedName(slice("<3 you"))).isEqualTo("Text");
        assertThat(detectedName(Slice.of(gzip("[1]".getBytes(UTF_8))))).isEqualTo("gzip");
        assertThat(detectedName(Slice.of(new byte[] {0, 0, 0, 42}))).isEmpty();
    }

    @Test
    void what_cannot_be_decoded_says_why_for_each_decoder() {
        Detection detection = detect(Slice.of(new byte[] {'c', (byte) 0xe9}));

        assertThat(detection.found()).isNull();
        assertThat(detection.attempts())
                .extracting(attempt -> attempt.decoder() + ": " + ((Decoded.Failed) attempt.decoded()).reason())
                .containsExactly(
                        "gzip: does not begin with 1F 8B",
                        "JSON: does not begin as an object or a list",
                        "XML: does not begin with <",
                        "Text: not UTF-8 @1");
    }

    @Test
    void a_decompression_bomb_is_unpacked_up_to_the_limit() throws IOException {
        byte[] letters = new byte[50_000_000];
        java.util.Arrays.fill(letters, (byte) 'x');
        Detection detection = detect(Slice.of(gzip(letters)));
        Decoded.Read readable =
                (Decoded.Read) Objects.requireNonNull(detection.found()).decoded();

        assertThat(readable.complete()).isFalse();
        assertThat(readable.text()).hasSize(LIMIT);
    }

    @Test
    void a_billion_laughs_are_not_laughed() {
        String xml = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><l>&b;</l>";
        Decoded decoded = new XmlDecoder().decode(slice(xml), LIMIT);

        assertThat(decoded).isEqualTo(new Decoded.Failed("a document type or an entity, which are not read"));
        assertThat(new XmlDecoder().decode(slice("<a>".repeat(100_000)), LIMIT))
                .isEqualTo(new Decoded.Failed("nested deeper than 1000 levels"));
    }

    @Test
    void random_bytes_never_throw() throws IOException {
        Random random = new Random(11);
        byte[] packed = gzip("{\"a\":\"some text that is long enough\"}".getBytes(UTF_8));
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = round % 2 == 0 ? new byte[1 + random.nextInt(30)] : packed.clone();
            if (round % 2 == 0) {
                random.nextBytes(bytes);
                bytes[0] = (byte) "<{[\u001f".charAt(random.nextInt(4));
            } else {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Slice slice = Slice.of(bytes);
            assertThatCode(() -> decoders.all().forEach(decoder -> decoder.decode(slice, 50)))
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
