package dev.surveyor.codec.snippet;

import dev.surveyor.codec.Base64Text;
import dev.surveyor.codec.Hex;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.domain.record.TimestampType;
import dev.surveyor.domain.time.Times;
import java.util.List;
import java.util.stream.Collectors;

/** Java that makes the {@code ProducerRecord} of the Apache client which has the same bytes. */
public final class JavaSnippet {

    /** A constant may have 65,535 bytes in a class file; a piece of this many characters has three times fewer. */
    private static final int LONGEST_CONSTANT = 20_000;

    /** An array of bytes becomes code, seven bytes of it for each, and a method may have 65,535. */
    private static final int LONGEST_ARRAY = 256;

    private static final String IMPORTS = """
            // import java.nio.charset.StandardCharsets;
            // import java.util.ArrayList;
            // import java.util.Base64;
            // import java.util.List;
            // import org.apache.kafka.clients.producer.ProducerRecord;
            """;

    private JavaSnippet() {}

    /** Returns statements that declare a variable named record, or a list named records where there are several. */
    public static String of(List<ConsumedRecord> records) {
        if (records.size() == 1) {
            return IMPORTS + statements(records.get(0));
        }
        String blocks = records.stream()
                .map(record -> "{\n" + statements(record).indent(4) + "    records.add(record);\n}\n")
                .collect(Collectors.joining());
        return IMPORTS + "List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();\n" + blocks;
    }

    private static String statements(ConsumedRecord record) {
        StringBuilder code = new StringBuilder("// ").append(record.reference()).append('\n');
        code.append(timeRemark(record));
        code.append("ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(\n        ")
                .append(SourceText.literal(record.partition().topic()))
                .append(", ")
                .append(record.partition().partition())
                .append(", ")
                .append(record.timestamp() < 0 ? "(Long) null" : record.timestamp() + "L")
                .append(",\n        ")
                .append(bytes(Slice.of(record, RecordPart.KEY)))
                .append(",\n        ")
                .append(bytes(Slice.of(record, RecordPart.VALUE)))
                .append(");\n");
        for (RecordHeader header : record.headers()) {
            byte[] name = header.keyBytes();
            if (name != null) {
                code.append("// this name is ")
                        .append(Hex.spaced(Slice.of(name), name.length))
                        .append(", which is not UTF-8 and cannot be sent: the client takes names as text\n");
            }
            code.append("record.headers().add(")
                    .append(SourceText.literal(header.key()))
                    .append(", ")
                    .append(bytes(Slice.of(header.value())))
                    .append(");\n");
        }
        return code.toString();
    }

    private static String timeRemark(ConsumedRecord record) {
        if (record.timestamp() < 0) {
            return "// its timestamp " + record.timestamp()
                    + " cannot be sent: the client refuses negative ones, null takes the time of sending\n";
        }
        String at = Times.iso(record);
        return record.timestampType() == TimestampType.LOG_APPEND_TIME
                ? "// " + at + " was set by the broker, which will set another one\n"
                : "// " + at + "\n";
    }

    private static String bytes(Slice bytes) {
        if (bytes.isNull()) {
            return "(byte[]) null"; // a bare null fits several constructors
        }
        if (SourceText.isText(bytes)) {
            String text = SourceText.text(bytes);
            String utf8 = ".getBytes(StandardCharsets.UTF_8)";
            return (text.length() <= LONGEST_CONSTANT ? SourceText.literal(text) : joined(text)) + utf8;
        }
        return bytes.length() <= LONGEST_ARRAY
                ? array(bytes)
                : "Base64.getDecoder().decode("
                        + joined(Base64Text.of(bytes, Integer.MAX_VALUE).text()) + ")";
    }

    private static String joined(String text) {
        List<String> pieces = SourceText.pieces(text, LONGEST_CONSTANT);
        return pieces.size() == 1
                ? SourceText.literal(text)
                : pieces.stream()
                        .map(SourceText::literal)
                        .collect(Collectors.joining(",\n                ", "String.join(\"\",\n                ", ")"));
    }

    private static String array(Slice bytes) {
        StringBuilder out = new StringBuilder("new byte[] {");
        for (int i = 0; i < bytes.length(); i++) {
            out.append(i == 0 ? "" : ", ").append(String.format("(byte) 0x%02x", bytes.at(i) & 0xff));
        }
        return out.append('}').toString();
    }
}
