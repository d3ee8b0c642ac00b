package dev.surveyor.ui.records.copy;

import dev.surveyor.codec.Base64Text;
import dev.surveyor.codec.Hex;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.ui.parts.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes records as text for the clipboard, with full values. */
public final class RecordCopies {

    private final String bootstrapServers;
    private final Supplier<ZoneId> zone;

    public RecordCopies(String bootstrapServers, Supplier<ZoneId> zone) {
        this.bootstrapServers = bootstrapServers;
        this.zone = zone;
    }

    /** Returns the records in that form, one after the other; rows with a line of column names first. */
    public String text(CopyFormat format, List<ConsumedRecord> records) {
        String lines = records.stream().map(record -> one(format, record)).collect(Collectors.joining("\n"));
        return format == CopyFormat.ROW ? "Time\tPartition\tOffset\tKey\tValue\tHeaders\tSize\n" + lines : lines;
    }

    private String one(CopyFormat format, ConsumedRecord record) {
        Slice value = Slice.of(record, RecordPart.VALUE);
        return switch (format) {
            case VALUE -> text(value);
            case KEY -> text(Slice.of(record, RecordPart.KEY));
            case ROW -> row(record);
            case JSON -> json(record);
            case HEX -> Hex.plain(value);
            case BASE64 -> base64(value);
            case REFERENCE -> record.reference().toString();
            case KCAT -> kcat(record);
            case JAVA -> RecordCode.java(record);
            case GO -> RecordCode.go(record);
        };
    }

    /** Returns UTF-8 as it is, and hexadecimal where the bytes are something else. */
    static String text(Slice bytes) {
        if (bytes.isNull()) {
            return "";
        }
        Utf8Text text = Utf8Text.of(bytes, bytes.length());
        return text.valid() && text.controls() == 0 ? text.text() : Hex.plain(bytes);
    }

    private String row(ConsumedRecord record) {
        return String.join(
                "\t",
                new Times(zone.get()).time(Instant.ofEpochMilli(record.timestamp())),
                Integer.toString(record.partition().partition()),
                Long.toString(record.offset()),
                cell(text(Slice.of(record, RecordPart.KEY))),
                cell(text(Slice.of(record, RecordPart.VALUE))),
                Integer.toString(record.headerCount()),
                Integer.toString(Math.max(0, record.valueLength())));
    }

    /** A tab or a line break inside a cell would make two of it. */
    private static String cell(String text) {
        boolean plain = text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('"') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String base64(Slice bytes) {
        return Base64Text.of(bytes, Integer.MAX_VALUE).text();
    }

    private String kcat(ConsumedRecord record) {
        return "kcat -C -b " + shellWord(bootstrapServers) + " -t "
                + shellWord(record.partition().topic()) + " -p "
                + record.partition().partition() + " -o " + record.offset() + " -c 1 -J";
    }

    private static String shellWord(String text) {
        return text.matches("[A-Za-z0-9_.,:/-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static String json(ConsumedRecord record) {
        String headers = record.headers().stream().map(RecordCopies::jsonHeader).collect(Collectors.joining(","));
        return "{\"topic\":" + quoted(record.partition().topic()) + ",\"partition\":"
                + record.partition().partition() + ",\"offset\":" + record.offset() + ",\"timestamp\":"
                + record.timestamp() + ",\"timestampType\":"
                + quoted(record.timestampType().toString()) + ",\"leaderEpoch\":"
                + (record.leaderEpoch() == ConsumedRecord.NO_LEADER_EPOCH ? "null" : record.leaderEpoch())
                + bytes("key", Slice.of(record, RecordPart.KEY)) + bytes("value", Slice.of(record, RecordPart.VALUE))
                + ",\"headers\":[" + headers + "]}";
    }

    private static String jsonHeader(RecordHeader header) {
        return "{\"name\":" + quoted(header.key()) + bytes("value", Slice.of(header.value())) + "}";
    }

    /** Bytes that are no text go into a field of another name, so that nothing is lost and nothing is mistaken. */
    private static String bytes(String field, Slice bytes) {
        if (bytes.isNull()) {
            return "," + quoted(field) + ":null";
        }
        Utf8Text text = Utf8Text.of(bytes, bytes.length());
        boolean exact = text.valid() && text.controls() == 0;
        return exact
                ? "," + quoted(field) + ":" + quoted(text.text())
                : "," + quoted(field + "Base64") + ":" + quoted(base64(bytes));
    }

    /** Returns the text as a JSON string. */
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
