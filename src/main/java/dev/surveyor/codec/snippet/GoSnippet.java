package dev.surveyor.codec.snippet;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RecordHeader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Go that makes the {@code kafka.Message} of confluent-kafka-go which has the same bytes. */
public final class GoSnippet {

    private static final String IMPORTS = """
            // import (
            //     "time"
            //
            //     "github.com/confluentinc/confluent-kafka-go/v2/kafka"
            // )
            """;

    private GoSnippet() {}

    /** Returns statements that declare {@code message}, or {@code messages} where there are several. */
    public static String of(List<ConsumedRecord> records) {
        List<String> topics = records.stream()
                .map(record -> record.partition().topic())
                .distinct()
                .toList();
        StringBuilder code = new StringBuilder(IMPORTS);
        for (String topic : topics) {
            code.append(name(topic, topics))
                    .append(" := ")
                    .append(string(topic))
                    .append('\n');
        }
        if (records.size() == 1) {
            return code.append(message("message := &kafka.Message", records.get(0), topics))
                    .append("err := producer.Produce(message, nil)\n")
                    .toString();
        }
        code.append("messages := []*kafka.Message{\n");
        records.forEach(record -> code.append(
                        message("", record, topics).strip().indent(4).stripTrailing())
                .append(",\n"));
        return code.append("}\n").toString();
    }

    private static String name(String topic, List<String> topics) {
        return topics.size() == 1 ? "topic" : "topic" + (topics.indexOf(topic) + 1);
    }

    private static String message(String start, ConsumedRecord record, List<String> topics) {
        String topic = record.partition().topic();
        String headers = record.headers().stream().map(GoSnippet::header).collect(Collectors.joining());
        return start + "{ // " + record.reference() + "\n"
                + "    TopicPartition: kafka.TopicPartition{Topic: &" + name(topic, topics) + ", Partition: "
                + record.partition().partition() + "},\n"
                + time(record)
                + "    Key: " + bytes(Slice.of(record, RecordPart.KEY)) + ",\n"
                + "    Value: " + bytes(Slice.of(record, RecordPart.VALUE)) + ",\n"
                + (headers.isEmpty() ? "" : "    Headers: []kafka.Header{\n" + headers + "    },\n") + "}\n";
    }

    /** librdkafka takes a timestamp of 0 for "now", so neither 0 nor a negative one can be sent. */
    private static String time(ConsumedRecord record) {
        return record.timestamp() <= 0
                ? "    // its timestamp " + record.timestamp() + " cannot be sent: this client takes it for now\n"
                : "    Timestamp: time.UnixMilli(" + record.timestamp() + "),\n";
    }

    private static String header(RecordHeader header) {
        return "        {Key: " + string(Slice.of(header.keyInBytes())) + ", Value: " + bytes(Slice.of(header.value()))
                + "},\n";
    }

    private static String bytes(Slice bytes) {
        if (bytes.isNull()) {
            return "nil";
        }
        return bytes.isEmpty() ? "[]byte{}" : "[]byte(" + string(bytes) + ")";
    }

    /** Letters beyond ASCII stay readable: Go's sources are UTF-8 by definition. What cannot be seen goes by its bytes. */
    private static String string(Slice bytes) {
        String text = SourceText.isText(bytes) ? SourceText.text(bytes) : null;
        if (text == null || !text.codePoints().allMatch(point -> point < 0x7f || Character.isLetterOrDigit(point))) {
            return SourceText.byteLiteral(bytes);
        }
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }

    private static String string(String text) {
        return string(Slice.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
