package dev.surveyor.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static final int MOST_BYTES = 256 * 1024;

    private static Slice slice(String text) {
        return Slice.of(text.getBytes(UTF_8));
    }

    private static String pretty(String text) {
        return PrettyJson.of(slice(text), MOST_BYTES).text();
    }

    @Test
    void numbers_order_and_repeated_fields_stay_as_sent() {
        String number = "1234567890123456789012345678901234567890.123456789012345678901234567890e+400";

        assertThat(pretty("{\"b\":" + number + ",\"a\":-0.0,\"b\":[ ],\"c\":{}}"))
                .isEqualTo("{\n  \"b\": " + number + ",\n  \"a\": -0.0,\n  \"b\": [],\n  \"c\": {}\n}");
    }

    @Test
    void what_hides_in_a_string_is_written_out() {
        assertThat(pretty("[\"a\\u202eb\\n\\u0000\\\"é\"]")).isEqualTo("[\n  \"a\\u202Eb\\n\\u0000\\\"é\"\n]");
    }

    @Test
    void a_large_document_is_shown_in_part() {
        String text = "[" + "{\"id\":1},".repeat(100_000) + "0]";
        PrettyJson json = PrettyJson.of(slice(text), 1000);

        assertThat(json.complete()).isFalse();
        assertThat(json.shownBytes()).isEqualTo(1000);
        assertThat(json.totalBytes()).isEqualTo(text.length());
        assertThat(json.problem()).isNull();
        assertThat(json.text()).endsWith("…");
    }

    @Test
    void a_cut_within_a_string_shows_its_start() {
        PrettyJson json = PrettyJson.of(slice("{\"a\":\"" + "x".repeat(1000) + "\"}"), 100);

        assertThat(json.text()).isEqualTo("{\n  \"a\": \"" + "x".repeat(94) + "…");
        assertThat(json.problem()).isNull();
    }

    @Test
    void a_broken_document_says_where_and_shows_the_rest() {
        PrettyJson json = PrettyJson.of(slice("{\"a\":1,\n\"b\" 2}"), 1000);

        assertThat(Objects.requireNonNull(json.problem()).line()).isEqualTo(2);
        assertThat(json.text()).contains("\"a\": 1");
    }

    @Test
    void deep_nesting_and_huge_strings_end_with_an_answer() {
        byte[] brackets = new byte[Json.MAX_DEPTH + 1];
        Arrays.fill(brackets, (byte) '[');
        byte[] letters = new byte[50_000_000];
        Arrays.fill(letters, (byte) 'x');
        letters[0] = '[';
        letters[1] = '"';

        for (byte[] bytes : List.of(brackets, letters)) {
            Slice slice = Slice.of(bytes);
            assertThat(PrettyJson.of(slice, MOST_BYTES).text()).isNotEmpty();
            assertThat(JsonTree.of(slice, MOST_BYTES, JsonTree.DEFAULT_NODES).complete())
                    .isFalse();
            assertThat(Content.of(slice).kind()).isNotEqualTo(Content.Kind.JSON);
            assertThat(Preview.of(slice, 100).text()).isNotEmpty();
        }
        Slice deep = slice("[".repeat(Json.MAX_DEPTH + 1) + " ".repeat(20_000));
        assertThat(Objects.requireNonNull(PrettyJson.of(deep, MOST_BYTES).problem())
                        .reason())
                .isEqualTo("nested deeper than 1000 levels");
    }

    @Test
    void a_tree_names_the_path_of_each_node() {
        JsonTree tree = JsonTree.of(slice("{\"a\":{\"b c\":[1,2.50]},\"a\":null}"), 1000, 100);
        JsonItem root = Objects.requireNonNull(tree.root());
        JsonItem last = root.children().get(0).children().get(0).children().get(1);

        assertThat(last.path()).isEqualTo("a.\"b c\"[1]");
        assertThat(last.text()).isEqualTo("2.50");
        assertThat(root.children()).extracting(JsonItem::name).containsExactly("a", "a");
        assertThat(tree.complete()).isTrue();
        assertThat(tree.nodes()).isEqualTo(6);
    }

    @Test
    void content_is_told_apart_by_reading_all_of_it() {
        assertThat(Content.of(Slice.of(null)).kind()).isEqualTo(Content.Kind.NULL);
        assertThat(Content.of(slice("")).kind()).isEqualTo(Content.Kind.EMPTY);
        assertThat(Content.of(slice(" {\"a\":[1]} ")).kind()).isEqualTo(Content.Kind.JSON);
        assertThat(Content.of(slice("{\"a\":[1")).kind()).isEqualTo(Content.Kind.BROKEN_JSON);
        assertThat(Content.of(slice("[info] started")).kind()).isEqualTo(Content.Kind.TEXT);
        assertThat(Content.of(slice("[1] started")).kind()).isEqualTo(Content.Kind.TEXT);
        assertThat(Content.of(slice("[2026-11-22] started")).kind()).isEqualTo(Content.Kind.TEXT);
        assertThat(Content.of(slice("42")).kind()).isEqualTo(Content.Kind.TEXT);
        assertThat(Content.of(Slice.of(new byte[] {'a', 'b', 'c', (byte) 0xc3})))
                .isEqualTo(new Content(Content.Kind.BROKEN_TEXT, "not UTF-8 @3", 3));
        assertThat(Content.of(Slice.of(new byte[] {0, 0, 0, 1})).kind()).isEqualTo(Content.Kind.BINARY);
    }

    @Test
    void random_bytes_never_throw() {
        Random random = new Random(7);
        String alphabet = "{}[]\":,\\u0123456789.eE+-tfnl \n\u00e9";
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = round % 2 == 0
                        ? (byte) random.nextInt(256)
                        : (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            Slice slice = Slice.of(bytes);
            int limit = random.nextInt(60);
            assertThatCode(() -> {
                        Content.of(slice);
                        PrettyJson.of(slice, limit);
                        JsonTree.of(slice, limit, 5);
                        Preview.of(slice, limit);
                        Utf8Text.of(slice, limit);
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void hexadecimal_lines_are_made_one_by_one() {
        HexDump dump = new HexDump(slice("Hello, Kafka brokers!"));

        assertThat(dump.lineCount()).isEqualTo(2);
        assertThat(dump.line(1).toString()).isEqualTo("00000010  6B 65 72 73 21" + " ".repeat(36) + "kers!");
        assertThat(new HexDump(Slice.of(null)).lineCount()).isZero();
    }

    @Test
    void text_that_is_not_utf8_keeps_every_byte_visible() {
        Utf8Text text = Utf8Text.of(Slice.of(new byte[] {'a', (byte) 0xe9, '\n', (byte) 0xf0, (byte) 0x9f}), 100);

        assertThat(text.text()).isEqualTo("a\\xE9\n\\xF0\\x9F");
        assertThat(text.firstError()).isEqualTo(1);
        assertThat(text.errors()).isEqualTo(3);
    }
}
