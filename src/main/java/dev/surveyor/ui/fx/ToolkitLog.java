package dev.surveyor.ui.fx;

import java.util.logging.Logger;

/**
 * Keeps one line out of the toolkit's log that says nothing: where rows leave the head of a long list, JavaFX 21 compares
 * the index of a row with the pixels that are left and reports, several times a second, that there are too many rows. All
 * other lines stay. Holds until it is closed.
 */
public final class ToolkitLog implements AutoCloseable {

    private static final String NOISE = "index exceeds maxCellCount";

    /** Held here, because the logging system forgets a logger that nobody holds, with its filter. */
    private final Logger controls = Logger.getLogger("javafx.scene.control");

    public ToolkitLog() {
        controls.setFilter(line -> writes(String.valueOf(line.getMessage())));
    }

    private static boolean writes(String message) {
        return !message.startsWith(NOISE);
    }

    /** Lets every line through again. */
    @Override
    public void close() {
        controls.setFilter(null);
    }
}
