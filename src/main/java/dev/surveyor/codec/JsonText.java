package dev.surveyor.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link JsonTree} written with one field a line, which knows the node of each place in the text. Numbers are the
 * characters that were sent. Never changes; for any thread.
 */
public final class JsonText {

    private static final int DEEPEST_INDENT = 40;

    private final String text;
    private final int[] starts;
    private final List<JsonItem> items;

    private JsonText(String text, int[] starts, List<JsonItem> items) {
        this.text = text;
        this.starts = starts;
        this.items = items;
    }

    /**
     * Writes the tree.
     *
     * @param complete whether it is the whole document; else an ellipsis stands at the end
     */
    public static JsonText of(JsonItem root, boolean complete) {
        Writer writer = new Writer();
        writer.tree(root);
        if (!complete) {
            writer.out.append("\n…");
        }
        return new JsonText(writer.out.toString(), Arrays.copyOf(writer.starts, writer.items.size()), writer.items);
    }

    /** Returns the text as a JSON string with its quotes; what cannot be seen or turns the writing direction is escaped. */
    public static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        JsonWriter.quote(out, text);
        return out.toString();
    }

    public String text() {
        return text;
    }

    /** Returns the node that is written at that place; a closing bracket belongs to what it closes. */
    public @Nullable JsonItem at(int index) {
        int found = Arrays.binarySearch(starts, index);
        int place = found >= 0 ? found : -found - 2;
        return place < 0 ? null : items.get(place);
    }

    private static final class Writer {
        private final StringBuilder out = new StringBuilder();
        private final List<JsonItem> items = new ArrayList<>();
        private int[] starts = new int[64];
        private int depth;

        /** Goes down and up by the parents, without recursion: a tree may be 1,000 levels deep. */
        void tree(JsonItem root) {
            open(root);
            JsonItem at = root;
            int[] next = new int[16];
            int level = 0;
            while (true) {
                List<JsonItem> children = at.children();
                if (next[level] < children.size()) {
                    JsonItem child = children.get(next[level]++);
                    line(child, next[level] > 1);
                    open(child);
                    if (!child.children().isEmpty()) {
                        at = child;
                        level++;
                        next = level == next.length ? Arrays.copyOf(next, level * 2) : next;
                        next[level] = 0;
                    }
                } else {
                    close(at);
                    JsonItem parent = at.parent();
                    if (level == 0 || parent == null) {
                        return;
                    }
                    at = parent;
                    level--;
                }
            }
        }

        private void line(JsonItem child, boolean comma) {
            out.append(comma ? ",\n" : "\n");
            mark(child);
            indent();
            String name = child.name();
            if (name != null) {
                JsonWriter.quote(out, name);
                out.append(": ");
            }
        }

        private void open(JsonItem item) {
            if (items.isEmpty()) {
                mark(item);
            }
            boolean none = item.children().isEmpty();
            switch (item.kind()) {
                case OBJECT -> out.append(none ? "{}" : "{");
                case LIST -> out.append(none ? "[]" : "[");
                case STRING -> JsonWriter.quote(out, item.text());
                case NUMBER, LITERAL -> out.append(item.text());
            }
            depth += none ? 0 : 1;
        }

        private void close(JsonItem item) {
            if (!item.children().isEmpty()) {
                depth--;
                out.append('\n');
                mark(item);
                indent();
                out.append(item.kind() == JsonItem.Kind.OBJECT ? '}' : ']');
            }
        }

        private void mark(JsonItem item) {
            if (items.size() == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[items.size()] = out.length();
            items.add(item);
        }

        private void indent() {
            for (int i = Math.min(depth, DEEPEST_INDENT); i > 0; i--) {
                out.append("  ");
            }
        }
    }
}
