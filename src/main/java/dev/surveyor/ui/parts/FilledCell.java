package dev.surveyor.ui.parts;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table that draws what it has got, and shows nothing where there is nothing. For the JavaFX thread only.
 *
 * @param <T> the rows of the table
 * @param <V> what the column has of each
 */
public abstract class FilledCell<T, V> extends TableCell<T, V> {

    @Override
    protected final void updateItem(@Nullable V value, boolean empty) {
        super.updateItem(value, empty);
        if (empty || value == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
        } else {
            show(value);
        }
    }

    /** Draws the value; what was drawn before for another one is still there. */
    protected abstract void show(V value);
}
