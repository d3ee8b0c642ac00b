package dev.surveyor.ui.records.field;

import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.RecordPart;
import org.jspecify.annotations.Nullable;

/** A node of a JSON document as the filter language writes it. */
final class FieldCondition {

    /** A longer text makes no condition that anybody reads. */
    private static final int LONGEST = 1_000;

    private FieldCondition() {}

    /** Returns {@code value.customer.tier}, {@code key[0]}, or {@code value} for the whole document. */
    static String path(RecordPart part, JsonItem item) {
        String path = item.path();
        String owner = part == RecordPart.KEY ? "key" : "value";
        return path.isEmpty() || path.startsWith("[") ? owner + path : owner + "." + path;
    }

    /**
     * Returns the condition that holds for records with this node's value at its place; for an object or a list, that
     * there is something at the place.
     *
     * @return null where there is none: for the whole document, a text that is too long, a field without a name
     */
    static @Nullable String of(RecordPart part, JsonItem item) {
        if (item.parent() == null || item.text().length() > LONGEST || namelessOnTheWay(item)) {
            return null;
        }
        String path = path(part, item);
        return switch (item.kind()) {
            case OBJECT, LIST -> path;
            case STRING -> path + "=" + quoted(item.text());
            case NUMBER, LITERAL -> path + "=" + item.text();
        };
    }

    private static boolean namelessOnTheWay(JsonItem item) {
        for (JsonItem at = item; at != null; at = at.parent()) {
            if ("".equals(at.name())) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x2028 || c == 0x2029) {
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
