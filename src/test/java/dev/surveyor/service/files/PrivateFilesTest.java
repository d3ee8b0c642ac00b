package dev.surveyor.service.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such permissions")
class PrivateFilesTest {

    @TempDir
    Path folder;

    @Test
    void a_new_folder_and_those_above_it_are_private() throws IOException {
        PrivateFiles.folder(folder.resolve("one").resolve("two"));

        assertThat(permissions(folder.resolve("one"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("one").resolve("two"))).isEqualTo("rwx------");
    }

    @Test
    void a_folder_and_a_file_of_an_earlier_version_become_private() throws IOException {
        Path old = Files.createDirectory(folder.resolve("old"));
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path file = Files.writeString(old.resolve("log"), "line");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        PrivateFiles.folder(old);
        PrivateFiles.file(file);

        assertThat(permissions(old)).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(file).hasContent("line");
    }

    @Test
    void a_folder_that_allows_less_than_that_stays() throws IOException {
        Path strict = Files.createDirectory(folder.resolve("strict"));
        Files.setPosixFilePermissions(strict, PosixFilePermissions.fromString("r-x------"));

        PrivateFiles.folder(strict);

        assertThat(permissions(strict)).isEqualTo("r-x------");
    }

    @Test
    void a_process_writes_private_files_and_gets_its_arguments_as_they_are() throws Exception {
        Path made = folder.resolve("by the process");
        Process process = new ProcessBuilder(PrivateFiles.command(List.of("touch", made.toString()))).start();

        assertThat(process.waitFor()).isZero();
        assertThat(permissions(made)).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
