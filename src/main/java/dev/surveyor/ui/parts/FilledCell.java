package dev.surveyor.ui.parts;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table that draws what it has got, and shows nothing where there is nothing. For the JavaFX thread only.
 *
 * @param <T> the rows of the table
 * @param <V> what the column has of each
 */
public abstract class FilledCell<T, V> extends TableCell<T, V> {

    private static final double WIDEST_TOOLTIP = 600;

    private @Nullable Tooltip words;

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

    /**
     * Says in a tooltip what the cell has no room for. A cell has one for all that it ever shows: each is a window of
     * its own with styles of its own, which takes longer to make than all else in the cell.
     *
     * @param text empty for no tooltip
     */
    protected final void explain(String text) {
        if (text.isEmpty()) {
            setTooltip(null);
            return;
        }
        Tooltip tooltip = words;
        if (tooltip == null) {
            tooltip = new Tooltip();
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDEST_TOOLTIP);
            words = tooltip;
        }
        tooltip.setText(text);
        setTooltip(tooltip);
    }
}
