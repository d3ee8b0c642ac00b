package dev.surveyor.codec.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The lines are run by a shell, and what arrives on a real broker is compared byte for byte. */
@ExtendWith(SandboxBroker.class)
class KcatLineIT {

    private static final Path KCAT = Path.of("/usr/bin/kcat");

    @TempDir
    private Path folder;

    @Test
    void every_line_sends_the_same_bytes_or_says_what_it_cannot(TestBroker broker) throws Exception {
        assumeTrue(Files.isExecutable(KCAT), "kcat is not installed");
        String topic = broker.newTopic(2);
        List<ConsumedRecord> records = new ArrayList<>(OddRecords.all(topic));
        records.add(OddRecords.large(topic, 900_000, false));
        KcatLine kcat = new KcatLine(broker.bootstrapServers());
        StringBuilder script = new StringBuilder("set -e\n");
        records.forEach(record -> script.append(kcat.sending(record)).append('\n'));
        run(script.toString());

        List<ConsumerRecord<byte[], byte[]>> arrived = read(broker, new TopicPartition(topic, 1), records.size());
        for (int i = 0; i < records.size(); i++) {
            compare(records.get(i), arrived.get(i), kcat.sending(records.get(i)));
        }
    }

    @Test
    void the_reading_line_prints_the_record(TestBroker broker) throws Exception {
        assumeTrue(Files.isExecutable(KCAT), "kcat is not installed");
        String topic = broker.newTopic(2);
        broker.send(topic, 1, OddRecords.utf8("other"), OddRecords.utf8("not this"));
        broker.send(topic, 1, OddRecords.utf8("k"), OddRecords.utf8("this one"));
        ConsumedRecord record = OddRecords.record(topic, 1, null, null, List.of());
        assertThat(run(new KcatLine(broker.bootstrapServers()).reading(record)))
                .contains("\"offset\":1,")
                .contains("\"payload\":\"this one\"")
                .doesNotContain("not this");
    }

    @Test
    void what_kcat_cannot_send_is_left_out_and_said(TestBroker broker) {
        ConsumedRecord record = OddRecords.record(
                "orders",
                5,
                null,
                new byte[0],
                List.of(RecordHeader.text("a=b", "x"), new RecordHeader("zero", new byte[] {1, 0})));
        assertThat(new KcatLine(broker.bootstrapServers()).sending(record))
                .contains("# kcat cannot send an empty value with a null key: the key will be empty")
                .contains("# kcat cannot send the header named \"a=b\": left out")
                .contains("# kcat cannot send a zero byte in a header: \"zero\" is left out")
                .doesNotContain("-H ");
    }

    private static void compare(ConsumedRecord record, ConsumerRecord<byte[], byte[]> arrived, String line) {
        boolean emptyKeyInstead = line.contains("the key will be empty");
        assertThat(arrived.key()).as(line).isEqualTo(emptyKeyInstead ? new byte[0] : record.key());
        assertThat(arrived.value()).as(line).isEqualTo(record.value());
        List<RecordHeader> headers = new ArrayList<>();
        arrived.headers().forEach(header -> headers.add(new RecordHeader(header.key(), header.value())));
        assertThat(headers).as(line).isEqualTo(record.headers());
    }

    private String run(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("script.sh"), script);
        Path out = folder.resolve("out.txt");
        Process shell = new ProcessBuilder("bash", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = shell.waitFor(120, TimeUnit.SECONDS);
        shell.destroyForcibly();
        String said = Files.readString(out);
        assertThat(ended).as(said).isTrue();
        assertThat(shell.exitValue()).as(said).isZero();
        return said;
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(TestBroker broker, TopicPartition partition, int count) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (all.size() < count && System.nanoTime() < deadline) {
                all.addAll(consumer.poll(Duration.ofMillis(500)).records(partition));
            }
        }
        assertThat(all).hasSize(count);
        return all;
    }
}
