package dev.surveyor.ui.records.copy;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RecordHeader;
import java.util.stream.Collectors;

/** Writes a record as source code that sends the same bytes again. */
final class RecordCode {

    private RecordCode() {}

    /** Returns Java for the Apache client. */
    static String java(ConsumedRecord record) {
        StringBuilder code = new StringBuilder(
                        "ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(\n        ")
                .append(RecordCopies.quoted(record.partition().topic()))
                .append(", ")
                .append(record.partition().partition())
                .append(", ")
                .append(record.timestamp() < 0 ? "null" : record.timestamp() + "L")
                .append(",\n        ")
                .append(javaBytes(Slice.of(record, RecordPart.KEY)))
                .append(",\n        ")
                .append(javaBytes(Slice.of(record, RecordPart.VALUE)))
                .append(");\n");
        for (RecordHeader header : record.headers()) {
            code.append("record.headers().add(")
                    .append(RecordCopies.quoted(header.key()))
                    .append(", ")
                    .append(javaBytes(Slice.of(header.value())))
                    .append(");\n");
        }
        return code.toString();
    }

    /** Returns Go for confluent-kafka-go. */
    static String go(ConsumedRecord record) {
        String headers = record.headers().stream()
                .map(header -> "\t\t{Key: " + RecordCopies.quoted(header.key()) + ", Value: "
                        + goBytes(Slice.of(header.value())) + "},\n")
                .collect(Collectors.joining());
        return "topic := " + RecordCopies.quoted(record.partition().topic()) + "\nmsg := &kafka.Message{\n"
                + "\tTopicPartition: kafka.TopicPartition{Topic: &topic, Partition: "
                + record.partition().partition() + "},\n"
                + (record.timestamp() < 0 ? "" : "\tTimestamp: time.UnixMilli(" + record.timestamp() + "),\n")
                + "\tKey: " + goBytes(Slice.of(record, RecordPart.KEY)) + ",\n"
                + "\tValue: " + goBytes(Slice.of(record, RecordPart.VALUE)) + ",\n"
                + (headers.isEmpty() ? "" : "\tHeaders: []kafka.Header{\n" + headers + "\t},\n") + "}\n";
    }

    private static String javaBytes(Slice bytes) {
        if (bytes.isNull()) {
            return "null";
        }
        return isText(bytes)
                ? RecordCopies.quoted(RecordCopies.text(bytes)) + ".getBytes(StandardCharsets.UTF_8)"
                : "new byte[] {" + list(bytes, "(byte) 0x") + "}";
    }

    private static String goBytes(Slice bytes) {
        if (bytes.isNull()) {
            return "nil";
        }
        return isText(bytes)
                ? "[]byte(" + RecordCopies.quoted(RecordCopies.text(bytes)) + ")"
                : "[]byte{" + list(bytes, "0x") + "}";
    }

    private static boolean isText(Slice bytes) {
        Utf8Text text = Utf8Text.of(bytes, bytes.length());
        return text.valid() && text.controls() == 0;
    }

    private static String list(Slice bytes, String prefix) {
        StringBuilder out = new StringBuilder(bytes.length() * (prefix.length() + 4));
        for (int i = 0; i < bytes.length(); i++) {
            out.append(i == 0 ? "" : ", ").append(prefix).append(String.format("%02x", bytes.at(i) & 0xff));
        }
        return out.toString();
    }
}
