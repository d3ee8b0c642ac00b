package dev.surveyor.codec.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountedTest {

    /** A noun that is put together by hand: a choice between one and many, or a number with a plural behind it. */
    private static final List<Pattern> BY_HAND = List.of(
            Pattern.compile("[=!]= 1L?\\s*\\?\\s*\"(?: [a-z]|\"\\s*:\\s*\"e?s\"|(?:it|is|has|was)\")"),
            Pattern.compile(
                    "grouped\\([^;\"]*\\)\\s*\\+\\s*\" (?:[a-z]+ )?(?:records|offsets|partitions|members|rows|lines"
                            + "|matches|times|topics|values|fields|events|groups)\\b"));

    private static final Path SOURCES = Path.of(System.getProperty("basedir", "."), "src", "main", "java");

    @Test
    void one_is_one_record_and_any_other_number_has_records() {
        assertThat(Counted.of(1, "record")).isEqualTo("1 record");
        assertThat(Counted.of(0, "record")).isEqualTo("0 records");
        assertThat(Counted.of(-1, "record")).isEqualTo("-1 records");
        assertThat(Counted.of(12_345, "record")).isEqualTo("12\u00a0345 records");
        assertThat(Counted.of(1, "match", "matches")).isEqualTo("1 match");
        assertThat(Counted.of(2, "row is", "rows are")).isEqualTo("2 rows are");
    }

    @Test
    void no_source_puts_a_plural_together_by_hand() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> offenders = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> byHand(file))
                    .toList();

            assertThat(offenders).isEmpty();
        }
    }

    @Test
    void a_plural_by_hand_would_be_found() {
        assertThat(byHand("n + (n == 1 ? \" record\" : \" records\")")).isTrue();
        assertThat(byHand("Numbers.grouped(plan.skipped()) + \" records in \"")).isTrue();
        assertThat(byHand("Counted.of(n, \"record\")")).isFalse();
    }

    private static Stream<String> byHand(Path file) {
        try {
            return byHand(Files.readString(file))
                    ? Stream.of(SOURCES.relativize(file).toString())
                    : Stream.of();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static boolean byHand(String source) {
        return BY_HAND.stream().anyMatch(pattern -> pattern.matcher(source).find());
    }
}
