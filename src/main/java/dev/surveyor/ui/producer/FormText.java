package dev.surveyor.ui.producer;

import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.domain.produce.ProducerSettings;
import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.produce.ProducerSettings.Compression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The form as a text for the settings: a line for each part, its fields apart by tabs, line breaks and tabs inside a
 * field escaped. What cannot be read is left as it is.
 */
final class FormText {

    private FormText() {}

    static String write(Form form) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "partition",
                Integer.toString(form.target().partitionProperty().get()));
        line(
                text,
                "time",
                Boolean.toString(form.target().fixedTimeProperty().get()),
                form.target().timeProperty().get());
        payload(text, "key", form.key());
        payload(text, "value", form.value());
        line(text, "opaque", form.opaqueProperty().get());
        SendOptions options = form.options();
        writeOptions(text, options);
        for (HeaderRow row : form.headers().rows()) {
            if (row.untouched()) {
                continue;
            }
            Payload value = row.value();
            line(
                    text,
                    "header",
                    Boolean.toString(row.tickedProperty().get()),
                    row.keyProperty().get(),
                    value.typeProperty().get().name(),
                    value.presenceProperty().get().name(),
                    value.textProperty().get());
        }
        return text.toString();
    }

    /** Writes what the user chose: the rest follows the connection, also when that says something else one day. */
    private static void writeOptions(StringBuilder text, SendOptions options) {
        ProducerSettings given = options.given();
        if (options.idempotenceProperty().get() != given.idempotence()
                || options.acksProperty().get() != given.acks()) {
            line(
                    text,
                    "idempotence",
                    Boolean.toString(options.idempotenceProperty().get()));
            line(text, "acks", options.acksProperty().get().name());
        }
        if (options.compressionProperty().get() != given.compression()) {
            line(text, "compression", options.compressionProperty().get().name());
        }
        if (!options.lingerProperty().get().equals(given.linger().toMillis() + " ms")) {
            line(text, "linger", options.lingerProperty().get());
        }
    }

    static void read(String text, Form form) {
        Map<String, List<String>> parts = new HashMap<>();
        List<HeaderRow> headers = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            List<String> fields = fields(line);
            if (fields.get(0).equals("header") && fields.size() == 6) {
                Payload value = new Payload(
                        constant(ValueType.class, fields.get(3), ValueType.STRING),
                        constant(Presence.class, fields.get(4), Presence.VALUE),
                        fields.get(5));
                headers.add(new HeaderRow(Boolean.parseBoolean(fields.get(1)), fields.get(2), value));
            } else {
                parts.put(fields.get(0), fields.subList(1, fields.size()));
            }
        }
        form.headers().rows().setAll(headers);
        readPayload(parts, "key", form.key());
        readPayload(parts, "value", form.value());
        form.opaqueProperty().set(first(parts, "opaque", ""));
        readTarget(parts, form.target());
        readOptions(parts, form.options());
    }

    private static void readTarget(Map<String, List<String>> parts, Target target) {
        String partition = first(parts, "partition", "-1");
        target.partitionProperty().set(partition.matches("-1|\\d{1,6}") ? Integer.parseInt(partition) : Target.AUTO);
        List<String> time = parts.getOrDefault("time", List.of());
        if (time.size() == 2) {
            target.timeProperty().set(time.get(1));
            target.fixedTimeProperty().set(Boolean.parseBoolean(time.get(0)));
        }
    }

    private static void readOptions(Map<String, List<String>> parts, SendOptions options) {
        ProducerSettings given = options.given();
        if (parts.containsKey("idempotence")) {
            options.setIdempotence(Boolean.parseBoolean(first(parts, "idempotence", "true")));
            if (!options.idempotenceProperty().get()) {
                options.acksProperty().set(constant(Acks.class, first(parts, "acks", ""), Acks.ALL));
            }
        }
        options.compressionProperty()
                .set(constant(Compression.class, first(parts, "compression", ""), given.compression()));
        options.lingerProperty().set(first(parts, "linger", given.linger().toMillis() + " ms"));
    }

    private static void payload(StringBuilder text, String name, Payload payload) {
        line(
                text,
                name,
                payload.typeProperty().get().name(),
                payload.presenceProperty().get().name(),
                payload.textProperty().get());
    }

    private static void readPayload(Map<String, List<String>> parts, String name, Payload payload) {
        List<String> fields = parts.getOrDefault(name, List.of());
        if (fields.size() == 3) {
            payload.set(
                    constant(ValueType.class, fields.get(0), ValueType.STRING),
                    constant(Presence.class, fields.get(1), Presence.VALUE),
                    fields.get(2));
        }
    }

    private static String first(Map<String, List<String>> parts, String name, String otherwise) {
        List<String> fields = parts.getOrDefault(name, List.of());
        return fields.isEmpty() ? otherwise : fields.get(0);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return otherwise;
    }

    private static void line(StringBuilder text, String... fields) {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : "\t");
            text.append(fields[i]
                    .replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r"));
        }
        text.append('\n');
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\\' && i + 1 < line.length()) {
                char escaped = line.charAt(++i);
                field.append(
                        switch (escaped) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> escaped;
                        });
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
