package dev.surveyor.service.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.ui.records.Samples;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordFieldsTest {

    @Test
    void headers_and_outermost_fields_come_in_their_order() {
        RecordFields fields = of(
                Samples.bytes("{\"b\":1,\"a\":{\"x\":2},\"n\":null}"),
                List.of(RecordHeader.text("source", "checkout"), new RecordHeader("debug", null)));
        assertThat(fields.headers())
                .extracting(MenuField::condition)
                .containsExactly("header.source=\"checkout\"", "header.debug:null");
        assertThat(fields.fields())
                .extracting(MenuField::condition)
                .containsExactly("value.b=1", "value.a", "value.n=null");
        assertThat(fields.fields())
                .extracting(MenuField::opposite)
                .containsExactly("!value.b=1", "!value.a", "!value.n=null");
        assertThat(fields.headersNote() + fields.fieldsNote()).isEmpty();
    }

    @Test
    void what_has_no_room_is_counted() {
        String json =
                IntStream.range(0, 30).mapToObj(i -> "\"f" + i + "\":" + i).collect(Collectors.joining(","));
        List<RecordHeader> headers = IntStream.range(0, 9)
                .mapToObj(i -> RecordHeader.text("h" + i, "x"))
                .toList();
        RecordFields fields = of(Samples.bytes("{" + json + "}"), headers);
        assertThat(fields.headers()).hasSize(8);
        assertThat(fields.headersNote()).isEqualTo("… 1 more header in the inspector");
        assertThat(fields.fields()).hasSize(12);
        assertThat(fields.fieldsNote()).isEqualTo("… 18 more fields in the inspector");
    }

    @Test
    void a_value_without_fields_says_why_there_are_none() {
        assertThat(note(null)).isEqualTo("Fields of the value (null)");
        assertThat(note(new byte[0])).isEqualTo("Fields of the value (empty)");
        assertThat(note(Samples.bytes("{}"))).isEqualTo("Fields of the value (none)");
        assertThat(note(Samples.bytes("heartbeat ok"))).isEqualTo("Fields of the value (not a JSON object or list)");
        assertThat(note(Samples.bytes("{\"a\":1"))).isEqualTo("Fields of the value (not a JSON object or list)");
        assertThat(note(Samples.bytes("42"))).isEqualTo("Fields of the value (not a JSON object or list)");
        assertThat(of(null, List.of()).headersNote()).isEqualTo("Headers (none)");
    }

    @Test
    void a_large_value_is_left_to_the_inspector() {
        byte[] large = Samples.bytes("{\"a\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}");
        assertThat(note(large))
                .isEqualTo("Fields of the value (" + Sizes.text(large.length) + ", open the inspector for them)");
    }

    private static String note(byte @Nullable [] value) {
        RecordFields fields = of(value, List.of());
        assertThat(fields.fields()).isEmpty();
        return fields.fieldsNote();
    }

    private static RecordFields of(byte @Nullable [] value, List<RecordHeader> headers) {
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("orders", 0), 0)
                .value(value)
                .headers(headers)
                .build();
        return RecordFields.of(record, RecordReader.withoutSchemas());
    }
}
