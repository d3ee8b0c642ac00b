package dev.surveyor.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.DecoderChoices;
import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.codec.detect.DetectingReader;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.schema.Schemas;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.decode.RegistrySettings;
import dev.surveyor.service.decode.SchemaSources.OpenSource;
import dev.surveyor.testing.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real registry in its Confluent-compatible mode. Skipped, and counted so, where it cannot be downloaded. */
class ApicurioIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ORDER =
            "{\"type\":\"record\",\"name\":\"Order\",\"fields\":[{\"name\":\"id\",\"type\":\"long\"},{\"name\":\"to\",\"type\":\"Address\"}]}";
    private static final String ADDRESS =
            "{\"type\":\"record\",\"name\":\"Address\",\"fields\":[{\"name\":\"zip\",\"type\":\"string\"}]}";

    private static ExecutorService background;
    private static ScheduledExecutorService timer;
    private static ApicurioRegistry registry;
    private static OpenSource source;

    @BeforeAll
    static void start() throws InterruptedException {
        background = Executors.newCachedThreadPool();
        timer = Executors.newSingleThreadScheduledExecutor();
        ApicurioRegistry started = startOrAbort();
        registry = started;
        source = new HttpSchemaSources(background, timer, System::nanoTime)
                .open(new RegistrySettings(List.of(started.url()), null, null, null, null, null), () -> {});
    }

    private static ApicurioRegistry startOrAbort() throws InterruptedException {
        try {
            return ApicurioRegistry.start();
        } catch (IOException unavailable) {
            return abort("The registry cannot be had here: " + unavailable.getMessage());
        }
    }

    @AfterAll
    static void stop() {
        if (source != null) {
            source.close();
        }
        if (registry != null) {
            registry.close();
        }
        background.shutdownNow();
        timer.shutdownNow();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static Reading read(byte[] bytes) {
        Await.until("the registry to answer", SOON, () -> settled(Readings.as("Schema registry", bytes, source)));
        return Readings.as("Schema registry", bytes, source);
    }

    private static boolean settled(Reading reading) {
        String note = reading.aside().note();
        return reading.state() != Reading.State.WAITING && (note == null || !note.contains("is being fetched"));
    }

    @Test
    void avro_with_a_reference_is_read() throws IOException, InterruptedException {
        int ignored = registry.register("address", "{\"schema\":" + quoted(ADDRESS) + "}");
        int id = registry.register(
                "orders-value",
                "{\"schema\":" + quoted(ORDER)
                        + ",\"references\":[{\"name\":\"Address\",\"subject\":\"address\",\"version\":1}]}");
        Schema.Parser parser = new Schema.Parser();
        Schema address = parser.parse(ADDRESS);
        Schema order = parser.parse(ORDER);
        GenericData.Record to = new GenericData.Record(address);
        to.put("zip", "10115");
        GenericData.Record datum = new GenericData.Record(order);
        datum.put("id", Long.MIN_VALUE);
        datum.put("to", to);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<>(order).write(datum, encoder);
        encoder.flush();
        Reading reading = read(Schemas.framed(id, out.toByteArray()));

        assertThat(ignored).isPositive();
        assertThat(Readings.textOf(reading)).isEqualTo("{\"id\":-9223372036854775808,\"to\":{\"zip\":\"10115\"}}");
        assertThat(reading.detail()).contains("schema " + id).contains("orders-value");
    }

    @Test
    void protobuf_and_json_schema_are_read() throws IOException, InterruptedException {
        int proto = registry.register(
                "shop-value",
                "{\"schemaType\":\"PROTOBUF\",\"schema\":"
                        + quoted("syntax = \"proto3\";\nmessage Shop { int64 id = 1; message In { string s = 1; } }")
                        + "}");
        int json = registry.register(
                "json-value",
                "{\"schemaType\":\"JSON\",\"schema\":"
                        + quoted(
                                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\",\"required\":[\"id\"]}")
                        + "}");

        assertThat(Readings.textOf(read(Schemas.framed(proto, new byte[] {0, 8, 42}))))
                .isEqualTo("{\"id\":42}");
        assertThat(Readings.textOf(read(Schemas.framed(proto, new byte[] {4, 0, 0, 10, 1, 'x'}))))
                .isEqualTo("{\"s\":\"x\"}");
        Reading wrong = read(Schemas.framed(json, "{}".getBytes(StandardCharsets.UTF_8)));
        assertThat(Readings.textOf(wrong)).isEqualTo("{}");
        assertThat(wrong.problem()).contains("does not match schema " + json);
    }

    @Test
    void ids_of_either_kind_in_headers_are_read_with_what_the_schema_refers_to()
            throws IOException, InterruptedException {
        int unused = registry.register("place", "{\"schema\":" + quoted(ADDRESS) + "}");
        String body = "{\"schema\":" + quoted(ORDER)
                + ",\"references\":[{\"name\":\"Address\",\"subject\":\"place\",\"version\":1}]}";
        int first = registry.register("bills-value", body);
        int content = registry.register("again-value", body);
        long global = registry.globalId("again-value");
        byte[] payload = {14, 2, 'x'};

        assertThat(content).as("one text, one content id").isEqualTo(first);
        assertThat(Readings.textOf(read(withHeader("apicurio.value.contentId", content, payload))))
                .isEqualTo("{\"id\":7,\"to\":{\"zip\":\"x\"}}");
        Reading byGlobal = read(withHeader("apicurio.value.globalId", global, payload));
        assertThat(Readings.textOf(byGlobal)).isEqualTo("{\"id\":7,\"to\":{\"zip\":\"x\"}}");
        assertThat(byGlobal.detail()).contains("schema with the global id " + global + " (again-value 1)");
    }

    @Test
    void eight_bytes_of_an_id_before_the_name_of_a_message_are_read() throws IOException, InterruptedException {
        int unused = registry.register(
                "pb-value",
                "{\"schemaType\":\"PROTOBUF\",\"schema\":"
                        + quoted("syntax = \"proto3\";\nmessage No {}\nmessage Shop { int64 id = 1; }") + "}");
        long global = registry.globalId("pb-value");
        byte[] body = {6, 10, 4, 'S', 'h', 'o', 'p', 8, 42};
        byte[] value = ByteBuffer.allocate(9 + body.length)
                .put((byte) 0)
                .putLong(global)
                .put(body)
                .array();

        assertThat(unused).isPositive();
        assertThat(Readings.textOf(read(ConsumedRecord.at(new PartitionId("pb", 0), 1)
                        .value(value)
                        .build())))
                .isEqualTo("{\"id\":42}");
    }

    private static ConsumedRecord withHeader(String name, long id, byte[] value) {
        byte[] header = ByteBuffer.allocate(Long.BYTES).putLong(id).array();
        return ConsumedRecord.at(new PartitionId("orders", 0), 1)
                .value(value)
                .header(name.getBytes(StandardCharsets.UTF_8), header)
                .build();
    }

    /** Reads as a connection without a choice does. */
    private static Reading read(ConsumedRecord record) {
        DetectingReader reader = new DetectingReader(new Decoders(source, List.of()), DecoderChoices.NONE);
        Supplier<Reading> reading = () -> reader.read(record, RecordPart.VALUE, 10_000, Input.Effort.FULL);
        Await.until("the registry to answer", SOON, () -> settled(reading.get()));
        return reading.get();
    }

    @Test
    void an_unknown_id_is_told_in_a_sentence() {
        Reading reading = read(Schemas.framed(999_999, new byte[] {1, 2, 3}));

        assertThat(reading.state()).isEqualTo(Reading.State.FAILED);
        assertThat(reading.problem()).contains("has no schema 999999");
    }
}
