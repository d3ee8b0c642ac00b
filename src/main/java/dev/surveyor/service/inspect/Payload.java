package dev.surveyor.service.inspect;

import dev.surveyor.codec.Base64Text;
import dev.surveyor.codec.Content;
import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.JsonText;
import dev.surveyor.codec.JsonTree;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.codec.WrappedText;
import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Sizes;
import org.jspecify.annotations.Nullable;

/**
 * A key or value made readable in one format. Made off the JavaFX thread, as a large one takes its time.
 *
 * @param body what to draw
 * @param summary {@code 312 B · JSON · UTF-8 valid · complete}, or how much of it is shown
 * @param problem why it is not shown as asked, or null
 * @param more whether more of it can be loaded
 * @param json whether it is a JSON document
 */
public record Payload(Body body, String summary, @Nullable String problem, boolean more, boolean json) {

    /** How much is decoded unless the user asks for all. */
    public static final int FIRST_BYTES = 256 * 1024;

    /** How much is decoded when the user asks for all: beyond this a file and another program serve better. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int MOST_NODES = 1_000_000;
    private static final int COLUMNS = 120;
    private static final int BASE64_COLUMNS = 40;

    /** What to draw. */
    public sealed interface Body {

        /** A word for nothing: null or empty. */
        record Nothing(Content.Kind kind) implements Body {}

        record Tree(JsonItem root) implements Body {}

        /**
         * Lines.
         *
         * @param fields which field stands where, or null where there are none
         */
        record Text(WrappedText text, @Nullable JsonText fields) implements Body {}

        record Hex(Slice bytes) implements Body {}
    }

    /**
     * How much to look at, and how to show JSON as text.
     *
     * @param all as much as can be loaded, instead of the first part
     * @param pretty one field a line, instead of the characters as they were sent
     */
    public record Wish(boolean all, boolean pretty) {
        public int bytes() {
            return all ? MOST_BYTES : FIRST_BYTES;
        }
    }

    /** Decodes bytes; a hex dump is made line by line when it is drawn and has no limit. */
    public static Payload of(Slice bytes, PayloadFormat format, Wish wish) {
        Content content = Content.of(bytes);
        if (bytes.isNull() || bytes.isEmpty()) {
            return whole(new Body.Nothing(content.kind()), bytes, content);
        }
        return switch (format) {
            case AUTO ->
                switch (content.kind()) {
                    case JSON -> json(bytes, content, wish);
                    case BINARY -> whole(new Body.Hex(bytes), bytes, content);
                    default -> text(bytes, content, wish, content.problem());
                };
            case JSON -> json(bytes, content, wish);
            case TEXT ->
                wish.pretty() && content.kind() == Content.Kind.JSON
                        ? fields(bytes, content, wish)
                        : text(bytes, content, wish, content.problem());
            case HEX -> whole(new Body.Hex(bytes), bytes, content);
            case BASE64 -> base64(bytes, content, wish);
        };
    }

    private static Payload json(Slice bytes, Content content, Wish wish) {
        JsonTree tree = tree(bytes, wish);
        JsonItem root = tree.root();
        if (content.kind() != Content.Kind.JSON || root == null) {
            return text(bytes, content, wish, "Not valid JSON, " + why(content, tree) + ". Shown as it is.");
        }
        return made(new Body.Tree(root), bytes, content, tree, wish);
    }

    private static Payload fields(Slice bytes, Content content, Wish wish) {
        JsonTree tree = tree(bytes, wish);
        JsonItem root = tree.root();
        if (root == null) {
            return text(bytes, content, wish, null);
        }
        JsonText text = JsonText.of(root, tree.complete());
        return made(new Body.Text(WrappedText.of(text.text(), COLUMNS), text), bytes, content, tree, wish);
    }

    private static JsonTree tree(Slice bytes, Wish wish) {
        return JsonTree.of(bytes, wish.bytes(), wish.all() ? MOST_NODES : JsonTree.DEFAULT_NODES);
    }

    private static String why(Content content, JsonTree tree) {
        String broken = content.problem();
        if (broken != null) {
            return broken.replaceFirst("^not JSON, ", "");
        }
        return tree.problem() == null
                ? "it is no object and no list"
                : tree.problem().toString();
    }

    private static Payload made(Body body, Slice bytes, Content content, JsonTree tree, Wish wish) {
        if (tree.complete()) {
            return whole(body, bytes, content);
        }
        boolean full = wish.all();
        String limit = full
                ? "No more than " + Counted.of(MOST_NODES, "field") + " or " + Sizes.text(MOST_BYTES)
                        + " are loaded. Hex and Save… have all of it."
                : null;
        boolean byFields = tree.nodes() >= (full ? MOST_NODES : JsonTree.DEFAULT_NODES);
        String summary = byFields
                ? "Showing " + Counted.of(tree.nodes(), "field") + " of " + Sizes.text(bytes.length())
                : part(Math.min(bytes.length(), wish.bytes()), bytes);
        return new Payload(body, summary, limit, !full, true);
    }

    private static Payload text(Slice bytes, Content content, Wish wish, @Nullable String problem) {
        Utf8Text text = Utf8Text.of(bytes, wish.bytes());
        Body body = new Body.Text(WrappedText.of(text.text(), COLUMNS), null);
        return text.complete()
                ? new Payload(body, words(bytes, content), problem, false, content.kind() == Content.Kind.JSON)
                : cut(body, text.shownBytes(), bytes, wish, content, problem);
    }

    private static Payload base64(Slice bytes, Content content, Wish wish) {
        Base64Text text = Base64Text.of(bytes, wish.bytes());
        Body body = new Body.Text(WrappedText.of(text.text(), BASE64_COLUMNS), null);
        return text.complete() ? whole(body, bytes, content) : cut(body, text.shownBytes(), bytes, wish, content, null);
    }

    private static Payload cut(
            Body body, int shown, Slice bytes, Wish wish, Content content, @Nullable String problem) {
        String limit = wish.all()
                ? "No more than " + Sizes.text(MOST_BYTES) + " are loaded. Hex and Save… have all of it."
                : problem;
        return new Payload(body, part(shown, bytes), limit, !wish.all(), content.kind() == Content.Kind.JSON);
    }

    private static Payload whole(Body body, Slice bytes, Content content) {
        return new Payload(body, words(bytes, content), null, false, content.kind() == Content.Kind.JSON);
    }

    private static String part(int shown, Slice bytes) {
        return "Showing " + Sizes.text(shown) + " of " + Sizes.text(bytes.length());
    }

    private static String words(Slice bytes, Content content) {
        String what =
                switch (content.kind()) {
                    case NULL -> "null, no bytes";
                    case EMPTY -> "empty, not null";
                    case JSON -> "JSON · UTF-8 valid";
                    case TEXT -> "text · UTF-8 valid";
                    case BINARY -> "binary";
                    case BROKEN_JSON -> "broken JSON";
                    case BROKEN_TEXT -> "text · " + content.problem();
                };
        String size = bytes.isNull() ? "" : Sizes.text(bytes.length()) + " · ";
        return size + what + (bytes.isNull() || bytes.isEmpty() ? "" : " · complete");
    }
}
