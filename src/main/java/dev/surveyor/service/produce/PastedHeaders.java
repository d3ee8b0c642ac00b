package dev.surveyor.service.produce;

import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.JsonTree;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.encode.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads headers from a text: a JSON object, or a line each, {@code key=value} or key and value with a tab between. */
public final class PastedHeaders {

    private static final int MAX_BYTES = 1_000_000;
    private static final int MAX_HEADERS = 1_000;

    private PastedHeaders() {}

    /** Returns the headers in the order of the text; lines that are neither form are passed over. */
    public static List<FormContent.Header> read(String text) {
        List<FormContent.Header> json = text.strip().startsWith("{") ? readJson(text) : List.of();
        return json.isEmpty() ? readLines(text) : json;
    }

    private static List<FormContent.Header> readJson(String text) {
        JsonTree tree = JsonTree.of(Slice.of(text.getBytes(StandardCharsets.UTF_8)), MAX_BYTES, MAX_HEADERS);
        JsonItem root = tree.root();
        List<FormContent.Header> rows = new ArrayList<>();
        if (root == null || tree.problem() != null) {
            return rows;
        }
        for (JsonItem child : root.children()) {
            String name = child.name();
            if (name != null && child.children().isEmpty()) {
                boolean isNull =
                        child.kind() == JsonItem.Kind.LITERAL && child.text().equals("null");
                rows.add(isNull ? row(name, Presence.NULL, "") : row(name, presence(child.text()), child.text()));
            }
        }
        return rows;
    }

    private static List<FormContent.Header> readLines(String text) {
        List<FormContent.Header> rows = new ArrayList<>();
        for (String line : text.lines().limit(MAX_HEADERS).toList()) {
            int tab = line.indexOf('\t');
            int split = tab >= 0 ? tab : line.indexOf('=');
            if (split > 0) {
                String value = line.substring(split + 1);
                rows.add(row(line.substring(0, split).strip(), presence(value), value));
            }
        }
        return rows;
    }

    private static Presence presence(String value) {
        return value.isEmpty() ? Presence.EMPTY : Presence.VALUE;
    }

    private static FormContent.Header row(String key, Presence presence, String text) {
        return new FormContent.Header(true, key, new FormContent.Part(ValueType.STRING, presence, text));
    }
}
