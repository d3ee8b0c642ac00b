package dev.surveyor.kafka.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.HeaderCursor;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RawRecord;
import dev.surveyor.domain.record.RecordHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.MutableRecordBatch;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** On batches as the client's own classes write and read them, in all formats that a broker may still hold. */
class ReceivedRecordTest {

    private static final PartitionId PARTITION = new PartitionId("orders", 3);
    private static final int EPOCH = 7;

    private final ReceivedRecord view = new ReceivedRecord(PARTITION);

    @ParameterizedTest
    @EnumSource(CompressionType.class)
    void shows_and_copies_what_a_batch_of_format_2_holds(CompressionType compression) {
        List<SimpleRecord> written = List.of(
                record("key", "value", header("a", "1"), header("a", "2")),
                record(null, "no key", header("null", null), header("empty", "")),
                record("tombstone", null, header("reason", "gone")),
                record("", ""),
                record(null, null, header("only", "headers")),
                record(null, null),
                record("k", "v".repeat(100_000), header("long", "x".repeat(300)), header("größe", "ü")),
                new SimpleRecord(1, new byte[] {1}, new byte[] {2}, manyHeaders()));

        compare(
                written,
                read(RecordBatch.MAGIC_VALUE_V2, Compression.of(compression).build(), written));
    }

    static Stream<Byte> oldFormats() {
        return Stream.of(RecordBatch.MAGIC_VALUE_V0, RecordBatch.MAGIC_VALUE_V1);
    }

    /** What follows the value is then the next record, which must not be taken for headers. */
    @ParameterizedTest
    @MethodSource("oldFormats")
    void older_formats_have_no_headers(byte magic) {
        List<SimpleRecord> written =
                List.of(record("key", "value"), record(null, "\u0004"), record("gone", null), record("k", "v"));

        compare(written, read(magic, Compression.NONE, written));
    }

    private void compare(List<SimpleRecord> written, List<ConsumerRecord<ByteBuffer, ByteBuffer>> received) {
        assertThat(received).hasSameSizeAs(written);
        for (int i = 0; i < written.size(); i++) {
            SimpleRecord wanted = written.get(i);
            RawRecord shown = view.show(received.get(i));
            assertThat(headers(shown)).isEqualTo(headers(wanted));
            ConsumedRecord copy = view.copy(received.get(i), 1_000, 2);
            assertThat(copy.offset()).isEqualTo(i);
            assertThat(copy.seekEpoch()).isEqualTo(2);
            assertThat(copy.receivedAt()).isEqualTo(1_000);
            assertThat(copy.key()).isEqualTo(bytes(wanted.key()));
            assertThat(copy.value()).isEqualTo(bytes(wanted.value()));
            assertThat(copy.headers()).isEqualTo(headers(wanted));
            assertThat(copy.sizeInBytes()).isEqualTo(size(wanted)).isEqualTo(shown.sizeInBytes());
        }
    }

    private static List<ConsumerRecord<ByteBuffer, ByteBuffer>> read(
            byte magic, Compression compression, List<SimpleRecord> records) {
        MemoryRecords written = MemoryRecords.withRecords(magic, compression, records.toArray(SimpleRecord[]::new));
        List<ConsumerRecord<ByteBuffer, ByteBuffer>> received = new ArrayList<>();
        for (RecordBatch batch : written.batches()) {
            if (magic == RecordBatch.MAGIC_VALUE_V2) {
                ((MutableRecordBatch) batch).setPartitionLeaderEpoch(EPOCH);
            }
            for (Record one : batch) {
                received.add(new ConsumerRecord<>(
                        PARTITION.topic(),
                        PARTITION.partition(),
                        one.offset(),
                        one.timestamp(),
                        TimestampType.CREATE_TIME,
                        one.keySize(),
                        one.valueSize(),
                        one.key(),
                        one.value(),
                        new RecordHeaders(one.headers()),
                        batch.partitionLeaderEpoch() < 0
                                ? Optional.empty()
                                : Optional.of(batch.partitionLeaderEpoch())));
            }
        }
        return received;
    }

    private static SimpleRecord record(@Nullable String key, @Nullable String value, Header... headers) {
        return new SimpleRecord(1, utf8(key), utf8(value), headers);
    }

    private static Header header(String key, @Nullable String value) {
        return new org.apache.kafka.common.header.internals.RecordHeader(key, utf8(value));
    }

    private static Header[] manyHeaders() {
        Header[] many = new Header[300];
        Arrays.setAll(many, i -> header("header-" + i, "value-" + i));
        return many;
    }

    private static List<RecordHeader> headers(SimpleRecord record) {
        return Arrays.stream(record.headers())
                .map(header -> new RecordHeader(header.key(), header.value()))
                .toList();
    }

    private static List<RecordHeader> headers(RawRecord record) {
        List<RecordHeader> headers = new ArrayList<>();
        HeaderCursor cursor = new HeaderCursor(record);
        while (cursor.next()) {
            headers.add(cursor.copy());
        }
        return headers;
    }

    private static int size(SimpleRecord record) {
        int size = length(bytes(record.key())) + length(bytes(record.value()));
        for (Header header : record.headers()) {
            size += header.key().getBytes(StandardCharsets.UTF_8).length + length(header.value());
        }
        return size;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
