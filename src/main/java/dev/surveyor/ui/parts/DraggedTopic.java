package dev.surveyor.ui.parts;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/**
 * A topic on its way from the tree to where it is dropped.
 *
 * @param profileId of its connection
 * @param name of the topic
 */
public record DraggedTopic(String profileId, String name) {

    private static final String BETWEEN = "\n";

    /** Returns what goes on the drag board; as text, for other programs and for fields, it is the name. */
    public ClipboardContent content() {
        ClipboardContent content = new ClipboardContent();
        content.put(DragForms.TOPIC, profileId + BETWEEN + name);
        content.putString(name);
        return content;
    }

    /** Returns the topic that is being dragged, null where it is anything else. */
    public static @Nullable DraggedTopic of(Clipboard dragged) {
        if (!(dragged.getContent(DragForms.TOPIC) instanceof String text) || !text.contains(BETWEEN)) {
            return null;
        }
        int at = text.indexOf(BETWEEN);
        return new DraggedTopic(text.substring(0, at), text.substring(at + BETWEEN.length()));
    }
}
