package dev.surveyor.codec.pack;

import static dev.surveyor.codec.detect.Readings.detect;
import static dev.surveyor.codec.detect.Readings.textOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.surveyor.codec.Preview;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import dev.surveyor.codec.detect.RecordReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.Snappy;
import org.xerial.snappy.SnappyFramedOutputStream;
import org.xerial.snappy.SnappyOutputStream;

class CompressedTest {

    private static final String JSON =
            "{\"order\":12345678901234567890,\"words\":\"" + "paid again ".repeat(30) + "\"}";

    private interface Opener {
        OutputStream open(OutputStream out) throws IOException;
    }

    private static byte[] through(Opener opener, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = opener.open(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] pack(String format, byte[] bytes) throws IOException {
        return switch (format) {
            case "gzip" -> through(GZIPOutputStream::new, bytes);
            case "zstd" -> Zstd.compress(bytes);
            case "lz4" -> through(LZ4FrameOutputStream::new, bytes);
            case "snappy block" -> Snappy.compress(bytes);
            case "snappy framed" -> through(SnappyFramedOutputStream::new, bytes);
            case "snappy xerial" -> through(SnappyOutputStream::new, bytes);
            default -> throw new IllegalArgumentException(format);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd", "lz4", "snappy block", "snappy framed", "snappy xerial"})
    void what_is_compressed_is_unpacked_and_read_further(String format) throws IOException {
        Reading reading = detect(pack(format, JSON.getBytes(UTF_8)));

        assertThat(reading.decoder()).isEqualTo(format.split(" ")[0]);
        assertThat(textOf(reading)).isEqualTo(JSON);
        assertThat(reading.complete()).isTrue();
        assertThat(reading.detail()).contains(JSON.length() + " bytes unpacked").contains("JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd", "lz4", "snappy framed", "snappy xerial"})
    void a_bomb_is_unpacked_up_to_the_limit(String format) throws IOException {
        byte[] letters = new byte[30_000_000];
        Arrays.fill(letters, (byte) 'x');
        Reading reading = detect(pack(format, letters), 100_000);

        assertThat(reading.complete()).isFalse();
        assertThat(reading.text().length()).isEqualTo(100_000);
        assertThat(reading.detail()).contains("more than 100000 bytes");
    }

    @Test
    void a_block_that_claims_more_than_it_can_hold_is_refused() {
        byte[] claims = new byte[20];
        Arrays.fill(claims, 0, 4, (byte) 0xff);
        claims[4] = 0x0f;
        Reading reading = Readings.as("snappy", claims);

        assertThat(reading.state()).isEqualTo(Reading.State.FAILED);
    }

    @Test
    void a_frame_that_claims_more_than_there_is_says_so() {
        byte[] bytes = "\u0082SNAPPY\0\0\0\0\1\0\0\0\1\u007f\u00ff\u00ff\u00ff12"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Reading reading = detect(bytes);

        assertThat(reading.state()).isEqualTo(Reading.State.FAILED);
        assertThat(reading.problem()).contains("claims a block of 2147483647 bytes where 2 are left");
    }

    @Test
    void compressed_over_and_over_ends_after_some_layers() throws IOException {
        byte[] bytes = JSON.getBytes(UTF_8);
        for (int i = 0; i < 3; i++) {
            bytes = pack(i % 2 == 0 ? "gzip" : "zstd", bytes);
        }
        assertThat(textOf(detect(bytes))).isEqualTo(JSON);

        Reading tooDeep = detect(pack("lz4", bytes));
        assertThat(tooDeep.state()).isEqualTo(Reading.State.FAILED);
    }

    @Test
    void what_breaks_off_says_where_it_belongs() throws IOException {
        byte[] packed = pack("gzip", JSON.getBytes(UTF_8));
        Reading reading = detect(Arrays.copyOf(packed, packed.length - 20));

        assertThat(reading.state()).isEqualTo(Reading.State.FAILED);
        assertThat(reading.problem()).startsWith("begins with 1F 8B, but is broken: ");
    }

    @Test
    void a_cell_shows_the_beginning_of_what_is_inside() throws IOException {
        Preview line = RecordReader.withoutSchemas()
                .preview(Readings.recordOf(pack("zstd", JSON.getBytes(UTF_8))), RecordPart.VALUE, 40);

        assertThat(line.kind()).isEqualTo(Preview.Kind.JSON);
        assertThat(line.text()).startsWith("{\"order\":12345678901234567890,");
    }

    @Test
    void binary_inside_is_told_with_its_size() throws IOException {
        byte[] binary = new byte[3000];
        new java.util.Random(3).nextBytes(binary);
        binary[0] = 1;
        Reading reading = detect(pack("gzip", binary));

        assertThat(reading.state()).isEqualTo(Reading.State.FAILED);
        assertThat(reading.problem()).contains("3000 bytes unpacked, in which nothing could be read");
    }

    @Test
    void what_breaks_off_or_is_packed_too_often_says_so() throws IOException {
        byte[] packed = pack("gzip", JSON.getBytes(UTF_8));
        assertThat(detect(Arrays.copyOf(packed, packed.length - 6)).problem())
                .isEqualTo("begins with 1F 8B, but is broken: it breaks off");

        byte[] fourTimes = pack("gzip", pack("gzip", pack("gzip", packed)));
        assertThat(detect(fourTimes).problem()).contains("compressed more than 3 times over");
    }
}
