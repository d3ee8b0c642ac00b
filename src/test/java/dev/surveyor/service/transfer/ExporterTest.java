package dev.surveyor.service.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.surveyor.codec.transfer.RecordFile;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {

    @TempDir
    private Path folder;

    /** Writes the letter x for each record. */
    private static final RecordFile LETTERS = new RecordFile() {
        @Override
        public void begin(OutputStream out) {}

        @Override
        public void write(ConsumedRecord record, OutputStream out) throws IOException {
            out.write('x');
        }

        @Override
        public List<String> losses() {
            return List.of();
        }
    };

    private static final ExportSource TWO = (sink, control) -> {
        for (int offset = 0; offset < 2; offset++) {
            sink.take(ConsumedRecord.at(new PartitionId("orders", 0), offset).build(), 1);
        }
    };

    private static void export(Path file) throws Exception {
        Exporter.write(TWO, LETTERS, file, new TransferControl());
    }

    private static BrokerFailure failure(ExportSource source, Path file) {
        return catchThrowableOfType(
                        TransferException.class, () -> Exporter.write(source, LETTERS, file, new TransferControl()))
                .failure();
    }

    private List<String> names(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_symbolic_link_stays_and_its_target_is_replaced() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.writeString(real.resolve("a.txt"), "old");
        Files.setPosixFilePermissions(real.resolve("a.txt"), PosixFilePermissions.fromString("rw-r-----"));
        Path inner = Files.createSymbolicLink(folder.resolve("inner"), Path.of("real/a.txt"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), inner);

        export(link);

        assertThat(link).isSymbolicLink();
        assertThat(inner).isSymbolicLink();
        assertThat(real.resolve("a.txt")).hasContent("xx");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real.resolve("a.txt"))))
                .isEqualTo("rw-r-----");
        assertThat(names(real)).containsExactly("a.txt");
        assertThat(names(folder)).containsExactly("inner", "link", "real");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_link_to_a_file_that_is_not_there_makes_it() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("later.txt"));

        export(link);

        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("later.txt")).hasContent("xx");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_link_to_itself_or_into_no_folder_says_so() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        Path gone = Files.createSymbolicLink(folder.resolve("gone"), Path.of("no/such"));

        assertThat(failure(TWO, loop).why()).isEqualTo("This symbolic link leads back to itself.");
        assertThat(failure(TWO, loop).remedies()).containsExactly("Choose another name");
        assertThat(failure(TWO, gone).why()).isEqualTo("This folder does not exist.");
        assertThat(loop).isSymbolicLink();
    }

    @Test
    void a_folder_of_that_name_says_so() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));

        assertThat(failure(TWO, taken).what()).isEqualTo("The file " + taken + " could not be written.");
        assertThat(failure(TWO, taken).why()).isEqualTo("There is a folder of this name.");
    }

    @Test
    void a_full_disk_says_so_and_leaves_what_was_there() throws IOException {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        ExportSource full = (sink, control) -> {
            throw new IOException("No space left on device");
        };

        BrokerFailure failure = failure(full, file);

        assertThat(failure.why()).isEqualTo("The disk is full.");
        assertThat(failure.remedies()).containsExactly("Make room on the disk, or choose a folder on another");
        assertThat(file).hasContent("old");
        assertThat(names(folder)).containsExactly("a.txt");
    }

    @Test
    void a_folder_that_vanishes_on_the_way_says_so() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        ExportSource source = (sink, control) -> {
            for (String name : names(gone)) {
                Files.delete(gone.resolve(name));
            }
            Files.delete(gone);
        };

        assertThat(failure(source, gone.resolve("a.txt")).why()).isEqualTo("This folder does not exist.");
    }

    @Test
    void a_folder_that_may_not_be_written_says_so() {
        IOException denied = new java.nio.file.AccessDeniedException("/a/.export-1.part");

        assertThat(ExportTarget.why(denied)).isEqualTo("Writing in this folder is not allowed.");
        assertThat(ExportTarget.remedy(denied)).isEqualTo("Choose another folder");
    }
}
