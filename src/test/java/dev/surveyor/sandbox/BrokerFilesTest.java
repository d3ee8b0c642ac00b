package dev.surveyor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the sandbox's cache: it saves time, and is never in the way of a start. */
class BrokerFilesTest {

    @TempDir
    Path folder;

    @Test
    void an_old_archive_that_cannot_be_deleted_stays_and_the_others_go() throws IOException {
        Path stays = undeletable("broker-0.jsa");
        Path goes = Files.createFile(folder.resolve("broker-1.jsa"));
        ClassArchive archive = ClassArchive.in(folder, BrokerJar.in(folder).toString());
        assertThat(archive.used()).isFalse();
        assertThat(archive.toWrite()).hasSize(1);
        assertThat(stays).exists();
        assertThat(goes).doesNotExist();
    }

    @Test
    void an_archive_says_whether_it_is_gone_when_it_is_discarded() throws IOException {
        String classPath = BrokerJar.in(folder).toString();
        Path file = Path.of(ClassArchive.in(folder, classPath).toWrite().get(0));
        Files.createFile(file);
        assertThat(ClassArchive.in(folder, classPath).discard()).isTrue();
        assertThat(file).doesNotExist();
        undeletable(file.getFileName().toString());
        ClassArchive archive = ClassArchive.in(folder, classPath);
        assertThat(archive.used()).isTrue();
        assertThat(archive.discard()).isFalse();
    }

    @Test
    void a_jar_that_cannot_be_written_leaves_nothing_behind() throws IOException {
        Path jar = undeletable("broker-main.jar");
        assertThatThrownBy(() -> BrokerJar.write(new byte[] {1}, jar)).isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("broker-main.jar");
    }

    /** A folder that is not empty can neither be deleted nor replaced as a file can, by anybody. */
    private Path undeletable(String name) throws IOException {
        Path taken = Files.createDirectory(folder.resolve(name));
        Files.createFile(taken.resolve("content"));
        return taken;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
