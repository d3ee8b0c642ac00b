package dev.surveyor.ui.topics;

import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.parts.DraggedTopic;
import dev.surveyor.ui.parts.DropTarget;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;

/**
 * Opens the records of a topic that is dropped on the editor area.
 *
 * @param open opens a page
 */
public record TopicDrop(Consumer<PageAddress> open) implements DropTarget {

    @Override
    public boolean takes(Clipboard dragged) {
        return DraggedTopic.of(dragged) != null;
    }

    @Override
    public boolean drop(Clipboard dropped) {
        DraggedTopic topic = DraggedTopic.of(dropped);
        if (topic == null) {
            return false;
        }
        open.accept(new PageAddress(PageAddress.Kind.TOPIC, topic.profileId(), topic.name()));
        return true;
    }
}
