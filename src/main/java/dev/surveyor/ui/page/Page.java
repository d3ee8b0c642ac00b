package dev.surveyor.ui.page;

import dev.surveyor.service.task.Unfinished;
import dev.surveyor.ui.parts.DropTarget;
import java.util.List;
import java.util.Optional;
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

    /**
     * Returns what stands in the inspector beside this page, or null where it has nothing to inspect. While it is not
     * visible, the page has its room.
     */
    default @Nullable Node inspector() {
        return null;
    }

    /** Returns what stands in the bar above this page, at its right; for the page around it, which has that bar. */
    default List<Node> actions() {
        return List.of();
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

    /**
     * Returns this page as one that can do more than be shown, for instance as {@link ExportsRecords}; nothing where it
     * cannot. The only way to ask, for a page around another one answers for that one, too.
     */
    default <A> Optional<A> as(Class<A> ability) {
        return ability.isInstance(this) ? Optional.of(ability.cast(this)) : Optional.empty();
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
