package dev.surveyor.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.DecoderChoices;
import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.codec.detect.DetectingReader;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.detect.Readings;
import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.View;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.service.decode.RegistrySettings;
import dev.surveyor.service.decode.SchemaSources.OpenSource;
import dev.surveyor.testing.Await;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of eight bytes, as a serializer of numbers writes them, beside a registry. */
class NumberKeysTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Its first five bytes name schema 7, its last three are a record of it. */
    private static final long LIKE_SCHEMA_7 = 0x07_80_80_01L;

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private FakeRegistry registry;

    @BeforeEach
    void open() throws IOException {
        registry = new FakeRegistry(0)
                .answering(
                        "/schemas/ids/7",
                        "200 {\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Order\\\",\\\"fields\\\":"
                                + "[{\\\"name\\\":\\\"id\\\",\\\"type\\\":\\\"long\\\"}]}\"}")
                .answering("/schemas/ids/7/versions", "200 [{\"subject\":\"orders-value\",\"version\":1}]");
    }

    @AfterEach
    void close() {
        registry.close();
        background.shutdownNow();
        timer.shutdownNow();
    }

    private static ConsumedRecord record(long offset, long key) {
        return ConsumedRecord.at(new PartitionId("counts", 0), offset)
                .key(ByteBuffer.allocate(Long.BYTES).putLong(key).array())
                .build();
    }

    private static List<ConsumedRecord> thousand() {
        return LongStream.range(0, 1_000)
                .mapToObj(i -> record(i, i == 500 ? LIKE_SCHEMA_7 : i * 68_719_477L))
                .toList();
    }

    private static Reading key(RecordReader reader, ConsumedRecord record, View view) {
        return reader.read(record, RecordPart.KEY, 1_000, Input.Effort.TEXT, view);
    }

    @Test
    void a_thousand_are_numbers_none_is_an_error_and_the_registry_is_asked_a_handful_of_times() {
        try (OpenSource source = new HttpSchemaSources(background, timer, System::nanoTime)
                .open(new RegistrySettings(List.of(registry.url()), null, null, null, null, null), () -> {})) {
            RecordReader reader = new DetectingReader(new Decoders(source, List.of()), DecoderChoices.NONE);
            List<ConsumedRecord> records = thousand();
            ConsumedRecord guessed = records.get(500);
            Reading first = key(reader, guessed, View.MEANING);
            assertThat(first.state()).isEqualTo(Reading.State.WAITING);
            Await.until("all answers", SOON, () -> records.stream()
                    .noneMatch(record -> key(reader, record, View.MEANING).state() == Reading.State.WAITING));

            for (ConsumedRecord record : records) {
                Reading reading = key(reader, record, View.MEANING);
                long number = ByteBuffer.wrap(record.data(), record.keyStart(), Long.BYTES)
                        .getLong();
                assertThat(Readings.textOf(reading)).isEqualTo(Long.toString(number));
                assertThat(reading.broken()).isFalse();
            }
            assertThat(key(reader, guessed, View.MEANING).aside().views()).containsExactly(View.GUESS);
            assertThat(Readings.textOf(key(reader, guessed, View.GUESS))).isEqualTo("{\"id\":8192}");
            assertThat(registry.timesAsked()).isBetween(2L, 10L);
            assertThat(registry.timesAsked("/schemas/ids/7")).isEqualTo(1);
        }
    }
}
