package dev.surveyor.sandbox.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleDataIT {

    private final Instant newest = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @BeforeAll
    void fill(TestBroker broker) throws Exception {
        try (SampleData sample =
                new SampleData(broker.bootstrapServers(), Clock.fixed(newest, ZoneOffset.UTC), Thread::new)) {
            EnumSet<SampleTopic> all = EnumSet.allOf(SampleTopic.class);
            // Another test class of this JVM may have made them already.
            sample.delete(all);
            sample.create(all);
            sample.fill(all);
        }
    }

    @Test
    void orders_arrive_byte_for_byte_in_six_partitions(TestBroker broker) {
        List<String> read = read(broker, SampleTopic.ORDERS, "read_uncommitted");
        assertThat(read)
                .hasSize(500)
                .containsExactlyInAnyOrderElementsOf(SampleRecords.orders(newest).stream()
                        .map(SampleDataIT::text)
                        .toList());
        assertThat(read.get(0)).contains("trace-id=").contains("\"status\":\"").contains("\"placedAt\":\"");
    }

    @Test
    void payments_keep_numbers_beyond_two_to_the_53_and_keys_that_are_null_or_empty(TestBroker broker) {
        List<String> read = read(broker, SampleTopic.PAYMENTS, "read_uncommitted");
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(SampleRecords.payments(newest).stream()
                        .map(SampleDataIT::text)
                        .toList());
        assertThat(read).anyMatch(record -> record.contains("\"paymentId\":9007199254740993,"));
        assertThat(read).anyMatch(record -> record.contains("\"limit\":9223372036854775807,"));
        assertThat(read).anyMatch(record -> record.startsWith("null "));
        assertThat(read).anyMatch(record -> record.startsWith("'' "));
        assertThat(read).anyMatch(record -> record.contains("attempt='1' attempt='2' attempt='3'"));
    }

    @Test
    void audit_has_tombstones_empty_values_and_bytes_that_are_no_text(TestBroker broker) {
        List<String> read = read(broker, SampleTopic.AUDIT, "read_uncommitted");
        assertThat(read)
                .containsExactlyElementsOf(SampleRecords.audit(newest).stream()
                        .map(SampleDataIT::text)
                        .toList());
        assertThat(read).anyMatch(record -> record.contains(" null ")).anyMatch(record -> record.contains(" '' "));
        assertThat(read).allMatch(record -> record.contains("comment=null note=''"));
    }

    @Test
    void transfers_hide_what_was_aborted_from_a_reader_of_committed_records_and_nothing_is_open(TestBroker broker)
            throws Exception {
        List<String> all = read(broker, SampleTopic.TRANSFERS, "read_uncommitted");
        List<String> committed = read(broker, SampleTopic.TRANSFERS, "read_committed");
        assertThat(all).hasSize(16);
        assertThat(committed).hasSize(12).noneMatch(record -> record.contains("\"aborted\""));
        Admin admin = broker.admin();
        assertThat(admin.listTransactions().all().get())
                .noneMatch(listing -> listing.state().toString().contains("Ongoing"));
    }

    @Test
    void the_same_order_is_always_the_same_bytes() {
        assertThat(text(SampleOrders.order(7, newest))).isEqualTo(text(SampleOrders.order(7, newest)));
        assertThat(text(SampleOrders.order(7, newest))).isNotEqualTo(text(SampleOrders.order(8, newest)));
    }

    private static List<String> read(TestBroker broker, SampleTopic topic, String isolation) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            partitions.add(new TopicPartition(topic.topicName(), partition));
        }
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", isolation),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                assertThat(System.nanoTime()).as("the end is reached in time").isLessThan(deadline);
                consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            }
        }
        return read.stream()
                .sorted(Comparator.comparingInt(ConsumerRecord<byte[], byte[]>::partition)
                        .thenComparingLong(ConsumerRecord::offset))
                .map(record -> text(record.key(), record.value(), record.timestamp(), record.headers()))
                .toList();
    }

    private static String text(ProducerRecord<byte[], byte[]> record) {
        return text(record.key(), record.value(), record.timestamp(), record.headers());
    }

    /** Returns a text in which two records are equal only if all their bytes are: Latin-1 maps each byte to one char. */
    private static String text(
            byte @Nullable [] key, byte @Nullable [] value, long timestamp, Iterable<Header> headers) {
        StringBuilder text = new StringBuilder(bytes(key) + " " + timestamp + " " + bytes(value) + " ");
        Stream.Builder<String> parts = Stream.builder();
        headers.forEach(header -> parts.add(header.key() + "=" + bytes(header.value())));
        return text.append(String.join(" ", parts.build().toList())).toString();
    }

    private static String bytes(byte @Nullable [] raw) {
        return raw == null
                ? "null"
                : "'" + new String(Arrays.copyOf(raw, raw.length), StandardCharsets.ISO_8859_1) + "'";
    }
}
