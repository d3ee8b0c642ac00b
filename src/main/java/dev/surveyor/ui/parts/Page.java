package dev.surveyor.ui.parts;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a tab of the window: its content and what it contributes to the inspector and the status bar while it
 * is the selected one. For the JavaFX thread only.
 */
public interface Page extends AutoCloseable {

    ReadOnlyStringProperty titleProperty();

    /** Returns the dot in front of the title. */
    ReadOnlyObjectProperty<Mark> markProperty();

    Node content();

    /** Returns what stands in the inspector beside this page, or null where it has nothing to inspect. */
    default @Nullable Node inspector() {
        return null;
    }

    /** Returns the counts for the middle of the status bar, each a segment. */
    default List<Node> statusCounts() {
        return List.of();
    }

    /** Returns the segments for the right of the status bar, the state last. */
    default List<Node> statusState() {
        return List.of();
    }

    /** Returns further commands of this page for the palette, as they are now. */
    default List<PageCommand> commands() {
        return List.of();
    }

    /** Returns what can be dropped on the tab of this page, or null for nothing. */
    default @Nullable DropTarget drops() {
        return null;
    }

    /** Puts the focus where a user would begin. */
    void focus();

    /** Returns what closing this page now would leave half done. */
    default Unfinished unfinished() {
        return Unfinished.NOTHING;
    }

    /** Ends all that runs in this page. Does not block. */
    @Override
    void close();

    /** The dot of a tab. */
    enum Mark {
        NONE,
        /** Something runs and is well. */
        LIVE,
        /** Something works or waits. */
        BUSY,
        /** Something is paused. */
        PAUSED,
        /** Something failed. */
        FAILED
    }
}
