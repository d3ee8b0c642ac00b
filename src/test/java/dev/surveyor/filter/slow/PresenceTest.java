package dev.surveyor.filter.slow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.DecoderChoice;
import dev.surveyor.codec.detect.DecoderChoices;
import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.codec.detect.DetectingReader;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.schema.SchemaSource;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.filter.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Null and empty are asked of the bytes, whatever they are read as, and whether they can be read or not. */
class PresenceTest {

    /** Reads nothing at all: it was told to use a decoder that there is not. */
    private static final RecordReader UNREADABLE =
            new DetectingReader(new Decoders(SchemaSource.NONE, List.of()), new DecoderChoices() {
                @Override
                public DecoderChoice of(String topic) {
                    return new DecoderChoice("no such decoder", "no such decoder");
                }

                @Override
                public boolean keysAreDetected() {
                    return false;
                }
            });

    private static Stream<String> filters() {
        List<String> all = new ArrayList<>();
        for (String not : List.of("", "!")) {
            for (String part : List.of("key", "value", "header.h")) {
                for (String operator : List.of(":", "=", "!=", "==")) {
                    all.add(not + part + operator + "null");
                    all.add(not + part + operator + "empty");
                }
            }
            all.add(not + "header:null");
            all.add(not + "header:empty");
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void null_and_empty_are_decided_by_bytes(String text) {
        SlowFilter.Slow slow = SlowFilter.of(text);
        for (RecordReader reader : List.of(RecordReader.withoutSchemas(), UNREADABLE)) {
            FilterResult compiled = new FilterLanguage(FilterContext.ofTopic(Clock.systemUTC(), reader)).compile(text);
            for (ConsumedRecord record : records()) {
                assertThat(((FilterResult.Compiled) compiled).filter().test(record))
                        .as("%s on key %s, value %s", text, shown(record.key()), shown(record.value()))
                        .isEqualTo(Verdict.of(Objects.requireNonNull(slow.test(record))));
            }
        }
    }

    private static String shown(byte @Nullable [] bytes) {
        return Arrays.toString(bytes);
    }

    private static List<ConsumedRecord> records() {
        byte[] packed = gzip("{\"a\":1}");
        List<byte[]> all = new ArrayList<>(List.of(
                new byte[0],
                gzip(""),
                packed,
                Arrays.copyOf(packed, packed.length - 6),
                new byte[] {0, 0, 0, 0, 7, 2},
                new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
                "null".getBytes(StandardCharsets.UTF_8)));
        List<ConsumedRecord> records = new ArrayList<>();
        for (int key = -1; key < all.size(); key++) {
            for (int value = -1; value < all.size(); value++) {
                ConsumedRecord.Builder record = ConsumedRecord.at(new PartitionId("orders", 0), records.size())
                        .key(key < 0 ? null : all.get(key))
                        .value(value < 0 ? null : all.get(value));
                if (key != value) {
                    record.headers(
                            List.of(value < 0 ? new RecordHeader("h", null) : new RecordHeader("h", all.get(value))));
                }
                records.add(record.build());
            }
        }
        return records;
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
