package dev.surveyor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.connection.Environment;
import dev.surveyor.domain.connection.SecuritySettings;
import dev.surveyor.service.connection.ProfileStore.Loaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonProfileStoreTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private JsonProfileStore store;

    @BeforeEach
    void openStore() {
        store = newStore(folder);
    }

    private static JsonProfileStore newStore(Path folder) {
        return new JsonProfileStore(folder, name -> name.endsWith("password"), CLOCK);
    }

    private static ConnectionProfile profile(String id, String name) {
        return new ConnectionProfile(
                id,
                name,
                Environment.PRODUCTION,
                List.of("b1.example:9092", "b2.example:9092"),
                "explorer",
                new SecuritySettings("SASL_SSL", null),
                Map.of("request.timeout.ms", "1000"),
                Set.of("sasl.jaas.config"));
    }

    private Path file() {
        return folder.resolve("connections.json");
    }

    private List<Path> files(String part) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().contains(part))
                    .toList();
        }
    }

    @Test
    void an_empty_folder_has_no_profiles_and_nothing_to_say() {
        assertThat(store.load()).isEqualTo(new Loaded(List.of(), List.of()));
    }

    @Test
    void what_was_saved_is_loaded_in_the_same_order_with_every_part() {
        List<ConnectionProfile> profiles = List.of(profile("2", "second"), profile("1", "first"));
        store.save(profiles);
        assertThat(newStore(folder).load()).isEqualTo(new Loaded(profiles, List.of()));
    }

    @Test
    void the_file_has_a_version_number() throws IOException {
        store.save(List.of());
        assertThat(Files.readString(file())).contains("\"version\" : 1");
    }

    @Test
    void a_secret_value_never_reaches_the_disk_whatever_the_profile_says() throws IOException {
        store.save(List.of(new ConnectionProfile(
                "1",
                "careless",
                Environment.DEVELOPMENT,
                List.of("localhost:9092"),
                "",
                SecuritySettings.NONE,
                Map.of("ssl.key.password", "hunter2", "sasl.jaas.config", "user and hunter3"),
                Set.of("sasl.jaas.config"))));
        assertThat(Files.readString(file())).doesNotContain("hunter");
        assertThat(newStore(folder).load().profiles().get(0).secretProperties())
                .containsExactlyInAnyOrder("ssl.key.password", "sasl.jaas.config");
    }

    @Test
    void a_damaged_file_is_set_aside_under_another_name_and_named_in_a_message() throws IOException {
        Files.writeString(file(), "{ \"version\": 1, \"profiles\": [ {");
        Loaded loaded = store.load();
        assertThat(loaded.profiles()).isEmpty();
        assertThat(files("connections.damaged-")).hasSize(1);
        assertThat(Files.readString(files("connections.damaged-").get(0))).contains("\"profiles\": [ {");
        assertThat(loaded.messages()).anySatisfy(message -> assertThat(message)
                .contains(files("connections.damaged-").get(0).toString()));
    }

    @Test
    void one_damaged_profile_does_not_cost_the_others() throws IOException {
        store.save(List.of(profile("1", "good"), profile("2", "bad")));
        Files.writeString(file(), Files.readString(file()).replace("\"id\" : \"2\"", "\"id\" : 2"));
        assertThat(newStore(folder).load().profiles()).containsExactly(profile("1", "good"));
        assertThat(newStore(folder).load()).isEqualTo(new Loaded(List.of(profile("1", "good")), List.of()));
        assertThat(files("connections.damaged-")).hasSize(1);
    }

    @Test
    void a_file_of_a_newer_version_is_set_aside_and_kept_as_it_is() throws IOException {
        Files.writeString(file(), "{ \"version\": 99, \"future\": true }");
        Loaded loaded = store.load();
        store.save(List.of(profile("1", "mine")));
        assertThat(Files.readString(files("connections.newer-").get(0))).contains("\"future\": true");
        assertThat(loaded.messages().get(0)).contains("newer Surveyor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"version\": 1, \"profiles\": [] } and more",
                "{ \"version\": 1, \"profiles\": [], \"profiles\": [] }",
                "{ \"version\": 1, \"profiles\": { \"a\": 1 } }",
                "{ \"version\": 1, \"profiles\": [ \"text\" ] }",
                "{ \"version\": 0, \"profiles\": [] }",
                "{ \"version\": -5, \"profiles\": [] }",
                "{ \"version\": \"1\", \"profiles\": [] }",
                "[ 1 ]",
                ""
            })
    void what_could_not_be_written_back_is_set_aside_and_said(String content) throws IOException {
        Files.writeString(file(), content);
        Loaded loaded = store.load();
        store.save(List.of(profile("1", "mine")));

        assertThat(loaded.messages()).isNotEmpty();
        assertThat(Files.readString(files("connections.damaged-").get(0))).isEqualTo(content);
        assertThat(newStore(folder).load().profiles()).containsExactly(profile("1", "mine"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "request.timeout.ms" : "1000" | "request.timeout.ms" : { "nested" : 1 } | request.timeout.ms
                    "request.timeout.ms" : "1000" | "request.timeout.ms" : null             | request.timeout.ms
                    "clientId" : "explorer"       | "clientId" : 7                          | clientId
                    "protocol" : "SASL_SSL"       | "protocol" : [ "SASL_SSL" ]             | protocol
                    """)
    void a_part_of_the_wrong_kind_sets_the_file_aside_and_names_the_part(String good, String bad, String part)
            throws IOException {
        store.save(List.of(profile("1", "bad")));
        assertThat(Files.readString(file())).contains(good);
        Files.writeString(file(), Files.readString(file()).replace(good, bad));

        Loaded loaded = newStore(folder).load();

        assertThat(loaded.profiles()).isEmpty();
        assertThat(loaded.messages().get(0)).contains("profile 'bad'").contains("'" + part + "'");
        assertThat(Files.readString(files("connections.damaged-").get(0))).contains(bad);
    }

    @Test
    void lists_where_the_properties_should_be_are_not_lost() throws IOException {
        store.save(List.of(profile("1", "bad")));
        Files.writeString(
                file(),
                Files.readString(file()).replaceAll("(?s)\"properties\" : \\{.*?}", "\"properties\" : [ \"a=b\" ]"));

        newStore(folder).load();

        assertThat(Files.readString(files("connections.damaged-").get(0))).contains("[ \"a=b\" ]");
    }

    @Test
    void what_a_later_version_added_stays_in_the_file() throws IOException {
        store.save(List.of(profile("1", "first"), profile("2", "second")));
        Files.writeString(
                file(),
                Files.readString(file())
                        .replace("\"version\" : 1", "\"version\" : 1, \"folders\" : [ \"a\" ]")
                        .replace("\"id\" : \"1\"", "\"id\" : \"1\", \"tunnel\" : { \"port\" : 22 }")
                        .replace("\"protocol\" : \"SASL_SSL\"", "\"protocol\" : \"SASL_SSL\", \"pin\" : 4"));
        JsonProfileStore another = newStore(folder);
        another.load();
        another.save(List.of(profile("2", "second"), profile("1", "renamed")));

        JsonNode root = new ObjectMapper().readTree(file().toFile());
        assertThat(root.path("folders").path(0).asText()).isEqualTo("a");
        JsonNode renamed = root.path("profiles").path(1);
        assertThat(renamed.path("name").asText()).isEqualTo("renamed");
        assertThat(renamed.path("tunnel").path("port").asInt()).isEqualTo(22);
        assertThat(renamed.path("security").path("pin").asInt()).isEqualTo(4);
        assertThat(files("damaged")).isEmpty();
    }

    @Test
    void a_folder_in_place_of_the_file_is_named_with_what_to_do() throws IOException {
        Files.createDirectory(file());

        assertThat(store.load().messages())
                .singleElement()
                .asString()
                .contains(file() + " is a folder, where Surveyor keeps a file; move it away");
        assertThatThrownBy(() -> store.save(List.of(profile("1", "mine"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is a folder, where Surveyor keeps a file; move it away");
    }

    @Test
    void what_unfinished_writing_left_behind_goes_at_the_start() throws IOException {
        Files.writeString(folder.resolve("connections.123.tmp"), "half");
        Files.writeString(folder.resolve("other.123.tmp"), "not ours");

        store.load();

        assertThat(files(".tmp")).containsExactly(folder.resolve("other.123.tmp"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such permissions")
    void folder_and_files_are_for_their_user_alone() throws IOException {
        Path settings = folder.resolve("settings");
        newStore(settings).save(List.of(profile("1", "mine")));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings)))
                .isEqualTo("rwx------");
        try (Stream<Path> all = Files.list(settings)) {
            assertThat(all.toList()).isNotEmpty().allSatisfy(each -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_file_that_got_damaged_after_loading_is_not_overwritten_by_saving() throws IOException {
        store.load();
        Files.writeString(file(), "not json");
        List<String> messages = store.save(List.of(profile("1", "mine")));
        assertThat(Files.readString(files("connections.damaged-").get(0))).isEqualTo("not json");
        assertThat(messages)
                .singleElement()
                .asString()
                .startsWith("The saved connections in " + file() + " are damaged: ")
                .endsWith("It was set aside as " + files("connections.damaged-").get(0) + "; nothing of it is lost.");
        assertThat(store.save(List.of(profile("1", "mine")))).isEmpty();
        assertThat(newStore(folder).load().profiles()).containsExactly(profile("1", "mine"));
    }

    @Test
    void two_files_set_aside_in_the_same_second_get_two_names() throws IOException {
        for (int turn = 0; turn < 2; turn++) {
            Files.writeString(file(), "damage " + turn);
            newStore(folder).load();
        }
        assertThat(files("connections.damaged-")).hasSize(2);
    }

    @Test
    void a_crash_between_writing_and_moving_leaves_the_old_profiles() throws IOException {
        store.save(List.of(profile("1", "old")));
        Files.writeString(folder.resolve("connections.123.tmp"), "{ \"version\": 1, \"prof");
        assertThat(newStore(folder).load()).isEqualTo(new Loaded(List.of(profile("1", "old")), List.of()));
    }

    @Test
    void saving_leaves_no_temporary_file() throws IOException {
        store.save(List.of(profile("1", "one")));
        assertThat(files(".tmp")).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_fails_the_save_and_says_so() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "a file where the folder should be");
        assertThatThrownBy(() -> newStore(blocked).save(List.of())).isInstanceOf(UncheckedIOException.class);
        assertThat(newStore(blocked).load().messages()).isNotNull();
    }

    @Test
    void profiles_that_another_instance_added_are_kept() {
        JsonProfileStore other = newStore(folder);
        store.load();
        other.load();
        other.save(List.of(profile("theirs", "theirs")));
        store.save(List.of(profile("ours", "ours")));
        assertThat(newStore(folder).load().profiles())
                .extracting(ConnectionProfile::id)
                .containsExactly("ours", "theirs");
    }

    @Test
    void a_profile_that_was_loaded_and_is_not_saved_is_gone() {
        store.save(List.of(profile("1", "one"), profile("2", "two")));
        JsonProfileStore later = newStore(folder);
        later.load();
        later.save(List.of(profile("2", "two")));
        assertThat(newStore(folder).load().profiles())
                .extracting(ConnectionProfile::id)
                .containsExactly("2");
    }

    @Test
    void two_instances_that_save_at_the_same_time_lose_nothing_of_each_other() {
        List<CompletableFuture<Void>> savers = Stream.of("a", "b", "c")
                .map(id -> CompletableFuture.runAsync(() -> {
                    JsonProfileStore own = newStore(folder);
                    for (int turn = 0; turn < 10; turn++) {
                        own.save(List.of(profile(id, id + turn)));
                    }
                }))
                .toList();
        savers.forEach(CompletableFuture::join);
        assertThat(newStore(folder).load().profiles())
                .extracting(ConnectionProfile::name)
                .containsExactlyInAnyOrder("a9", "b9", "c9");
    }
}
