package dev.surveyor.service.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.Slice;
import dev.surveyor.codec.transfer.RecordJsonReader;
import dev.surveyor.codec.transfer.RecordLine;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DragFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @TempDir
    private Path home;

    private Path folder;
    private DragFiles files;

    @BeforeEach
    void make() {
        folder = home.resolve("dragged");
        files = program();
    }

    private DragFiles program() {
        return new DragFiles(folder, Runnable::run, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void the_file_has_every_byte_and_is_named_after_its_record() throws Exception {
        byte[] binary = {(byte) 0xff, 0, 1};
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("orders", 3), 48_207)
                .value(binary)
                .build();
        DragFiles.Ready ready = files.prepare(List.of(record)).join();
        assertThat(ready.file()).hasFileName("orders-3-48207.jsonl").hasContent(ready.text() + "\n");
        RecordLine read = RecordJsonReader.read(Slice.of(Files.readAllBytes(Objects.requireNonNull(ready.file()))));
        assertThat(read.value()).isEqualTo(binary);
        assertThat(read.key()).isNull();
        assertThat(ready.failure()).isNull();
    }

    @Test
    void the_longest_name_of_a_topic_fits_and_keeps_partition_and_offset() {
        ConsumedRecord record =
                ConsumedRecord.at(new PartitionId("t".repeat(249), 3), 48_207).build();
        DragFiles.Ready ready = files.prepare(List.of(record)).join();
        assertThat(ready.failure()).isNull();
        assertThat(String.valueOf(ready.file())).endsWith("tt-3-48207.jsonl");
    }

    @Test
    void several_records_are_counted_and_named_after_their_topic_if_they_have_one() {
        assertThat(files.prepare(List.of(record("orders"), record("orders")))
                        .join()
                        .file())
                .hasFileName("orders-2-records.jsonl");
        assertThat(files.prepare(List.of(record("orders"), record("audit")))
                        .join()
                        .file())
                .hasFileName("2-records.jsonl");
    }

    @Test
    void files_stay_until_the_program_ends_and_those_of_another_one_longer() {
        DragFiles other = program();
        Path first = write(files);
        Path second = write(files);
        Path others = write(other);
        files.discard(second);
        assertThat(first).exists();
        assertThat(second).doesNotExist();
        files.close();
        assertThat(first).doesNotExist();
        assertThat(others).exists();
        other.close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_start_deletes_what_was_left_behind_a_day_ago() throws IOException {
        files.deleteOld();
        assertThat(folder).doesNotExist();
        Path old = write(files);
        Path fresh = write(program());
        age(old, Duration.ofHours(25));
        age(fresh, Duration.ofHours(23));
        program().deleteOld();
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void without_a_file_the_text_is_there_with_the_reason() throws IOException {
        Files.writeString(folder, "a file where the folder should be");
        DragFiles.Ready ready = files.prepare(List.of(record("orders"))).join();
        assertThat(ready.file()).isNull();
        assertThat(ready.text()).contains("\"topic\":\"orders\"");
        BrokerFailure failure = Objects.requireNonNull(ready.failure());
        assertThat(failure.what()).contains(folder.toString());
        assertThat(failure.why()).isNotBlank();
    }

    private static void age(Path file, Duration age) throws IOException {
        Path ofProgram = file.resolve("../..").normalize();
        Files.setLastModifiedTime(ofProgram, FileTime.from(NOW.minus(age)));
    }

    private static Path write(DragFiles files) {
        return Objects.requireNonNull(
                files.prepare(List.of(record("orders"))).join().file());
    }

    private static ConsumedRecord record(String topic) {
        return ConsumedRecord.at(new PartitionId(topic, 0), 7).build();
    }
}
