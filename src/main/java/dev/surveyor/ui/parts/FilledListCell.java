package dev.surveyor.ui.parts;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a list that draws what it has got, and shows nothing where there is nothing. For the JavaFX thread only.
 *
 * @param <T> what the list is of
 */
public abstract class FilledListCell<T> extends ListCell<T> {

    @Override
    protected final void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
            clear();
        } else {
            show(item);
        }
    }

    /** Draws the item; what was drawn before for another one is still there. */
    protected abstract void show(T item);

    /** Undoes what else {@link #show} did than draw, where there is nothing any more. */
    protected void clear() {}
}
