package dev.surveyor.service.produce;

import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.domain.produce.ProducerSettings.Acks;
import dev.surveyor.domain.produce.ProducerSettings.Compression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a form as a text for the settings: a line for each part, its fields apart by tabs, line breaks and tabs
 * inside a field escaped. What cannot be read is as in the form that was there before.
 */
public final class FormText {

    private FormText() {}

    /** Returns the text. */
    public static String write(FormContent form) {
        StringBuilder text = new StringBuilder();
        line(text, "partition", Integer.toString(form.partition()));
        line(text, "time", Boolean.toString(form.fixedTime()), form.time());
        part(text, "key", form.key());
        part(text, "value", form.value());
        line(text, "opaque", form.opaque());
        writeOptions(text, form.options());
        for (FormContent.Header header : form.headers()) {
            FormContent.Part value = header.value();
            line(
                    text,
                    "header",
                    Boolean.toString(header.ticked()),
                    header.key(),
                    value.type().name(),
                    value.presence().name(),
                    value.text());
        }
        return text.toString();
    }

    private static void writeOptions(StringBuilder text, FormContent.Options options) {
        if (options.idempotence() != null) {
            line(text, "idempotence", options.idempotence().toString());
        }
        if (options.acks() != null) {
            line(text, "acks", options.acks().name());
        }
        if (options.compression() != null) {
            line(text, "compression", options.compression().name());
        }
        if (options.linger() != null) {
            line(text, "linger", options.linger());
        }
    }

    private static void part(StringBuilder text, String name, FormContent.Part part) {
        line(text, name, part.type().name(), part.presence().name(), part.text());
    }

    /**
     * Reads the text.
     *
     * @param before what stands for a part that the text does not tell
     */
    public static FormContent read(String text, FormContent before) {
        Map<String, List<String>> parts = new HashMap<>();
        List<FormContent.Header> headers = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            List<String> fields = fields(line);
            if (fields.get(0).equals("header") && fields.size() == 6) {
                headers.add(new FormContent.Header(
                        Boolean.parseBoolean(fields.get(1)), fields.get(2), part(fields.subList(3, 6))));
            } else {
                parts.put(fields.get(0), fields.subList(1, fields.size()));
            }
        }
        String partition = first(parts, "partition", "");
        List<String> time = parts.getOrDefault("time", List.of());
        boolean timed = time.size() == 2;
        return new FormContent(
                partition.matches("\\d{1,6}") ? Integer.parseInt(partition) : -1,
                timed ? Boolean.parseBoolean(time.get(0)) : before.fixedTime(),
                timed ? time.get(1) : before.time(),
                part(parts, "key", before.key()),
                part(parts, "value", before.value()),
                headers,
                first(parts, "opaque", ""),
                options(parts));
    }

    private static FormContent.Options options(Map<String, List<String>> parts) {
        String idempotence = first(parts, "idempotence", "");
        String linger = first(parts, "linger", "");
        return new FormContent.Options(
                idempotence.isEmpty() ? null : Boolean.valueOf(idempotence),
                constant(Acks.class, first(parts, "acks", "")),
                constant(Compression.class, first(parts, "compression", "")),
                parts.containsKey("linger") ? linger : null);
    }

    private static FormContent.Part part(Map<String, List<String>> parts, String name, FormContent.Part before) {
        List<String> fields = parts.getOrDefault(name, List.of());
        return fields.size() == 3 ? part(fields) : before;
    }

    private static FormContent.Part part(List<String> fields) {
        ValueType type = constant(ValueType.class, fields.get(0));
        Presence presence = constant(Presence.class, fields.get(1));
        return new FormContent.Part(
                type == null ? ValueType.STRING : type, presence == null ? Presence.VALUE : presence, fields.get(2));
    }

    private static String first(Map<String, List<String>> parts, String name, String otherwise) {
        List<String> fields = parts.getOrDefault(name, List.of());
        return fields.isEmpty() ? otherwise : fields.get(0);
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
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
