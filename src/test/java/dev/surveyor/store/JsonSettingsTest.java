package dev.surveyor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.failure.BrokerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSettingsTest {

    @TempDir
    Path folder;

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    private JsonSettings open() {
        return new JsonSettings(folder, scheduler, Clock.systemUTC());
    }

    @Test
    void an_unknown_key_is_empty() {
        assertThat(open().get("window.size")).isEmpty();
    }

    @Test
    void a_text_is_there_at_once_and_not_yet_on_the_disk() {
        JsonSettings settings = open();
        settings.put("window.size", "1280x800");
        assertThat(settings.get("window.size")).contains("1280x800");
        assertThat(folder.resolve("settings.json")).doesNotExist();
    }

    @Test
    void closing_writes_what_is_left() {
        try (JsonSettings settings = open()) {
            settings.put("window.size", "1280x800");
            settings.put("theme", "dark");
            settings.remove("theme");
        }
        assertThat(open().get("window.size")).contains("1280x800");
        assertThat(open().get("theme")).isEmpty();
    }

    @Test
    void a_change_reaches_the_disk_without_closing() {
        open().put("theme", "dark");
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (open().get("theme").isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(open().get("theme")).contains("dark");
    }

    @Test
    void a_damaged_file_is_set_aside_and_the_defaults_are_used() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{ half");
        JsonSettings settings = open();
        assertThat(settings.get("theme")).isEmpty();
        assertThat(settings.messages()).singleElement().asString().contains("set aside");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(path -> path.toString().contains("settings.damaged-")))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"version\": 1, \"settings\": { \"theme\": { \"name\": \"dark\" } } }",
                "{ \"version\": 1, \"settings\": [ \"theme\" ] }",
                "{ \"version\": 1, \"settings\": {} } more",
                "{ \"version\": 0, \"settings\": {} }",
                "{ \"version\": 2, \"settings\": {} }"
            })
    void what_could_not_be_written_back_is_set_aside(String content) throws IOException {
        Files.writeString(folder.resolve("settings.json"), content);
        try (JsonSettings settings = open()) {
            assertThat(settings.messages()).singleElement().asString().contains("set aside as");
            settings.put("theme", "light");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(path -> path.toString().contains("settings.damaged-")
                            || path.toString().contains("settings.newer-")))
                    .singleElement()
                    .satisfies(aside -> assertThat(Files.readString(aside)).isEqualTo(content));
        }
    }

    @Test
    void what_a_later_version_added_beside_the_settings_stays() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{ \"version\": 1, \"window\": [ 1 ], \"settings\": { \"theme\": \"dark\" } }");
        try (JsonSettings settings = open()) {
            settings.put("size", "2");
        }
        assertThat(Files.readString(file))
                .contains("\"window\" : [ 1 ]")
                .contains("dark")
                .contains("size");
    }

    @Test
    void a_file_that_got_damaged_while_it_was_used_costs_no_setting() throws IOException {
        try (JsonSettings settings = open()) {
            settings.put("theme", "dark");
        }
        List<String> told = new CopyOnWriteArrayList<>();
        try (JsonSettings settings = open()) {
            settings.onMessage(told::add);
            Files.writeString(folder.resolve("settings.json"), "{ half");
            settings.put("size", "2");
        }
        assertThat(told)
                .singleElement()
                .asString()
                .contains("were set aside as " + folder.resolve("settings.damaged-"))
                .endsWith("what is set now goes on.");
        assertThat(open().get("theme")).contains("dark");
        assertThat(open().get("size")).contains("2");
    }

    @Test
    void keys_that_another_instance_wrote_are_kept() {
        JsonSettings first = open();
        JsonSettings second = open();
        second.put("theirs", "2");
        second.close();
        first.put("ours", "1");
        first.close();
        assertThat(open().get("theirs")).contains("2");
        assertThat(open().get("ours")).contains("1");
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_at_the_start_and_the_settings_go_on() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "a file where the folder should be");
        JsonSettings settings = new JsonSettings(blocked, scheduler, Clock.systemUTC());
        List<@Nullable BrokerFailure> told = new ArrayList<>();
        settings.onTrouble(told::add);
        settings.put("theme", "dark");
        settings.close();
        assertThat(settings.get("theme")).contains("dark");
        assertThat(told.get(0).what()).isEqualTo("Settings cannot be saved in " + blocked + ".");
        assertThat(told.get(0).why()).startsWith(blocked + " is not a folder.");
        assertThat(told.get(0).remedies().get(0)).contains("SURVEYOR_HOME");
    }

    @Test
    void a_folder_that_is_mended_is_told_and_nothing_is_lost() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "a file where the folder should be");
        JsonSettings settings = new JsonSettings(blocked, scheduler, Clock.systemUTC());
        List<@Nullable BrokerFailure> told = new ArrayList<>();
        settings.put("theme", "dark");
        settings.close();
        settings.onTrouble(told::add);
        Files.delete(blocked);
        settings.put("window.size", "1280x800");
        settings.close();
        assertThat(told).hasSize(2).last().isNull();
        assertThat(new JsonSettings(blocked, scheduler, Clock.systemUTC()).get("theme"))
                .contains("dark");
    }

    @Test
    void a_folder_that_can_be_written_is_no_trouble() {
        List<@Nullable BrokerFailure> told = new ArrayList<>();
        new JsonSettings(folder.resolve("made").resolve("later"), scheduler, Clock.systemUTC()).onTrouble(told::add);
        assertThat(told).containsExactly((BrokerFailure) null);
    }
}
