package dev.surveyor.service.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.surveyor.codec.snippet.OddRecords;
import dev.surveyor.codec.transfer.JsonLinesFile;
import dev.surveyor.domain.consume.IsolationLevel;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.search.SearchRange;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.kafka.produce.KafkaProducers;
import dev.surveyor.kafka.search.KafkaSearches;
import dev.surveyor.kafka.testing.TestConnection;
import dev.surveyor.service.decode.Decodings;
import dev.surveyor.service.produce.ProduceSession;
import dev.surveyor.testing.SandboxBroker;
import dev.surveyor.testing.TestBroker;
import dev.surveyor.testing.TestKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Out of a topic into a file and into another topic, on a real broker, compared by an independent consumer. */
@ExtendWith(SandboxBroker.class)
class TransferIT {

    private static final Path KCAT = Path.of("/usr/bin/kcat");

    @TempDir
    private Path folder;

    @Test
    void what_was_exported_comes_back_byte_for_byte(TestBroker broker) throws Exception {
        String topic = oddTopic(broker);
        String copy = broker.newTopic(3);
        Path file = folder.resolve("odd.jsonl");
        try (TestConnection connection = TestConnection.to(broker.bootstrapServers())) {
            Exporter.Result result = export(connection, topic, 3, file, "", new SearchRange.Whole());
            assertThat(result.complete()).isTrue();
            assertThat(result.records()).isEqualTo(OddRecords.all(topic).size() + 2);
            assertThat(result.bytes()).isEqualTo(Files.size(file));
            assertThat(folder.toFile().list())
                    .containsExactly(file.getFileName().toString());

            ImportPreview preview = Importer.preview(file, new TransferControl());
            assertThat(preview.records()).isEqualTo(result.records());
            assertThat(preview.topics()).containsExactly(topic);
            assertThat(preview.highestPartition()).isEqualTo(2);
            assertThat(preview.brokenLines()).isZero();

            ImportReport report = send(connection, file, new ImportPlan(copy, true, true, true));
            assertThat(report.acknowledged()).as(report.problems().toString()).isEqualTo(result.records());
            assertThat(report.failed()).isZero();
        }
        assertThat(read(broker, copy)).isEqualTo(read(broker, topic));
        assumeTrue(Files.isExecutable(KCAT), "kcat is not installed");
        assertThat(kcat(broker, copy)).isEqualTo(kcat(broker, topic));
    }

    @Test
    void a_range_and_a_filter_take_what_they_say(TestBroker broker) throws Exception {
        String topic = broker.newTopic(2);
        broker.sendMany(topic, 2, 50_000);
        Path file = folder.resolve("part.jsonl");
        try (TestConnection connection = TestConnection.to(broker.bootstrapServers())) {
            assertThat(export(connection, topic, 2, file, "", new SearchRange.Whole())
                            .records())
                    .isEqualTo(50_000);
            assertThat(export(connection, topic, 2, file, "", new SearchRange.Offsets(10, 30))
                            .records())
                    .isEqualTo(40);
            assertThat(export(connection, topic, 2, file, "\"value-4999\"", new SearchRange.Whole())
                            .records())
                    .isEqualTo(11);
            Instant now = Instant.now();
            SearchRange later = new SearchRange.Times(now.plusSeconds(60), null);
            assertThat(export(connection, topic, 2, file, "", later).records()).isZero();
            SearchRange today = new SearchRange.Times(now.minusSeconds(3_600), now.plusSeconds(60));
            assertThat(export(connection, topic, 2, file, "", today).records()).isEqualTo(50_000);
        }
        assertThat(Files.readAllLines(file)).hasSize(50_000);
    }

    @Test
    void a_filter_may_name_partitions_and_says_what_it_could_not_decide(TestBroker broker) throws Exception {
        String topic = broker.newTopic(3);
        for (String value : List.of("{\"n\":1}", "{\"n\":9}", "no JSON", "{\"n")) {
            broker.send(topic, 1, null, value.getBytes(StandardCharsets.UTF_8));
        }
        broker.send(topic, 2, null, "{\"n\":9}".getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("filtered.jsonl");
        try (TestConnection connection = TestConnection.to(broker.bootstrapServers())) {
            Exporter.Result one = export(connection, topic, 3, file, "p:2", new SearchRange.Whole());
            assertThat(one.records()).isEqualTo(1);
            assertThat(one.losses()).isEmpty();

            Exporter.Result some = export(connection, topic, 3, file, "value.n>5", new SearchRange.Whole());
            assertThat(some.complete()).isTrue();
            assertThat(some.records()).isEqualTo(2);
            assertThat(some.losses())
                    .containsExactly(
                            "1 record could not be decoded as the filter needs it and is left out; the first is "
                                    + topic + "[1]@2.");
        }
    }

    @Test
    void a_file_that_cannot_be_written_says_why() {
        Path file = folder.resolve("missing").resolve("x.jsonl");
        ExportSource nothing = (sink, control) -> {};
        assertThatThrownBy(() -> Exporter.write(nothing, new JsonLinesFile(), file, new TransferControl()))
                .isInstanceOfSatisfying(TransferException.class, failed -> {
                    assertThat(failed.failure().what()).isEqualTo("The file " + file + " could not be written.");
                    assertThat(failed.failure().why()).isEqualTo("This folder does not exist.");
                });
    }

    @Test
    void a_cancelled_export_leaves_nothing_and_keeps_the_file_that_was_there(TestBroker broker) throws Exception {
        Path file = Files.writeString(folder.resolve("old.jsonl"), "old");
        TransferControl control = new TransferControl();
        ExportSource source = (sink, given) -> {
            sink.take(OddRecords.all("orders").get(3), 0.5);
            given.cancel();
        };
        Exporter.Result result = Exporter.write(source, new JsonLinesFile(), file, control);
        assertThat(result.complete()).isFalse();
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(folder.toFile().list()).containsExactly(file.getFileName().toString());
    }

    @Test
    void broken_lines_and_wrong_partitions_are_counted_and_named(TestBroker broker) throws Exception {
        String topic = broker.newTopic(1);
        Path file = Files.writeString(folder.resolve("broken.jsonl"), """
                {"value":"one"}

                nonsense
                {"value":"two","partition":0}
                {"valeu":"x"}
                {"value":null,"partition":9}
                \0\0
                """);
        try (TestConnection connection = TestConnection.to(broker.bootstrapServers())) {
            ImportReport report = send(connection, file, new ImportPlan(topic, true, true, true));
            assertThat(report.read()).isEqualTo(3);
            assertThat(report.acknowledged()).isEqualTo(2);
            assertThat(report.failed()).isEqualTo(1);
            assertThat(report.brokenLines()).isEqualTo(3);
            assertThat(report.problems()).anyMatch(problem -> problem.startsWith("line 5: unknown field \"valeu\""));
            assertThat(report.problems()).anyMatch(problem -> problem.startsWith("line 6: "));
        }
    }

    @Test
    void times_before_1970_are_said_first_and_sent_anew_or_left_out(TestBroker broker) throws Exception {
        Path file = Files.writeString(folder.resolve("early.jsonl"), """
                {"value":"early","timestamp":-5,"timestampType":"CreateTime"}
                {"value":"none","timestamp":-1,"timestampType":"NotAvailable"}
                {"value":"kept","timestamp":1000}
                """);
        ImportPreview preview = Importer.preview(file, new TransferControl());
        assertThat(preview.earlyTimes()).isEqualTo(1);
        try (TestConnection connection = TestConnection.to(broker.bootstrapServers())) {
            String all = broker.newTopic(1);
            ImportReport sent = send(connection, file, new ImportPlan(all, true, true, true));
            assertThat(sent.acknowledged()).as(sent.problems().toString()).isEqualTo(3);
            assertThat(sent.retimed()).isEqualTo(1);
            assertThat(sent.leftOut()).isZero();

            String some = broker.newTopic(1);
            ImportReport left = send(connection, file, new ImportPlan(some, true, true, false));
            assertThat(left.read()).isEqualTo(3);
            assertThat(left.acknowledged()).isEqualTo(2);
            assertThat(left.leftOut()).isEqualTo(1);
            assertThat(left.failed()).isZero();
        }
    }

    @Test
    void header_names_that_are_not_utf_8_are_exported_whole_and_said_before_an_import(TestBroker broker)
            throws Exception {
        assumeTrue(Files.isExecutable(KCAT), "kcat is not installed");
        String topic = broker.newTopic(1);
        String send = "printf x | " + KCAT + " -b " + broker.bootstrapServers() + " -P -t " + topic
                + " -H $'n\\377me=one' -H $'ключ=two'";
        assertThat(new ProcessBuilder("bash", "-c", send).inheritIO().start().waitFor())
                .isZero();
        Path file = folder.resolve("names.jsonl");
        try (TestConnection connection = TestConnection.to(broker.bootstrapServers())) {
            Exporter.Result result = export(connection, topic, 1, file, "", new SearchRange.Whole());
            assertThat(result.losses()).isEmpty();
        }

        assertThat(Files.readString(file))
                .contains("\"headers\":[{\"keyBase64\":\"bv9tZQ==\",\"value\":\"one\"},"
                        + "{\"key\":\"ключ\",\"value\":\"two\"}]");
        assertThat(Importer.preview(file, new TransferControl()).changedNames()).isEqualTo(1);
    }

    @Test
    void a_record_of_64_mb_gets_the_time_that_it_needs(TestBroker broker) throws Exception {
        String topic = TestKafka.uniqueName("large");
        broker.createTopic(topic, 1, Map.of("max.message.bytes", Integer.toString(90 * 1024 * 1024)));
        byte[] value = new byte[64 * 1024 * 1024];
        java.util.Arrays.fill(value, (byte) 'x');
        Path file = folder.resolve("large.jsonl");
        try (java.io.OutputStream out = Files.newOutputStream(file)) {
            out.write("{\"value\":\"small\"}\n{\"value\":\"".getBytes(StandardCharsets.UTF_8));
            out.write(value);
            out.write("\"}\n{\"value\":\"after\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Importer.preview(file, new TransferControl()).largest()).isEqualTo(value.length);
        try (TestConnection connection = TestConnection.to(broker.bootstrapServers())) {
            ImportReport report = send(connection, file, new ImportPlan(topic, true, true, true));
            assertThat(report.acknowledged()).as(report.problems().toString()).isEqualTo(3);
        }
    }

    private static Exporter.Result export(
            TestConnection connection, String topic, int partitions, Path file, String filter, SearchRange range)
            throws Exception {
        SearchScope scope = new SearchScope(topic, Set.of(), range, IsolationLevel.READ_UNCOMMITTED);

        TopicRange source = new TopicRange(
                new KafkaSearches(connection.context()),
                scope,
                IntStream.range(0, partitions).boxed().toList(),
                Decodings.unremembered(),
                reader -> (FilterResult.Compiled)
                        new FilterLanguage(FilterContext.ofTopic(Clock.systemUTC(), reader)).compile(filter));
        return Exporter.write(source, new JsonLinesFile(), file, new TransferControl());
    }

    private static ImportReport send(TestConnection connection, Path file, ImportPlan plan) throws Exception {
        try (ProduceSession producer = new KafkaProducers(connection.context()).open(ProducerSettings.DEFAULT)) {
            return Importer.send(file, plan, producer, new TransferControl());
        }
    }

    private static String oddTopic(TestBroker broker) {
        String topic = broker.newTopic(3);
        for (ConsumedRecord record : OddRecords.all(topic)) {
            List<Header> headers = new ArrayList<>();
            record.headers().forEach(header -> headers.add(new RecordHeader(header.key(), header.value())));
            broker.send(new ProducerRecord<>(topic, 1, record.timestamp(), record.key(), record.value(), headers));
        }
        broker.send(new ProducerRecord<>(topic, 2, 0L, null, new byte[700_000]));
        broker.send(new ProducerRecord<>(topic, 0, 1L, new byte[0], (byte[]) null));
        return topic;
    }

    private static List<String> read(TestBroker broker, String topic) {
        List<TopicPartition> partitions = IntStream.range(0, 3)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
        List<String> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long count = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            while (all.size() < count) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> all.add(words(record)));
            }
        }
        return all.stream().sorted().toList();
    }

    private static String words(ConsumerRecord<byte[], byte[]> record) {
        List<String> headers = Stream.of(record.headers().toArray())
                .map(header -> header.key() + "=" + java.util.Arrays.toString(header.value()))
                .toList();
        return record.partition() + "@" + record.offset() + " " + record.timestamp() + " " + record.timestampType()
                + " "
                + java.util.Arrays.toString(record.key()) + " " + java.util.Arrays.hashCode(record.value()) + " "
                + (record.value() == null ? -1 : record.value().length) + " " + headers;
    }

    private byte[] kcat(TestBroker broker, String topic) throws Exception {
        Path out = folder.resolve("kcat-" + topic);
        for (int partition = 0; partition < 3; partition++) {
            Process kcat = new ProcessBuilder(
                            KCAT.toString(),
                            "-q",
                            "-C",
                            "-e",
                            "-b",
                            broker.bootstrapServers(),
                            "-t",
                            topic,
                            "-p",
                            Integer.toString(partition),
                            "-f",
                            "%p;%o;%T;%K;%k;%S;%s;%h\\n")
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = kcat.waitFor(60, TimeUnit.SECONDS);
            kcat.destroyForcibly();
            assertThat(ended).isTrue();
        }
        return Files.readAllBytes(out);
    }
}
