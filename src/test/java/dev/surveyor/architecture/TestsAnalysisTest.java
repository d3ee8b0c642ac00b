package dev.surveyor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests as Error Prone and NullAway see them. */
class TestsAnalysisTest {

    @TempDir
    Path work;

    @Test
    void error_prone_and_null_away_have_nothing_to_say_about_the_tests() throws Exception {
        assertThat(CodeAnalysis.of(Path.of("src", "test", "java"), true, work)).isEmpty();
    }
}
