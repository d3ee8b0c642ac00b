package dev.surveyor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as Error Prone and NullAway see it. */
class ProgramAnalysisTest {

    @TempDir
    Path work;

    @Test
    void error_prone_and_null_away_have_nothing_to_say_about_the_program() throws Exception {
        assertThat(CodeAnalysis.of(Path.of("src", "main", "java"), false, work)).isEmpty();
    }

    @Test
    void a_mistake_of_each_kind_is_named() throws Exception {
        Path sources = Files.createDirectory(work.resolve("sources"));
        Files.writeString(sources.resolve("Mistakes.java"), """
                import org.jspecify.annotations.NullMarked;
                import org.jspecify.annotations.Nullable;

                @NullMarked
                final class Mistakes {
                    static int length(@Nullable String text) {
                        new IllegalStateException("made and not thrown");
                        return text.length();
                    }
                }
                """);

        assertThat(CodeAnalysis.of(sources, false, work))
                .contains("[DeadException]", "[NullAway] dereferenced expression text is @Nullable");
    }
}
