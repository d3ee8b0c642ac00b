package dev.surveyor.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a {@link JsonTree}. Not changed any more once the tree is read. */
public final class JsonItem {

    /** What a node is. */
    public enum Kind {
        OBJECT,
        LIST,
        STRING,
        NUMBER,
        LITERAL
    }

    private final @Nullable JsonItem parent;
    private final @Nullable String name;
    private final int index;
    private final Kind kind;
    private final String text;
    private final List<JsonItem> children;

    JsonItem(@Nullable JsonItem parent, @Nullable String name, Kind kind, String text) {
        this.parent = parent;
        this.name = name;
        this.kind = kind;
        this.text = text;
        this.index = parent == null ? 0 : parent.children.size();
        this.children = kind == Kind.OBJECT || kind == Kind.LIST ? new ArrayList<>(4) : List.of();
        if (parent != null) {
            parent.children.add(this);
        }
    }

    /** Returns the object or list around it, null for the root. */
    public @Nullable JsonItem parent() {
        return parent;
    }

    /** Returns the field's name, null for the root and inside a list. */
    public @Nullable String name() {
        return name;
    }

    /** Returns the place among the children of its parent, from 0. */
    public int index() {
        return index;
    }

    public Kind kind() {
        return kind;
    }

    /** Returns a string's characters, a number as it was sent, or true, false, null; empty for objects and lists. */
    public String text() {
        return text;
    }

    public List<JsonItem> children() {
        return Collections.unmodifiableList(children);
    }

    /** Returns where it is, as the filter language writes it: {@code a.b[3]."odd name"}, empty for the root. */
    public String path() {
        List<JsonItem> way = new ArrayList<>();
        for (JsonItem item = this; item.parent != null; item = item.parent) {
            way.add(item);
        }
        Collections.reverse(way);
        StringBuilder out = new StringBuilder();
        for (JsonItem item : way) {
            appendStep(out, item);
        }
        return out.toString();
    }

    private static void appendStep(StringBuilder out, JsonItem item) {
        String step = item.name;
        if (step == null) {
            out.append('[').append(item.index).append(']');
            return;
        }
        if (out.length() > 0) {
            out.append('.');
        }
        appendName(out, step);
    }

    /** Appends a field's name as a step of a path, in quotes where it is not a plain word. */
    public static void appendName(StringBuilder out, String name) {
        if (plain(name)) {
            out.append(name);
        } else {
            JsonWriter.quote(out, name);
        }
    }

    private static boolean plain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '$' && c != '@') {
                return false;
            }
        }
        return !name.isEmpty();
    }

    @Override
    public String toString() {
        return path() + " " + kind + " " + text;
    }
}
