package dev.surveyor.ui.records.inspector;

import dev.surveyor.codec.Base64Text;
import dev.surveyor.codec.Content;
import dev.surveyor.codec.HexDump;
import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.JsonTree;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.Utf8Text;
import dev.surveyor.ui.parts.Sizes;
import org.jspecify.annotations.Nullable;

/**
 * A key or value made readable in one format. Made off the JavaFX thread, as a large one takes its time.
 *
 * @param body what to draw
 * @param summary {@code 312 B · JSON · UTF-8 valid · complete}
 * @param problem why it is not shown as asked, or null
 * @param complete whether all of it is shown
 */
record Payload(Body body, String summary, @Nullable String problem, boolean complete) {

    /** What to draw. */
    sealed interface Body {

        /** A word for nothing: null or empty. */
        record Nothing(Content.Kind kind) implements Body {}

        record Tree(JsonItem root) implements Body {}

        record Text(String text) implements Body {}

        record Hex(HexDump dump) implements Body {}
    }

    /**
     * Decodes bytes.
     *
     * @param maxBytes how many are looked at for text, tree and Base64; a hex dump is made line by line and needs none
     */
    static Payload of(Slice bytes, PayloadFormat format, int maxBytes) {
        Content content = Content.of(bytes);
        if (bytes.isNull() || bytes.isEmpty()) {
            return new Payload(new Body.Nothing(content.kind()), words(bytes, content, true), null, true);
        }
        return switch (format) {
            case AUTO -> auto(bytes, content, maxBytes);
            case JSON -> json(bytes, content, maxBytes);
            case TEXT -> text(bytes, content, maxBytes, content.problem());
            case HEX -> hex(bytes, content);
            case BASE64 -> base64(bytes, content, maxBytes);
        };
    }

    private static Payload auto(Slice bytes, Content content, int maxBytes) {
        return switch (content.kind()) {
            case JSON -> json(bytes, content, maxBytes);
            case BINARY -> hex(bytes, content);
            default -> text(bytes, content, maxBytes, content.problem());
        };
    }

    private static Payload json(Slice bytes, Content content, int maxBytes) {
        JsonTree tree = JsonTree.of(bytes, maxBytes, JsonTree.DEFAULT_NODES);
        JsonItem root = tree.root();
        if (content.kind() != Content.Kind.JSON || root == null) {
            String why = tree.problem() == null
                    ? "it is no object and no list"
                    : tree.problem().toString();
            return text(bytes, content, maxBytes, "Not valid JSON, " + why + ". Shown as it is.");
        }
        return new Payload(new Body.Tree(root), words(bytes, content, tree.complete()), null, tree.complete());
    }

    private static Payload text(Slice bytes, Content content, int maxBytes, @Nullable String problem) {
        Utf8Text text = Utf8Text.of(bytes, maxBytes);
        return new Payload(
                new Body.Text(text.text()), words(bytes, content, text.complete()), problem, text.complete());
    }

    private static Payload hex(Slice bytes, Content content) {
        return new Payload(new Body.Hex(new HexDump(bytes)), words(bytes, content, true), null, true);
    }

    private static Payload base64(Slice bytes, Content content, int maxBytes) {
        Base64Text text = Base64Text.of(bytes, maxBytes);
        return new Payload(new Body.Text(text.text()), words(bytes, content, text.complete()), null, text.complete());
    }

    private static String words(Slice bytes, Content content, boolean complete) {
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
        return size + what + (bytes.isNull() || bytes.isEmpty() ? "" : complete ? " · complete" : " · cut");
    }
}
