package dev.surveyor.ui.parts;

import dev.surveyor.service.settings.Setting;
import dev.surveyor.service.settings.Settings;
import dev.surveyor.ui.fx.FocusHeir;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The line between two regions of a row or a column, by which one of them is made larger or smaller: dragged, or by the
 * arrow keys. A double click gives the region its own size again. For the JavaFX thread only.
 */
public final class EdgeHandle extends Region {

    /** Where the region is whose size changes, seen from the line. */
    public enum Side {
        LEFT,
        RIGHT,
        ABOVE,
        BELOW;

        private boolean horizontal() {
            return this == LEFT || this == RIGHT;
        }

        private boolean first() {
            return this == LEFT || this == ABOVE;
        }
    }

    private static final double THICKNESS = 5;
    private static final double STEP = 16;

    private final Region sized;
    private final Side side;
    private final double least;
    private final double rest;
    private final DoubleProperty size = new SimpleDoubleProperty(Double.NaN);
    private double startAt;
    private double startSize;

    /**
     * @param id of the line
     * @param name what it makes larger, for instance {@code Sidebar}
     * @param sized the region, beside this line in an {@link HBox} or a {@link VBox}
     * @param least the region's least size in pixels
     * @param rest what the others in the row or column keep, in pixels
     */
    public EdgeHandle(String id, String name, Region sized, Side side, double least, double rest) {
        this.sized = sized;
        this.side = side;
        this.least = least;
        this.rest = rest;
        setId(id);
        getStyleClass().add("edge-handle");
        if (side.horizontal()) {
            setMinWidth(THICKNESS);
            setMaxWidth(THICKNESS);
            HBox.setMargin(this, new Insets(0, -2, 0, -2));
            setCursor(Cursor.H_RESIZE);
        } else {
            getStyleClass().add("flat");
            setMinHeight(THICKNESS);
            setMaxHeight(THICKNESS);
            VBox.setMargin(this, new Insets(-2, 0, -2, 0));
            setCursor(Cursor.V_RESIZE);
        }
        // Over its neighbours, so that the pointer finds it.
        setViewOrder(-1);
        setFocusTraversable(true);
        FocusHeir.passOver(this);
        String words = name + ": drag, or arrow keys; double click for the usual size";
        setAccessibleText(words);
        Tooltip.install(this, new Tooltip(words));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        Shown.foldHidden(this);
    }

    /** Returns the size that was chosen in pixels, {@code NaN} where the region has its own. */
    public DoubleProperty sizeProperty() {
        return size;
    }

    /** Returns the size that was chosen, else this. */
    public double sizeOr(double usual) {
        return Double.isNaN(size.get()) ? usual : size.get();
    }

    /** Gives the region its chosen size from now on, now and whenever it changes. */
    public EdgeHandle apply() {
        size.subscribe(chosen -> {
            double wanted = sizeOr(USE_COMPUTED_SIZE);
            if (side.horizontal()) {
                sized.setPrefWidth(wanted);
            } else {
                sized.setPrefHeight(wanted);
            }
        });
        return this;
    }

    /** Takes the size of the last time, and keeps each that is chosen from now on. */
    public EdgeHandle remember(Settings settings, String key) {
        Setting<Integer> setting = Setting.ofNumber(key);
        setting.in(settings).ifPresent(kept -> size.set(Math.max(least, kept)));
        size.addListener((property, before, now) ->
                setting.keep(settings, Double.isNaN(now.doubleValue()) ? null : (int) Math.round(now.doubleValue())));
        return this;
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            size.set(Double.NaN);
        }
        startAt = place(event);
        startSize = current();
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (event.isPrimaryButtonDown()) {
            double moved = place(event) - startAt;
            if (moved != 0) {
                choose(startSize + (side.first() ? moved : -moved));
            }
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        KeyCode larger = side.horizontal() ? KeyCode.RIGHT : KeyCode.DOWN;
        KeyCode smaller = side.horizontal() ? KeyCode.LEFT : KeyCode.UP;
        if (event.getCode() == larger || event.getCode() == smaller) {
            boolean grows = side.first() == (event.getCode() == larger);
            // A key that is held comes more often than the layout.
            choose(sizeOr(current()) + (grows ? STEP : -STEP));
            event.consume();
        }
    }

    private void choose(double wanted) {
        double room = side.horizontal()
                ? getParent().getLayoutBounds().getWidth()
                : getParent().getLayoutBounds().getHeight();
        size.set(Math.max(least, Math.min(room - rest, wanted)));
    }

    private double current() {
        return side.horizontal() ? sized.getWidth() : sized.getHeight();
    }

    /** In pixels of the parent, which may be shown larger than those of the screen. */
    private double place(MouseEvent event) {
        Point2D point = getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
        return side.horizontal() ? point.getX() : point.getY();
    }
}
