package dev.surveyor.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Gives a stage its place, and knows it later. Under a window manager on Linux JavaFX 21 loses the size and often the
 * place that were asked for before the window showed: it reports what the window manager made of a window without a size.
 * The place is therefore asked for again until the window has it. For the JavaFX thread only.
 */
public final class StagePlace implements AutoCloseable {

    private static final Duration QUIET = Duration.millis(200);

    /** So long after it showed a window may still fall back, on a slow machine. */
    private static final Duration OPENING = Duration.seconds(10);

    /** A window manager that wants it otherwise gets its way after so many tries. */
    private static final int MOST_TRIES = 5;

    private final Stage stage;
    private final PauseTransition quiet = new PauseTransition(QUIET);
    private final PauseTransition opening = new PauseTransition(OPENING);
    private final List<Subscription> changes = new ArrayList<>();
    private Rectangle2D normal;
    private boolean placed;
    private boolean ownSizeIsUnknown;
    private int tries;

    /**
     * Asks for a place from now on; the stage is not shown yet, and has its least size.
     *
     * @param kept where it was the last time, null for the middle of the screen; a place off every screen is not used
     * @param width in pixels, where nothing is kept
     * @param height in pixels, where nothing is kept
     */
    public StagePlace(Stage stage, @Nullable Rectangle2D kept, double width, double height, boolean maximized) {
        this.stage = stage;
        normal = onScreen(kept, Math.max(width, stage.getMinWidth()), Math.max(height, stage.getMinHeight()));
        ask();
        stage.setMaximized(maximized);
        ownSizeIsUnknown = maximized;
        quiet.setOnFinished(event -> settle());
        for (ObservableValue<?> each : new ObservableValue<?>[] {
            stage.xProperty(),
            stage.yProperty(),
            stage.widthProperty(),
            stage.heightProperty(),
            stage.maximizedProperty(),
            stage.showingProperty()
        }) {
            changes.add(each.subscribe(quiet::playFromStart));
        }
        changes.add(stage.showingProperty().subscribe(showing -> {
            if (showing) {
                opening.playFromStart();
            }
        }));
    }

    private Rectangle2D onScreen(@Nullable Rectangle2D kept, double width, double height) {
        if (kept == null) {
            return inTheMiddle(width, height);
        }
        double wide = Math.max(stage.getMinWidth(), kept.getWidth());
        double high = Math.max(stage.getMinHeight(), kept.getHeight());
        List<Screen> screens = Screen.getScreensForRectangle(kept);
        if (screens.isEmpty()) {
            return inTheMiddle(wide, high);
        }
        Rectangle2D room = screens.get(0).getVisualBounds();
        return new Rectangle2D(
                kept.getMinX(), kept.getMinY(), Math.min(room.getWidth(), wide), Math.min(room.getHeight(), high));
    }

    private static Rectangle2D inTheMiddle(double width, double height) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        double wide = Math.min(room.getWidth(), width);
        double high = Math.min(room.getHeight(), height);
        return new Rectangle2D(
                room.getMinX() + (room.getWidth() - wide) / 2,
                room.getMinY() + (room.getHeight() - high) / 3,
                wide,
                high);
    }

    private void ask() {
        stage.setX(normal.getMinX());
        stage.setY(normal.getMinY());
        stage.setWidth(normal.getWidth());
        stage.setHeight(normal.getHeight());
    }

    /** Runs whenever the place has not changed for a moment. */
    private void settle() {
        if (!stage.isShowing() || stage.isMaximized() || stage.isIconified() || stage.isFullScreen()) {
            return;
        }
        boolean young = opening.getStatus() == PauseTransition.Status.RUNNING;
        if (tries < MOST_TRIES && (ownSizeIsUnknown || (young && hasFallenBack()))) {
            tries++;
            ownSizeIsUnknown = false;
            ask();
            quiet.playFromStart();
            return;
        }
        placed = true;
        normal = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    private boolean hasFallenBack() {
        boolean sized = stage.getWidth() == normal.getWidth() && stage.getHeight() == normal.getHeight();
        boolean there = stage.getX() == normal.getMinX() && stage.getY() == normal.getMinY();
        boolean least = stage.getWidth() <= stage.getMinWidth() && stage.getHeight() <= stage.getMinHeight();
        return (!sized && least) || (!placed && !there);
    }

    /** Returns whether the window has had a place of its own. */
    boolean placed() {
        return placed;
    }

    /** Returns where the window is while it is neither maximised nor an icon, with its frame. */
    public Rectangle2D normal() {
        return normal;
    }

    /** Leaves the stage to whoever shows it next; what is known of its place stays. */
    @Override
    public void close() {
        changes.forEach(Subscription::unsubscribe);
        quiet.stop();
        opening.stop();
    }
}
