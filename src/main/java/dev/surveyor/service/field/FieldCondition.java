package dev.surveyor.service.field;

import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.RecordPart;
import dev.surveyor.filter.FieldReader;
import dev.surveyor.filter.FilterField;
import dev.surveyor.filter.FilterText;
import org.jspecify.annotations.Nullable;

/** A node of a JSON document as the filter language writes it. */
final class FieldCondition {

    /** A longer text makes no condition that anybody reads. */
    private static final int LONGEST = 1_000;

    private FieldCondition() {}

    /** Returns {@code value.customer.tier}, {@code key[0]}, or {@code value} for the whole document. */
    public static String path(RecordPart part, JsonItem item) {
        String path = item.path();
        String owner = FilterField.of(part).word();
        return path.isEmpty() || path.startsWith("[") ? owner + path : owner + "." + path;
    }

    /** Returns why no path leads to this node, null where one does. */
    static @Nullable String whyNoPath(JsonItem item) {
        if (item.parent() == null) {
            return "not for the whole document";
        }
        int depth = 0;
        for (JsonItem at = item; at != null; at = at.parent()) {
            depth++;
            if (repeated(at)) {
                return "only the first of several fields of a name can be named";
            }
        }
        return depth - 1 > FieldReader.LONGEST_PATH ? "nested too deep" : null;
    }

    /** Returns why there is no condition for this node, null where there is one. */
    public static @Nullable String whyNot(JsonItem item) {
        String noPath = whyNoPath(item);
        return noPath == null && item.text().length() > LONGEST ? "too long" : noPath;
    }

    /**
     * Returns the condition that holds for records with this node's value at its place; for an object or a list, that
     * there is something at the place.
     *
     * @return null where there is none, see {@link #whyNot}
     */
    public static @Nullable String of(RecordPart part, JsonItem item) {
        if (whyNot(item) != null) {
            return null;
        }
        String path = path(part, item);
        return switch (item.kind()) {
            case OBJECT, LIST -> path;
            case STRING -> path + "=" + FilterText.quote(item.text());
            case NUMBER, LITERAL -> path + "=" + item.text();
        };
    }

    /** Returns whether another field of the same name stands before it, which is the one that a path leads to. */
    private static boolean repeated(JsonItem item) {
        JsonItem owner = item.parent();
        String name = item.name();
        return owner != null
                && name != null
                && owner.children().stream().limit(item.index()).anyMatch(before -> name.equals(before.name()));
    }
}
