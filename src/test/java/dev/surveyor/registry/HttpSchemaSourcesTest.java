package dev.surveyor.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.schema.SchemaFile;
import dev.surveyor.codec.schema.SchemaFormat;
import dev.surveyor.codec.schema.SchemaKey;
import dev.surveyor.codec.schema.SchemaSource.Lookup;
import dev.surveyor.domain.connection.Secret;
import dev.surveyor.service.decode.RegistrySettings;
import dev.surveyor.service.decode.SchemaSources.OpenSource;
import dev.surveyor.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpSchemaSourcesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger changes = new AtomicInteger();
    private FakeRegistry registry;

    @BeforeEach
    void open() throws IOException {
        registry = new FakeRegistry(0);
    }

    @AfterEach
    void close() {
        registry.close();
        background.shutdownNow();
        timer.shutdownNow();
    }

    private OpenSource source(RegistrySettings settings) {
        return new HttpSchemaSources(background, timer, now::get).open(settings, changes::incrementAndGet);
    }

    private static RegistrySettings at(String url) {
        return new RegistrySettings(List.of(url), null, null, null, null, null);
    }

    private static Lookup settled(Supplier<Lookup> lookup) {
        Await.until("the registry to answer", SOON, () -> !(lookup.get() instanceof Lookup.Waiting));
        return lookup.get();
    }

    private static @Nullable String reason(Lookup lookup) {
        return lookup instanceof Lookup.Missing missing
                ? missing.reason()
                : lookup instanceof Lookup.Waiting waiting ? waiting.reason() : null;
    }

    @Test
    void a_schema_is_fetched_once_and_kept() {
        registry.answering("/schemas/ids/7", "200 {\"schema\":\"\\\"string\\\"\"}")
                .answering("/schemas/ids/7/versions", "200 [{\"subject\":\"orders-value\",\"version\":3}]");
        try (OpenSource source = source(at(registry.url()))) {
            assertThat(reason(source.find(new SchemaKey.Id(7))))
                    .isEqualTo("schema 7 is being fetched from the registry");
            Lookup found = settled(() -> source.find(new SchemaKey.Id(7)));
            source.find(new SchemaKey.Id(7));

            assertThat(found).isInstanceOfSatisfying(Lookup.Found.class, schema -> {
                assertThat(schema.schema().title()).isEqualTo("schema 7 (orders-value 3)");
                assertThat(schema.schema().format()).isEqualTo(SchemaFormat.AVRO);
            });
            assertThat(registry.timesAsked("/schemas/ids/7")).isEqualTo(1);
            Await.until("the registry to answer", SOON, () -> changes.get() == 1);
        }
    }

    @Test
    void what_a_schema_refers_to_is_fetched_too() {
        registry.answering(
                        "/schemas/ids/1",
                        "200 {\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax=\\\"proto3\\\"; import \\\"b.proto\\\"; message A { B b = 1; }\","
                                + "\"references\":[{\"name\":\"b.proto\",\"subject\":\"b/x y\",\"version\":2}]}")
                .answering(
                        "/subjects/b%2Fx%20y/versions/2",
                        "200 {\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax=\\\"proto3\\\"; message B { int32 n = 1; }\"}");
        try (OpenSource source = source(at(registry.url()))) {
            assertThat(settled(() -> source.find(new SchemaKey.Id(1)))).isInstanceOf(Lookup.Found.class);
        }
    }

    @Test
    void a_missing_schema_is_asked_for_again_after_a_while() {
        try (OpenSource source = source(at(registry.url()))) {
            assertThat(reason(settled(() -> source.find(new SchemaKey.Id(5)))))
                    .isEqualTo("the schema registry at " + registry.url() + " has no schema 5 (Schema not found)");
            source.find(new SchemaKey.Id(5));
            assertThat(registry.timesAsked("/schemas/ids/5")).isEqualTo(1);

            registry.answering("/schemas/ids/5", "200 {\"schema\":\"\\\"int\\\"\"}");
            now.addAndGet(Lookups.MISSING_FOR.toNanos() + 1);
            Await.until("the registry to answer", SOON, () -> source.find(new SchemaKey.Id(5)) instanceof Lookup.Found);
        }
    }

    @Test
    void a_missing_schema_is_asked_for_again_where_the_user_wants_it() {
        try (OpenSource source = source(at(registry.url()))) {
            assertThat(settled(() -> source.find(new SchemaKey.Id(5))))
                    .isInstanceOfSatisfying(Lookup.Missing.class, missing -> assertThat(missing.brief())
                            .isEqualTo("no schema 5"));
            registry.answering("/schemas/ids/5", "200 {\"schema\":\"\\\"int\\\"\"}");
            assertThat(source.find(new SchemaKey.Id(5))).isInstanceOf(Lookup.Missing.class);

            source.refresh();
            Await.until("the registry to answer", SOON, () -> source.find(new SchemaKey.Id(5)) instanceof Lookup.Found);
        }
    }

    @Test
    void schemas_that_are_missing_are_asked_for_at_a_slow_pace() {
        try (OpenSource source = source(at(registry.url()))) {
            for (int id = 1; id <= 100; id++) {
                Lookup unused = source.guess(new SchemaKey.Id(id));
            }
            Await.until("the first answers", SOON, () -> changes.get() >= MissPace.AT_ONCE);
            assertThat(registry.timesAsked()).isEqualTo(MissPace.AT_ONCE);

            now.addAndGet(Duration.ofSeconds(1).toNanos());
            Lookup unused = source.guess(new SchemaKey.Id(1));
            Await.until("the next answers", SOON, () -> changes.get() >= MissPace.AT_ONCE + 4);
            assertThat(registry.timesAsked()).isEqualTo(MissPace.AT_ONCE + 4);
        }
    }

    @Test
    void schemas_that_are_there_are_asked_for_as_fast_as_they_come() {
        for (int id = 1; id <= 50; id++) {
            registry.answering("/schemas/ids/" + id, "200 {\"schema\":\"\\\"int\\\"\"}");
        }
        try (OpenSource source = source(at(registry.url()))) {
            for (int id = 1; id <= 50; id++) {
                Lookup unused = source.guess(new SchemaKey.Id(id));
            }
            Await.until("all answers", SOON, () -> changes.get() == 50);
        }
    }

    @Test
    void what_many_records_name_is_asked_for_before_what_one_names() {
        try (OpenSource source = source(at(registry.url()))) {
            for (int id = 1; id <= 100; id++) {
                Lookup unused = source.guess(new SchemaKey.Id(id));
            }
            Await.until("the first answers", SOON, () -> changes.get() >= MissPace.AT_ONCE);
            registry.answering("/schemas/ids/100", "200 {\"schema\":\"\\\"int\\\"\"}");
            for (int i = 0; i < 5; i++) {
                Lookup unused = source.guess(new SchemaKey.Id(100));
            }
            now.addAndGet(Duration.ofMillis(250).toNanos());
            Await.until("it is there", SOON, () -> source.guess(new SchemaKey.Id(100)) instanceof Lookup.Found);
        }
    }

    @Test
    void a_schema_that_is_meant_waits_for_no_guess() {
        registry.answering("/schemas/ids/7", "200 {\"schema\":\"\\\"int\\\"\"}");
        try (OpenSource source = source(at(registry.url()))) {
            for (int id = 1_000; id <= 1_100; id++) {
                Lookup unused = source.guess(new SchemaKey.Id(id));
            }
            assertThat(settled(() -> source.find(new SchemaKey.Id(7)))).isInstanceOf(Lookup.Found.class);
        }
    }

    @Test
    void the_subjects_of_a_schema_come_with_it_where_the_registry_tells() {
        registry.answering("/schemas/ids/1", "200 {\"schema\":\"\\\"int\\\"\"}")
                .answering(
                        "/schemas/ids/1/versions",
                        "200 [{\"subject\":\"a-value\",\"version\":3},{\"subject\":\"b-key\",\"version\":1}]")
                .answering("/schemas/ids/2", "200 {\"schema\":\"\\\"int\\\"\"}");
        try (OpenSource source = source(at(registry.url()))) {
            assertThat(settled(() -> source.find(new SchemaKey.Id(1))))
                    .isInstanceOfSatisfying(Lookup.Found.class, found -> assertThat(found.subjects())
                            .containsExactly("a-value", "b-key"));
            assertThat(settled(() -> source.find(new SchemaKey.Id(2))))
                    .isInstanceOfSatisfying(Lookup.Found.class, found -> assertThat(found.subjects())
                            .isNull());
        }
    }

    @Test
    void the_ids_of_apicurio_are_asked_for_in_its_own_way() {
        String own = "/apis/registry/v3";
        registry.answering(own + "/ids/globalIds/9?returnArtifactType=true", "200 \"int\"")
                .answering(own + "/ids/globalIds/9/references", "200 []")
                .answering(
                        own + "/search/versions?limit=20&globalId=9",
                        "200 {\"count\":1,\"versions\":[{\"artifactId\":\"shop-value\",\"version\":\"2\"}]}");
        for (String address : List.of("/apis/ccompat/v7", "/apis/registry/v2")) {
            try (OpenSource source = source(at(registry.url() + address))) {
                assertThat(settled(() -> source.find(new SchemaKey.GlobalId(9))))
                        .isInstanceOfSatisfying(Lookup.Found.class, found -> assertThat(
                                        found.schema().title())
                                .isEqualTo("schema with the global id 9 (shop-value 2)"));
            }
        }
    }

    @Test
    void the_ids_of_apicurio_are_asked_for_as_any_where_its_own_way_is_not_known() {
        registry.answering("/schemas/ids/9", "200 {\"schema\":\"\\\"int\\\"\"}");
        try (OpenSource source = source(at(registry.url()))) {
            assertThat(settled(() -> source.find(new SchemaKey.ContentId(9)))).isInstanceOf(Lookup.Found.class);
            assertThat(settled(() -> source.find(new SchemaKey.GlobalId(9)))).isInstanceOf(Lookup.Found.class);
            assertThat(reason(settled(() -> source.find(new SchemaKey.ContentId(1L << 40)))))
                    .isEqualTo("the schema registry has no schema 1099511627776");
        }
    }

    @Test
    void a_refused_login_says_what_to_do_and_the_right_one_is_sent() {
        registry.wanting("Basic YWxpY2U6czpjcmV0").answering("/schemas/ids/1", "200 {\"schema\":\"\\\"int\\\"\"}");
        try (OpenSource source = source(at(registry.url()))) {
            assertThat(reason(settled(() -> source.find(new SchemaKey.Id(1)))))
                    .contains("refuses the login (401): check user and password");
        }
        RegistrySettings settings =
                new RegistrySettings(List.of(registry.url()), "alice", new Secret("s:cret"), null, null, null);
        try (OpenSource source = source(settings)) {
            assertThat(settled(() -> source.find(new SchemaKey.Id(1)))).isInstanceOf(Lookup.Found.class);
        }
        registry.wanting("Bearer abc");
        RegistrySettings token =
                new RegistrySettings(List.of(registry.url()), null, null, new Secret("abc"), null, null);
        try (OpenSource source = source(token)) {
            assertThat(settled(() -> source.find(new SchemaKey.Id(1)))).isInstanceOf(Lookup.Found.class);
        }
    }

    @Test
    void a_registry_that_is_away_is_asked_again_until_it_is_back() throws IOException {
        int port = registry.port();
        registry.close();
        try (OpenSource source = source(at("http://127.0.0.1:" + port))) {
            source.find(new SchemaKey.Id(1));
            Await.until("the registry to answer", SOON, () -> changes.get() > 0);
            assertThat(reason(source.find(new SchemaKey.Id(1))))
                    .contains("cannot be reached")
                    .contains("it is asked again");

            registry = new FakeRegistry(port).answering("/schemas/ids/1", "200 {\"schema\":\"\\\"int\\\"\"}");
            Await.until("the registry to answer", SOON, () -> source.find(new SchemaKey.Id(1)) instanceof Lookup.Found);
        }
    }

    @Test
    void another_address_is_tried_where_the_first_is_away() throws IOException {
        registry.answering("/schemas/ids/1", "200 {\"schema\":\"\\\"int\\\"\"}");
        int away;
        try (FakeRegistry gone = new FakeRegistry(0)) {
            away = gone.port();
        }
        RegistrySettings settings =
                new RegistrySettings(List.of("http://127.0.0.1:" + away, registry.url()), null, null, null, null, null);
        try (OpenSource source = source(settings)) {
            assertThat(settled(() -> source.find(new SchemaKey.Id(1)))).isInstanceOf(Lookup.Found.class);
        }
    }

    @Test
    void answers_that_are_no_schemas_say_so() {
        registry.answering("/schemas/ids/1", "200 <html>")
                .answering("/schemas/ids/2", "200 {\"schema\":\"{\\\"type\\\":\\\"nope\\\"}\"}")
                .answering("/schemas/ids/3", "200 {\"schema\":\"x\",\"schemaType\":\"KLINGON\"}")
                .answering("/schemas/ids/4", "302 ");
        try (OpenSource source = source(at(registry.url()))) {
            assertThat(reason(settled(() -> source.find(new SchemaKey.Id(1)))))
                    .contains("is it the address of a schema registry?");
            assertThat(reason(settled(() -> source.find(new SchemaKey.Id(2))))).startsWith("schema 2 is no valid Avro");
            assertThat(reason(settled(() -> source.find(new SchemaKey.Id(3))))).contains("KLINGON");
            assertThat(reason(settled(() -> source.find(new SchemaKey.Id(4))))).contains("answers 302");
        }
    }

    @Test
    void a_truststore_that_is_not_there_is_named() {
        RegistrySettings settings =
                new RegistrySettings(List.of("https://127.0.0.1:1"), null, null, null, "/no/such.pem", null);
        try (OpenSource source = source(settings)) {
            assertThat(reason(settled(() -> source.find(new SchemaKey.Id(1)))))
                    .contains("/no/such.pem")
                    .contains("is not there");
        }
    }

    @Test
    void files_of_the_user_are_read_with_what_they_import(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(
                folder.resolve("shop/order.proto"),
                "syntax = \"proto3\";\nimport \"shop/money.proto\";\nmessage Order { Money m = 1; }");
        Files.writeString(folder.resolve("shop/money.proto"), "syntax = \"proto3\";\nmessage Money { int64 u = 1; }");
        SchemaFile file = new SchemaFile(
                SchemaFormat.PROTOBUF, folder.resolve("shop/order.proto").toString(), "Order");
        SchemaFile gone =
                new SchemaFile(SchemaFormat.AVRO, folder.resolve("gone.avsc").toString(), null);
        try (OpenSource source =
                new HttpSchemaSources(background, timer, now::get).open(null, changes::incrementAndGet)) {
            assertThat(settled(() -> source.find(file))).isInstanceOf(Lookup.Found.class);
            assertThat(reason(settled(() -> source.find(gone)))).endsWith("gone.avsc is not there");
            assertThat(source.present()).isFalse();
        }
    }
}
