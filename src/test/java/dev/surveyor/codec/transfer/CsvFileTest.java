package dev.surveyor.codec.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"})
    void no_cell_is_a_formula(String value) throws IOException {
        CsvFile file = new CsvFile(false);
        String line = line(file, record("k", value.getBytes(StandardCharsets.UTF_8)));
        assertThat(line).containsPattern(",\"?'" + java.util.regex.Pattern.quote(value));
        assertThat(file.losses())
                .containsExactly(
                        "1 cell begins with an apostrophe, so that a spreadsheet takes none" + " for a formula.");
    }

    @Test
    void a_time_after_the_year_9999_is_no_formula_either() throws IOException {
        ConsumedRecord record = ConsumedRecord.at(new PartitionId("orders", 3), 7)
                .timestamp(253_402_300_800_000L, TimestampType.CREATE_TIME)
                .build();
        assertThat(line(new CsvFile(false), record)).contains(",'+10000-01-01T00:00:00.000Z,253402300800000,");
    }

    @Test
    void commas_quotes_and_line_breaks_stay_in_their_cell() throws IOException {
        assertThat(line(new CsvFile(false), record("a,b", "say \"hi\"\r\nbye".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("orders,3,7,2026-11-22T09:02:11.425Z,1795338131425,CreateTime,,text,\"a,b\",text,"
                        + "\"say \"\"hi\"\"\r\nbye\",\"[{\"\"key\"\":\"\"h\"\",\"\"value\"\":null}]\"\r\n");
    }

    @Test
    void null_empty_and_bytes_are_told_apart() throws IOException {
        assertThat(line(new CsvFile(false), record(null, null))).contains(",null,,null,,");
        assertThat(line(new CsvFile(false), record("", new byte[0]))).contains(",empty,,empty,,");
        assertThat(line(new CsvFile(false), record("k", new byte[] {0, 1}))).contains(",text,k,base64,AAE=,");
    }

    @Test
    void the_mark_for_excel_is_a_choice() throws IOException {
        assertThat(begin(new CsvFile(true))).startsWith("\ufefftopic,partition");
        assertThat(begin(new CsvFile(false))).startsWith("topic,partition").endsWith("headers\r\n");
    }

    private static String begin(CsvFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.begin(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String line(CsvFile file, ConsumedRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(record, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ConsumedRecord record(@Nullable String key, byte @Nullable [] value) {
        return ConsumedRecord.at(new PartitionId("orders", 3), 7)
                .timestamp(1_795_338_131_425L, TimestampType.CREATE_TIME)
                .key(key == null ? null : key.getBytes(StandardCharsets.UTF_8))
                .value(value)
                .headers(List.of(new RecordHeader("h", null)))
                .build();
    }
}
