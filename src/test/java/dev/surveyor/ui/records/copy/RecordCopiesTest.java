package dev.surveyor.ui.records.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordCopiesTest {

    private final RecordCopies copies = new RecordCopies("localhost:41092", () -> ZoneOffset.UTC);
    private final ConsumedRecord record = ConsumedRecord.at(new PartitionId("orders", 3), 48_207)
            .timestamp(Instant.parse("2026-11-22T09:02:11.425Z").toEpochMilli(), TimestampType.CREATE_TIME)
            .leaderEpoch(7)
            .key("cust\t24".getBytes(StandardCharsets.UTF_8))
            .value(new byte[] {0, (byte) 0xff})
            .headers(List.of(RecordHeader.text("h", "say \"hi\"")))
            .build();

    @Test
    void a_row_has_a_head_and_a_tab_inside_a_cell_is_quoted() {
        assertThat(one(CopyFormat.ROW))
                .isEqualTo("Time\tPartition\tOffset\tKey\tValue\tHeaders\tSize\n"
                        + "09:02:11.425\t3\t48207\t\"cust\t24\"\t00FF\t1\t2");
    }

    @Test
    void json_keeps_bytes_that_are_no_text_apart() {
        assertThat(one(CopyFormat.JSON))
                .isEqualTo("{\"topic\":\"orders\",\"partition\":3,\"offset\":48207,\"timestamp\":1795338131425,"
                        + "\"timestampType\":\"CreateTime\",\"leaderEpoch\":7,\"key\":\"cust\\t24\","
                        + "\"valueBase64\":\"AP8=\",\"headers\":[{\"name\":\"h\",\"value\":\"say \\\"hi\\\"\"}]}");
    }

    @Test
    void short_forms_are_what_other_tools_take() {
        assertThat(one(CopyFormat.REFERENCE)).isEqualTo("orders[3]@48207");
        assertThat(one(CopyFormat.HEX)).isEqualTo("00FF");
        assertThat(one(CopyFormat.BASE64)).isEqualTo("AP8=");
        assertThat(one(CopyFormat.KCAT)).isEqualTo("kcat -C -b localhost:41092 -t orders -p 3 -o 48207 -c 1 -J");
    }

    @Test
    void code_sends_the_same_bytes() {
        assertThat(one(CopyFormat.JAVA))
                .contains("\"cust\\t24\".getBytes(StandardCharsets.UTF_8)")
                .contains("new byte[] {(byte) 0x00, (byte) 0xff}")
                .contains("record.headers().add(\"h\", \"say \\\"hi\\\"\".getBytes(StandardCharsets.UTF_8));");
        assertThat(one(CopyFormat.GO)).contains("Value: []byte{0x00, 0xff}").contains("Partition: 3}");
    }

    private String one(CopyFormat format) {
        return copies.text(format, List.of(record));
    }
}
