package dev.surveyor.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON behind a byte order mark answers every filter as the same JSON without it. */
class MarkedJsonTest {

    private static final String WHOLE =
            "{\"status\":\"paid\",\"total\":12.5,\"items\":[{\"n\":1},{\"n\":2}],\"n\\u0061me\":\"x\"}";
    private static final String BROKEN = "{\"status\":\"paid\",\"total\":12.5,\"items\":[{\"n\":1}";

    private static Verdict verdict(String filter, String mark, String json) {
        FilterResult result = new FilterLanguage(
                        FilterContext.ofTopic(FilterFixtures.CLOCK, RecordReader.withoutSchemas()))
                .compile(filter);
        byte[] bytes = (mark + json).getBytes(StandardCharsets.UTF_8);
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("orders", 0), 1)
                .key(bytes)
                .value(bytes)
                .build();
        return ((FilterResult.Compiled) result).filter().test(record);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value.status=paid",
                "key.status=paid",
                "value.status=open",
                "value.total>=12.5",
                "value.items[*].n=2",
                "value.items[1].n=2",
                "value.name=x",
                "value.missing",
                "!value.missing",
                "value.status",
                "value:paid",
                "value:/^\\{/",
                "value=/\\{.*\\}/",
                "key!=\"x\"",
                "/^\\{\"status/",
                "paid",
                "is:error",
                "value<\"|\"",
                "is:tombstone || value.items[0].n<2",
            })
    void a_filter_gives_the_same_verdict_with_and_without_the_mark(String filter) {
        for (String json : new String[] {WHOLE, BROKEN}) {
            assertThat(verdict(filter, "\ufeff", json)).as(json).isEqualTo(verdict(filter, "", json));
        }
    }
}
