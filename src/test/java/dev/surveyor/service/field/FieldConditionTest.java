package dev.surveyor.service.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.JsonTree;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.filter.FilterContext;
import dev.surveyor.filter.FilterLanguage;
import dev.surveyor.filter.FilterResult;
import dev.surveyor.filter.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FieldConditionTest {

    private static final String DOCUMENT =
            "{\"a\":{\"b\":[1,-2.50,1e400,\"x\"],\"odd name\":true},\"n\":null,\"e\":\"\",\"big\":9007199254740993,"
                    + "\"q\":\"say \\\"hi\\\" \\\\ (x) && \\n\\u0001\\u2028 é 😀\",\"w\":\"null\",\"l\":[],\"ключ\":\"да\",\"\":{\"\":1},\"x²\":\"\\u007f\\ud800\",\"𝐀/\":2}";

    @Test
    void every_field_makes_a_filter_that_finds_its_own_record() {
        for (RecordPart part : RecordPart.values()) {
            Deque<JsonItem> left = new ArrayDeque<>(root(DOCUMENT).children());
            while (!left.isEmpty()) {
                JsonItem item = left.pop();
                left.addAll(item.children());
                String condition = Objects.requireNonNull(FieldCondition.of(part, item), item::toString);
                assertThat(verdict(condition, DOCUMENT)).as(condition).isEqualTo(Verdict.MATCH);
                assertThat(verdict("!" + condition, DOCUMENT))
                        .as("!" + condition)
                        .isEqualTo(Verdict.NO_MATCH);
                assertThat(verdict(condition, "{\"other\":1}")).as(condition).isEqualTo(Verdict.NO_MATCH);
            }
        }
    }

    @Test
    void elements_of_an_outermost_list_have_a_path_too() {
        JsonItem item = root("[{\"x\":5}]").children().get(0).children().get(0);
        assertThat(FieldCondition.of(RecordPart.VALUE, item)).isEqualTo("value[0].x=5");
        assertThat(verdict("value[0].x=5", "[{\"x\":5}]")).isEqualTo(Verdict.MATCH);
    }

    @Test
    void what_the_filter_language_cannot_say_makes_none() {
        assertThat(FieldCondition.of(RecordPart.VALUE, root(DOCUMENT))).isNull();
        JsonItem item = root("{\"x\":\"" + "y".repeat(2_000) + "\"}").children().get(0);
        assertThat(FieldCondition.of(RecordPart.VALUE, item)).isNull();
        assertThat(FieldCondition.whyNot(item)).isEqualTo("too long");
        assertThat(FieldCondition.whyNoPath(item)).isNull();
    }

    @Test
    void of_several_fields_of_a_name_only_the_first_and_what_is_in_it_can_be_named() {
        JsonItem root = root("{\"a\":{\"x\":1},\"a\":{\"x\":2},\"b\":3}");
        assertThat(FieldCondition.of(RecordPart.VALUE, child(root, 0, 0))).isEqualTo("value.a.x=1");
        assertThat(FieldCondition.of(RecordPart.VALUE, child(root, 1))).isNull();
        assertThat(FieldCondition.of(RecordPart.VALUE, child(root, 1, 0))).isNull();
        assertThat(FieldCondition.of(RecordPart.VALUE, child(root, 2))).isEqualTo("value.b=3");
        MenuField second = MenuField.of(RecordPart.VALUE, child(root, 1, 0));
        assertThat(second.why()).isEqualTo("only the first of several fields of a name can be named");
        assertThat(second.column()).isFalse();
    }

    @Test
    void what_is_nested_deeper_than_a_path_is_long_cannot_be_named() {
        JsonItem item = root("[".repeat(70) + "1" + "]".repeat(70));
        for (int depth = 1; depth <= 70; depth++) {
            item = child(item, 0);
            String condition = FieldCondition.of(RecordPart.VALUE, item);
            assertThat(condition != null).as("depth %s", depth).isEqualTo(depth <= 64);
            assertThat(MenuField.of(RecordPart.VALUE, item).column()).isEqualTo(depth <= 64);
        }
        assertThat(FieldCondition.whyNot(item)).isEqualTo("nested too deep");
    }

    @Test
    void what_a_text_field_does_not_take_is_escaped() {
        JsonItem item = child(root("{\"d\\u007f\":\"\\u007f \\u202e \\ud800\"}"), 0);
        assertThat(FieldCondition.of(RecordPart.VALUE, item))
                .isEqualTo("value.\"d\\u007F\"=\"\\u007F \\u202E \\uD800\"");
    }

    private static JsonItem child(JsonItem item, int... way) {
        JsonItem at = item;
        for (int step : way) {
            at = at.children().get(step);
        }
        return at;
    }

    private static JsonItem root(String json) {
        Slice bytes = Slice.of(json.getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(JsonTree.of(bytes, 100_000, 1_000).root());
    }

    private static Verdict verdict(String condition, String document) {
        FilterLanguage language = new FilterLanguage(new FilterContext(Clock.systemUTC(), record -> false));
        FilterResult result = language.compile(condition);
        assertThat(result).as(condition).isInstanceOf(FilterResult.Compiled.class);
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("t", 0), 1)
                .key(bytes)
                .value(bytes)
                .build();
        return ((FilterResult.Compiled) result).filter().test(record);
    }
}
