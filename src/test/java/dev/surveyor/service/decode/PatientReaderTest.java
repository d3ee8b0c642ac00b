package dev.surveyor.service.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.Readings;
import dev.surveyor.codec.schema.SchemaCompiler;
import dev.surveyor.codec.schema.SchemaFormat;
import dev.surveyor.codec.schema.SchemaKey;
import dev.surveyor.codec.schema.SchemaSource;
import dev.surveyor.codec.schema.Schemas;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.filter.Verdict;
import dev.surveyor.testing.Await;
import dev.surveyor.ui.settings.FakeSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatientReaderTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String ORDER =
            "{\"type\":\"record\",\"name\":\"Order\",\"fields\":[{\"name\":\"id\",\"type\":\"long\"}]}";

    /** The order with the number 7, of the schema 42. */
    private static final ConsumedRecord SEVEN = Readings.recordOf(Schemas.framed(42, new byte[] {14}));

    private final SlowRegistry registry = new SlowRegistry();
    private final Decoding decoding =
            new Decodings(new FakeSettings(), (settings, changed) -> registry.telling(changed), List.of()).of("p");

    @Test
    void a_filter_waits_for_the_schema_and_then_decides() throws Exception {
        try (PatientReader reader = new PatientReader(decoding, LONG)) {
            CompletableFuture<Verdict> verdict = test(reader, "value.id=7");
            Await.until("it waits", Duration.ofSeconds(60), () -> reader.waitingFor() != null);
            assertThat(reader.waitingFor()).isEqualTo("schema 42 is being fetched");
            registry.changed();
            registry.answer(
                    42,
                    new SchemaSource.Lookup.Found(
                            SchemaCompiler.compile(Schemas.text(SchemaFormat.AVRO, ORDER)), null));

            assertThat(verdict.get(60, TimeUnit.SECONDS)).isEqualTo(Verdict.MATCH);
            assertThat(reader.waitingFor()).isNull();
        }
    }

    @Test
    void a_schema_that_does_not_exist_leaves_the_record_undecided() throws Exception {
        try (PatientReader reader = new PatientReader(decoding, LONG)) {
            CompletableFuture<Verdict> verdict = test(reader, "value.id=7");
            registry.answer(42, new SchemaSource.Lookup.Missing("no such schema", "no schema"));

            assertThat(verdict.get(60, TimeUnit.SECONDS)).isEqualTo(Verdict.UNDECIDED);
        }
    }

    @Test
    void patience_has_an_end_and_what_waits_then_is_undecided_at_once() throws Exception {
        try (PatientReader reader = new PatientReader(decoding, Duration.ofMillis(30))) {
            for (String filter : List.of("value.id=7", "!value.id=7", "is:error", "!is:error", "!nothing")) {
                assertThat(test(reader, filter).get(60, TimeUnit.SECONDS))
                        .as(filter)
                        .isEqualTo(Verdict.UNDECIDED);
            }
        }
    }

    @Test
    void closing_ends_the_wait() throws Exception {
        PatientReader reader = new PatientReader(decoding, LONG);
        CompletableFuture<Verdict> verdict = test(reader, "value.id=7");
        Await.until("it waits", Duration.ofSeconds(60), () -> reader.waitingFor() != null);
        reader.close();

        assertThat(verdict.get(60, TimeUnit.SECONDS)).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void the_reader_of_the_window_never_waits() {
        assertThat(decoding.reader()
                        .text(SEVEN, dev.surveyor.codec.RecordPart.VALUE)
                        .length())
                .isEqualTo(6);
    }

    private static CompletableFuture<Verdict> test(PatientReader reader, String filter) {
        FilterResult result = new FilterLanguage(FilterContext.ofTopic(Clock.systemUTC(), reader)).compile(filter);
        return CompletableFuture.supplyAsync(
                () -> ((FilterResult.Compiled) result).filter().test(SEVEN));
    }

    /** A registry that has nothing until the test gives it. */
    private static final class SlowRegistry implements SchemaSources.OpenSource {
        private final Map<SchemaKey, Lookup> answers = new ConcurrentHashMap<>();
        private volatile @Nullable Runnable listener;

        SchemaSources.OpenSource telling(Runnable changed) {
            listener = changed;
            return this;
        }

        void answer(int id, Lookup lookup) {
            answers.put(new SchemaKey.Id(id), lookup);
            changed();
        }

        void changed() {
            Runnable told = listener;
            if (told != null) {
                told.run();
            }
        }

        @Override
        public boolean present() {
            return true;
        }

        @Override
        public Lookup find(SchemaKey key) {
            return answers.getOrDefault(key, new Lookup.Waiting("schema " + key + " is being fetched"));
        }

        @Override
        public void refresh() {}

        @Override
        public void close() {}
    }
}
