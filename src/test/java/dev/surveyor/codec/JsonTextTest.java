package dev.surveyor.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void each_place_knows_its_node() {
        JsonText json = text("{\"a\":{\"b\":[1,{},\"x\\\"y\"]},\"n\":9007199254740993.10}");
        assertThat(json.text())
                .isEqualTo("{\n  \"a\": {\n    \"b\": [\n      1,\n      {},\n      \"x\\\"y\"\n    ]\n  },\n"
                        + "  \"n\": 9007199254740993.10\n}");
        assertThat(path(json, "1,")).isEqualTo("a.b[0]");
        assertThat(path(json, "{}")).isEqualTo("a.b[1]");
        assertThat(path(json, "    ]")).isEqualTo("a.b");
        assertThat(path(json, "9007")).isEqualTo("n");
        assertThat(json.at(0)).hasToString(" OBJECT ");
    }

    @Test
    void deep_documents_are_written_without_recursion() {
        String deep = "[".repeat(900) + "]".repeat(900);
        assertThat(text(deep).text().lines().count()).isEqualTo(899 * 2 + 1);
    }

    @Test
    void lines_are_found_by_number_and_by_place() {
        WrappedText wrapped = WrappedText.of("ab\n\ncdefgh\ni", 4);
        assertThat(wrapped.lineCount()).isEqualTo(5);
        assertThat(wrapped.line(0)).isEqualTo("ab");
        assertThat(wrapped.line(1)).isEmpty();
        assertThat(wrapped.line(2)).isEqualTo("cdef");
        assertThat(wrapped.line(3)).isEqualTo("gh");
        assertThat(wrapped.line(4)).isEqualTo("i");
        assertThat(wrapped.lineAt(8)).isEqualTo(3);
        assertThat(WrappedText.of("", 4).line(0)).isEmpty();
        assertThat(WrappedText.of("a\n", 4).line(1)).isEmpty();
        assertThat(WrappedText.of("abc😀d", 4).line(0)).isEqualTo("abc😀");
    }

    private static String path(JsonText json, String text) {
        JsonItem item = json.at(json.text().indexOf(text));
        return item == null ? "none" : item.path();
    }

    private static JsonText text(String json) {
        JsonTree tree = JsonTree.of(Slice.of(json.getBytes(StandardCharsets.UTF_8)), 10_000, 10_000);
        return JsonText.of(java.util.Objects.requireNonNull(tree.root()), tree.complete());
    }
}
