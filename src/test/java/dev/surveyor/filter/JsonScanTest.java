package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.Slice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the scan says is compared with what the parser says, on documents of all kinds, whole and broken. */
class JsonScanTest {

    private static final String[] NAMES = {"a", "b", "ä", "a b", "", "aa", "n\\u0061", "\\\"", "☃"};
    private static final String[] SCALARS = {
        "1", "-1", "0", "-0", "1.5", "1e3", "-1.5E-7", "123456789012345678901234567890", "true", "false", "null",
                "\"\"", "\"x\"",
        "\"größe\"", "\"a\\nb\"", "\"\\u00e4\"", "\"1\"", "\"☃ 😀\"", "\"a\\\"b\"", "01", "1.", ".5", "+1", "tru",
                "\"\t\"", "1x"
    };
    private static final List<String> PATHS =
            List.of("a", "b", "a.b", "a[0]", "a[1].b", "b.a.a", "\"a b\"", "ä.a", "[0].a", "[1]", "\"☃\"", "aa[0][0]");

    private static final List<String> TESTS =
            List.of("", "=1", "!=1", ">0", "=x", ":x", "=null", "=true", "=\"1\"", "=/[0-9]+/", ":größe");

    @Test
    void the_scan_says_what_the_parser_says_or_nothing() {
        Random random = new Random(7);
        int said = 0;
        int matched = 0;
        for (int round = 0; round < 60_000; round++) {
            byte[] bytes = document(random).getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextInt(3) == 0) {
                bytes[random.nextInt(bytes.length)] =
                        "{}[]\",:\\ 0\u0001\u00ff".getBytes(StandardCharsets.ISO_8859_1)[random.nextInt(12)];
            }
            JsonFieldPredicate predicate = predicate(random);
            Verdict scanned = predicate.scan(bytes, 0, bytes.length);
            if (scanned != null) {
                said++;
                matched += scanned == Verdict.MATCH ? 1 : 0;
                assertThat(scanned)
                        .as("%s on %s", predicate, new String(bytes, StandardCharsets.UTF_8))
                        .isEqualTo(predicate.parse(Slice.of(bytes, 0, bytes.length)));
            }
        }
        assertThat(said).isGreaterThan(20_000);
        assertThat(matched).isGreaterThan(200);
    }

    @Test
    void plain_documents_need_no_parser() {
        byte[] bytes = "{\"id\":1,\"who\":{\"name\":\"José\",\"tier\":9},\"tags\":[\"x\",\"y\"]}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(predicate("value.who.tier>8").scan(bytes, 0, bytes.length)).isEqualTo(Verdict.MATCH);
        assertThat(predicate("value.tags[1]=y").scan(bytes, 0, bytes.length)).isEqualTo(Verdict.MATCH);
        assertThat(predicate("value.who.name=José").scan(bytes, 0, bytes.length))
                .isEqualTo(Verdict.MATCH);
        assertThat(predicate("value.who.none").scan(bytes, 0, bytes.length)).isEqualTo(Verdict.NO_MATCH);
    }

    private static JsonFieldPredicate predicate(Random random) {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        return predicate("value" + (path.startsWith("[") ? "" : ".") + path + TESTS.get(random.nextInt(TESTS.size())));
    }

    private static JsonFieldPredicate predicate(String text) {
        try {
            Expression.Field field = (Expression.Field)
                    new FilterParser(text, new FilterContext(FilterFixtures.CLOCK, record -> false)).parse();
            return new JsonFieldPredicate(field.path(), field.operator(), field.operand());
        } catch (FilterSyntaxException broken) {
            throw new AssertionError(text, broken);
        }
    }

    private static String document(Random random) {
        String space = random.nextInt(4) == 0 ? " \n" : "";
        return space + (random.nextBoolean() ? object(random, 0, space) : list(random, 0, space)) + space;
    }

    private static String value(Random random, int depth, String space) {
        int kind = depth > 3 ? 2 : random.nextInt(4);
        String value = kind == 0
                ? object(random, depth + 1, space)
                : kind == 1
                        ? list(random, depth + 1, space)
                        : SCALARS[random.nextInt(random.nextInt(4) == 0 ? SCALARS.length : 19)];
        return space + value + space;
    }

    private static String object(Random random, int depth, String space) {
        StringBuilder out = new StringBuilder("{" + space);
        int fields = random.nextInt(4);
        for (int i = 0; i < fields; i++) {
            out.append(i == 0 ? "" : ",")
                    .append(space)
                    .append('"')
                    .append(NAMES[random.nextInt(NAMES.length)])
                    .append('"');
            out.append(space).append(':').append(value(random, depth, space));
        }
        return out.append('}').toString();
    }

    private static String list(Random random, int depth, String space) {
        StringBuilder out = new StringBuilder("[" + space);
        int elements = random.nextInt(4);
        for (int i = 0; i < elements; i++) {
            out.append(i == 0 ? "" : ",").append(value(random, depth, space));
        }
        return out.append(']').toString();
    }
}
