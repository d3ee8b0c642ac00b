package dev.surveyor.service.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.codec.record.PartText;
import dev.surveyor.codec.record.RecordAttribute;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class RecordCopiesTest {

    private static final RecordReader READER = RecordReader.withoutSchemas();
    private final RecordCopies copies =
            new RecordCopies("localhost:41092", READER, () -> Stream.of("offset", "key", "value", "time")
                    .flatMap(id -> RecordAttribute.of(id).stream())
                    .map(each -> RowColumn.of(each, ZoneOffset.UTC, new PartText(READER)))
                    .toList());
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
                .isEqualTo("Offset\tKey\tValue\tTime\n" + "48207\t\"cust\t24\"\t00FF\t2026-11-22 09:02:11.425 UTC");
    }

    @Test
    void short_forms_are_what_other_tools_take() {
        assertThat(one(CopyFormat.REFERENCE)).isEqualTo("orders[3]@48207");
        assertThat(one(CopyFormat.HEX)).isEqualTo("00FF");
        assertThat(one(CopyFormat.BASE64)).isEqualTo("AP8=");
        assertThat(one(CopyFormat.KCAT_READ))
                .isEqualTo("kcat -C -b localhost:41092 -t orders -p 3 -o 48207 -c 1 -e -J");
        assertThat(one(CopyFormat.KCAT))
                .endsWith("printf 'cust\\01124:\\000\\377\\n' | kcat -P -b localhost:41092 -t orders -p 3 -c 1 -K :"
                        + " -H 'h=say \"hi\"'");
    }

    @Test
    void what_the_table_shows_decoded_is_copied_so_and_lossless_forms_stay_raw() throws IOException {
        ConsumedRecord packed = ConsumedRecord.at(new PartitionId("orders", 3), 1)
                .key(new byte[] {0, 0, 0, 0, 0, 0, 0, 7})
                .value(gzip("{\"a\":1}"))
                .build();
        assertThat(copies.form(CopyFormat.VALUE).text(List.of(packed))).isEqualTo("{\"a\":1}");
        assertThat(copies.form(CopyFormat.ROW).text(List.of(packed))).contains("\t\"{\"\"a\"\":1}\"\t");
        assertThat(copies.form(CopyFormat.HEX).text(List.of(packed))).startsWith("1F8B");
        assertThat(copies.cheap(CopyFormat.VALUE, List.of(packed))).isFalse();
        assertThat(copies.cheap(CopyFormat.HEX, List.of(packed))).isTrue();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void several_records_are_as_many_lines() {
        assertThat(copies.form(CopyFormat.REFERENCE).text(List.of(record, record)))
                .isEqualTo("orders[3]@48207\norders[3]@48207");
        assertThat(CopyWords.of(CopyFormat.ROW, 3, "x".repeat(1_200_000))).isEqualTo("Copied 3 rows, 1.2\u00a0MB");
        assertThat(CopyWords.of(CopyFormat.HEX, 1, "00ff")).isEqualTo("Copied 1 value as hex, 4\u00a0B");
    }

    private String one(CopyFormat format) {
        return copies.form(format).text(List.of(record));
    }
}
