package dev.surveyor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AppGraphTest {

    @Test
    void a_log_that_is_not_kept_is_said_with_its_place_and_what_stands_there() {
        Path folder = Path.of("data").resolve("logs");
        Path file = folder.resolve("surveyor.log");

        assertThat(AppGraph.noLog(file, new FileAlreadyExistsException(folder.toString())))
                .isEqualTo("No log is kept in " + file + ". " + folder
                        + " is not a folder. Once Surveyor may write there, start it again.");
    }
}
