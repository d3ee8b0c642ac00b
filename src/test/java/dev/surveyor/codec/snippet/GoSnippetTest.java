package dev.surveyor.codec.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RecordHeader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The literals are read as the language reads them, and the bytes compared. */
class GoSnippetTest {

    private static final String BYTES = "(nil|\\[]byte\\{}|\\[]byte\\(\"(?:[^\"\\\\]|\\\\.)*+\"\\))";
    private static final Pattern KEY = Pattern.compile("^ +Key: " + BYTES + ",$", Pattern.MULTILINE);
    private static final Pattern VALUE = Pattern.compile("^ +Value: " + BYTES + ",$", Pattern.MULTILINE);
    private static final Pattern PART = Pattern.compile("\\\\x..|\\\\.|[^\\\\]+", Pattern.DOTALL);
    private static final Pattern HEADER =
            Pattern.compile("^ +\\{Key: (\"(?:[^\"\\\\]|\\\\.)*+\"), Value: " + BYTES + "},$", Pattern.MULTILINE);

    @Test
    @SuppressWarnings("NullAway") // misreads a nullable array of a record's constructor as never null
    void odd_records_come_out_byte_for_byte() {
        for (ConsumedRecord record : OddRecords.all("orders")) {
            String code = GoSnippet.of(List.of(record));
            assertThat(first(KEY, code)).as("key of " + record + code).isEqualTo(record.key());
            assertThat(first(VALUE, code)).as("value of " + record).isEqualTo(record.value());
            List<RecordHeader> headers = new ArrayList<>();
            Matcher matcher = HEADER.matcher(code);
            while (matcher.find()) {
                String key = new String(literal(matcher.group(1)), StandardCharsets.UTF_8);
                headers.add(new RecordHeader(key, bytes(matcher.group(2))));
            }
            assertThat(headers).isEqualTo(record.headers());
            assertThat(code)
                    .contains("topic := \"orders\"", "Partition: 1}", "time.UnixMilli(" + record.timestamp() + ")");
        }
    }

    @Test
    void several_records_are_one_list() {
        List<ConsumedRecord> two = OddRecords.all("orders").subList(18, 20);
        assertThat(GoSnippet.of(two))
                .contains("messages := []*kafka.Message{\n    { // orders[1]@18\n")
                .endsWith("    },\n}\n");
    }

    private static byte @Nullable [] first(Pattern pattern, String code) {
        Matcher matcher = pattern.matcher(code);
        assertThat(matcher.find()).isTrue();
        return bytes(matcher.group(1));
    }

    private static byte @Nullable [] bytes(String expression) {
        return switch (expression) {
            case "nil" -> null;
            case "[]byte{}" -> new byte[0];
            default -> literal(expression.substring("[]byte(".length(), expression.length() - 1));
        };
    }

    /** Reads an interpreted string literal of Go with the escapes that are used. */
    private static byte[] literal(String quoted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String text = quoted.substring(1, quoted.length() - 1);
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            String part = parts.group();
            switch (part.length() > 1 && part.charAt(0) == '\\' ? part.charAt(1) : ' ') {
                case ' ' -> out.writeBytes(part.getBytes(StandardCharsets.UTF_8));
                case 'n' -> out.write('\n');
                case 'r' -> out.write('\r');
                case 't' -> out.write('\t');
                case '"', '\\' -> out.write(part.charAt(1));
                case 'x' -> out.write(Integer.parseInt(part.substring(2), 16));
                default -> throw new AssertionError("escape " + part);
            }
        }
        return out.toByteArray();
    }
}
