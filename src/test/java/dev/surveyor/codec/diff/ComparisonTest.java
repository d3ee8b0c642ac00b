package dev.surveyor.codec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.Slice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void json_is_compared_by_path_and_not_by_order() {
        assertThat(differences(
                        "{\"a\":1,\"b\":{\"c\":[1,2,3]},\"gone\":true,\"same\":{\"x\":1,\"y\":2}}",
                        "{\"b\":{\"c\":[1,9,3,4]},\"a\":1.0,\"same\":{\"y\":2,\"x\":1},\"new\":\"é\"}"))
                .containsExactly(
                        "- a 1", "+ a 1.0", "- b.c[1] 2", "+ b.c[1] 9", "+ b.c[3] 4", "- gone true", "+ new \"é\"");
    }

    @Test
    void repeated_fields_are_matched_by_their_number() {
        assertThat(differences("{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":3}")).containsExactly("- a 2", "+ a 3");
    }

    @Test
    void json_in_other_bytes_has_no_difference_but_says_so() {
        Comparison comparison = Comparison.of(slice("{\"a\":1}"), slice("{ \"a\": 1 }"));
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.sameBytes()).isFalse();
        assertThat(comparison.way()).isEqualTo(Comparison.Way.PATHS);
    }

    @Test
    void text_is_compared_by_line() {
        assertThat(differences("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nX\ne\nf\ng"))
                .containsExactly(
                        "~  1 line is the same",
                        "= 2 b",
                        "= 3 c",
                        "- 4 d",
                        "+ 4 X",
                        "= 5 e",
                        "= 6 f",
                        "~ " + " 1 line is the same");
    }

    @Test
    void bytes_are_compared_at_their_offsets() {
        byte[] older = new byte[64];
        byte[] newer = older.clone();
        newer[33] = (byte) 0xff;
        Comparison comparison = Comparison.of(Slice.of(older), Slice.of(newer));
        assertThat(comparison.way()).isEqualTo(Comparison.Way.BYTES);
        assertThat(comparison.differences())
                .extracting(difference -> difference.kind() + " " + difference.place())
                .containsExactly("SKIPPED ", "REMOVED 000020", "ADDED 000020", "SKIPPED ");
    }

    @Test
    void null_and_empty_are_two_things() {
        assertThat(Comparison.of(Slice.of((byte[]) null), Slice.of(new byte[0])).differences())
                .extracting(Difference::text)
                .containsExactly("null", "\"\" empty");
        assertThat(Comparison.of(Slice.of((byte[]) null), Slice.of((byte[]) null))
                        .sameBytes())
                .isTrue();
    }

    @Test
    void the_lines_lead_from_one_text_to_the_other() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            List<String> older = words(random);
            List<String> newer = words(random);
            List<Difference> lines = new ArrayList<>(LineDiff.compare(older, newer));
            boolean folded = lines.stream().anyMatch(line -> line.kind() == Difference.Kind.SKIPPED);
            if (!folded && !lines.isEmpty()) {
                assertThat(of(lines, Difference.Kind.ADDED)).isEqualTo(older);
                assertThat(of(lines, Difference.Kind.REMOVED)).isEqualTo(newer);
            }
        }
    }

    @Test
    void texts_with_nothing_in_common_are_answered_too() {
        String older = new Random(1).ints(60_000).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
        String newer = new Random(2).ints(60_000).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
        Comparison comparison = Comparison.of(slice(older), slice(newer));
        assertThat(comparison.differences()).hasSize(Comparison.MOST_LINES);
        assertThat(comparison.complete()).isFalse();
    }

    private static List<String> of(List<Difference> lines, Difference.Kind leftOut) {
        return lines.stream()
                .filter(line -> line.kind() != leftOut)
                .map(Difference::text)
                .toList();
    }

    private static List<String> words(Random random) {
        return random.ints(random.nextInt(12), 0, 4)
                .mapToObj(number -> "line" + number)
                .toList();
    }

    private static List<String> differences(String older, String newer) {
        return Comparison.of(slice(older), slice(newer)).differences().stream()
                .map(line -> switch (line.kind()) {
                            case ADDED -> "+ ";
                            case REMOVED -> "- ";
                            case SAME -> "= ";
                            case SKIPPED -> "~ ";
                        }
                        + line.place() + " " + line.text())
                .toList();
    }

    private static Slice slice(String text) {
        return Slice.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
