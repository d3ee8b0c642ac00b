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
import java.util.zip.DeflaterOutputStream;
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
            case "zlib" -> through(DeflaterOutputStream::new, bytes);
            case "zstd" -> Zstd.compress(bytes);
            case "lz4" -> through(LZ4FrameOutputStream::new, bytes);
            case "snappy block" -> Snappy.compress(bytes);
            case "snappy framed" -> through(SnappyFramedOutputStream::new, bytes);
            case "snappy xerial" -> through(SnappyOutputStream::new, bytes);
            default -> throw new IllegalArgumentException(format);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zlib", "zstd", "lz4", "snappy block", "snappy framed", "snappy xerial"})
    void what_is_compressed_is_unpacked_and_read_further(String format) throws IOException {
        Reading reading = detect(pack(format, JSON.getBytes(UTF_8)));

        assertThat(reading.decoder()).isEqualTo(format.split(" ")[0]);
        assertThat(textOf(reading)).isEqualTo(JSON);
        assertThat(reading.complete()).isTrue();
        assertThat(reading.detail()).contains(JSON.length() + " bytes unpacked").contains("JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zlib", "zstd", "lz4", "snappy framed", "snappy xerial"})
    void what_unpacks_to_more_is_unpacked_up_to_the_limit(String format) throws IOException {
        byte[] letters = new byte[100_000];
        Arrays.fill(letters, (byte) 'x');
        Reading reading = detect(pack(format, letters), 10_000);

        assertThat(reading.complete()).isFalse();
        assertThat(reading.text().length()).isEqualTo(10_000);
        assertThat(reading.detail()).contains("more than 10000 bytes");
    }

    @Test
    void a_block_that_claims_more_than_it_can_hold_is_refused() {
        byte[] claims = new byte[20];
        claims[0] = (byte) 0xff;
        claims[1] = 0x7f;
        Reading reading = Readings.as("snappy", claims);

        assertThat(reading.state()).isEqualTo(Reading.State.FAILED);
    }

    @Test
    void a_frame_that_claims_more_than_there_is_says_so() {
        byte[] bytes = "\u0082SNAPPY\0\0\0\0\1\0\0\0\1\0\0\0d12".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Reading reading = detect(bytes);

        assertThat(reading.state()).isEqualTo(Reading.State.FAILED);
        assertThat(reading.problem()).contains("claims a block of 100 bytes where 2 are left");
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

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zlib", "zstd", "lz4"})
    void stray_bytes_behind_are_named_and_the_value_is_read(String format) throws IOException {
        Reading reading = detect(joined(pack(format, JSON.getBytes(UTF_8)), "junk".getBytes(UTF_8)));

        assertThat(reading.state()).isEqualTo(Reading.State.READ);
        assertThat(textOf(reading)).isEqualTo(JSON);
        assertThat(reading.problem()).isEqualTo(format + ": 4 bytes behind its end are no " + format + ": 6A 75 6E 6B");
        assertThat(reading.broken()).isTrue();
        Preview cell = RecordReader.withoutSchemas()
                .preview(
                        Readings.recordOf(joined(pack(format, JSON.getBytes(UTF_8)), "junk".getBytes(UTF_8))),
                        RecordPart.VALUE,
                        200);
        assertThat(cell.problem()).isEqualTo(format + ": stray bytes");
        assertThat(cell.text()).startsWith("{\"order\":");
    }

    @Test
    void stray_bytes_behind_snappy_are_named_and_the_value_is_read() throws IOException {
        Reading xerial = detect(joined(pack("snappy xerial", JSON.getBytes(UTF_8)), new byte[] {0, 0, 0, 100, '!'}));
        assertThat(textOf(xerial)).isEqualTo(JSON);
        assertThat(xerial.problem())
                .isEqualTo("snappy: it claims a block of 100 bytes where 1 are left after " + JSON.length()
                        + " unpacked bytes");
        Reading framed = detect(joined(pack("snappy framed", JSON.getBytes(UTF_8)), new byte[] {1, 100, 0, 0, '!'}));
        assertThat(textOf(framed)).isEqualTo(JSON);
        assertThat(framed.problem()).startsWith("snappy: it claims a block of 100 bytes where 1 are left");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zlib", "zstd", "lz4", "snappy framed", "snappy xerial"})
    void pieces_that_follow_one_another_are_one_value(String format) throws IOException {
        byte[] all = JSON.getBytes(UTF_8);
        byte[] first = pack(format, Arrays.copyOf(all, 100));
        byte[] second = pack(format, Arrays.copyOfRange(all, 100, all.length));
        Reading reading = detect(joined(first, second));

        assertThat(textOf(reading)).isEqualTo(JSON);
        assertThat(reading.problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "lz4"})
    void a_frame_to_be_skipped_is_said(String format) throws IOException {
        byte[] skipped = {0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3};
        byte[] first = joined(pack(format, "{\"a\":".getBytes(UTF_8)), skipped);
        Reading reading = detect(joined(first, pack(format, "1}".getBytes(UTF_8))));

        assertThat(textOf(reading)).isEqualTo("{\"a\":1}");
        assertThat(reading.detail()).contains("a skippable frame of 3 bytes passed over");
        assertThat(reading.problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zlib", "zstd", "lz4", "snappy framed", "snappy xerial"})
    void what_breaks_off_is_read_as_far_as_it_goes(String format) throws IOException {
        byte[] numbers = java.util.stream.IntStream.range(0, 60_000)
                .mapToObj(i -> Integer.toString(i * 7919))
                .collect(java.util.stream.Collectors.joining(",", "[", "]"))
                .getBytes(UTF_8);
        byte[] packed = pack(format, numbers);
        Reading reading = detect(Arrays.copyOf(packed, packed.length - 20), Integer.MAX_VALUE);

        assertThat(reading.state()).isEqualTo(Reading.State.READ);
        assertThat(reading.decoder()).isEqualTo(format.split(" ")[0]);
        assertThat(textOf(reading)).startsWith("[0,7919,").hasSizeGreaterThan(30_000);
        assertThat(reading.complete()).isFalse();
        assertThat(reading.problem())
                .startsWith(format.split(" ")[0] + ": it ")
                .endsWith(" after " + reading.text().length() + " unpacked bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd", "lz4", "snappy framed", "snappy xerial"})
    void a_mark_alone_says_that_nothing_is_behind_it(String format) throws IOException {
        byte[] packed = pack(format, JSON.getBytes(UTF_8));
        Reading reading = detect(Arrays.copyOf(packed, format.startsWith("snappy") ? 15 : 6));

        assertThat(reading.state()).isEqualTo(Reading.State.FAILED);
        assertThat(reading.problem()).contains(", but nothing can be unpacked: it ");
    }

    /** Written by the lz4 of Python: blocks of 64 KiB that refer to those before them, with both checksums. */
    @Test
    void lz4_blocks_may_refer_to_those_before_them() throws IOException {
        try (java.io.InputStream in = CompressedTest.class.getResourceAsStream("linked-blocks.lz4")) {
            Reading reading = detect(in.readAllBytes());

            assertThat(reading.problem()).isNull();
            assertThat(textOf(reading)).isEqualTo("{\"order\":\"" + "paid again and again, ".repeat(6400) + "\"}");
        }
    }

    @Test
    void a_wrong_checksum_is_said_beside_the_value() throws IOException {
        byte[] packed = pack("gzip", JSON.getBytes(UTF_8));
        packed[packed.length - 8] ^= 1;
        Reading reading = detect(packed);

        assertThat(textOf(reading)).isEqualTo(JSON);
        assertThat(reading.problem())
                .isEqualTo("gzip: its checksum is wrong after " + JSON.length() + " unpacked bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x^2 + y", "x\u009cy", "(\u00b5m)", ":)\nHello", ":)\n", ":)\n\n"})
    void a_text_that_begins_as_something_packed_is_a_text(String text) {
        Reading reading = detect(text.getBytes(UTF_8));

        assertThat(reading.decoder()).isEqualTo("UTF-8");
        assertThat(textOf(reading)).isEqualTo(text);
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
                .isEqualTo("gzip: it breaks off within its checksum after " + JSON.length() + " unpacked bytes");

        byte[] fourTimes = pack("gzip", pack("gzip", pack("gzip", packed)));
        assertThat(detect(fourTimes).problem()).contains("compressed more than 3 times over");
    }
}
