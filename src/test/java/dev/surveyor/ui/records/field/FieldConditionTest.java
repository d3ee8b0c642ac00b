package dev.surveyor.ui.records.field;

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
                    + "\"q\":\"say \\\"hi\\\" \\\\ (x) && \\n\\u0001\\u2028 é 😀\",\"w\":\"null\",\"l\":[],\"ключ\":\"да\"}";

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
        assertThat(FieldCondition.of(
                        RecordPart.VALUE, root("{\"\":1}").children().get(0)))
                .isNull();
        assertThat(FieldCondition.of(RecordPart.VALUE, root(DOCUMENT))).isNull();
        JsonItem item = root("{\"x\":\"" + "y".repeat(2_000) + "\"}").children().get(0);
        assertThat(FieldCondition.of(RecordPart.VALUE, item)).isNull();
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
