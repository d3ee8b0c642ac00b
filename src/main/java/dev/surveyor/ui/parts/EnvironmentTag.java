package dev.surveyor.ui.parts;

import dev.surveyor.domain.connection.Environment;
import javafx.scene.control.Label;

/** The short word of an environment, white on its colour: the word is there for those who do not see the colour. */
public final class EnvironmentTag extends Label {

    private static final double LEAST_WIDTH = 48;
    private static final double LEAST_WIDTH_OF_A_SMALL_ONE = 28;

    private final double leastWidth;

    private EnvironmentTag(double leastWidth) {
        this.leastWidth = leastWidth;
        getStyleClass().add("environment-tag");
        setMinWidth(USE_PREF_SIZE);
    }

    /** Makes one for a cell, which is used again: {@link #show} says of what. */
    public EnvironmentTag() {
        this(LEAST_WIDTH);
    }

    public EnvironmentTag(Environment environment) {
        this();
        show(environment);
    }

    /** Returns a lower and narrower one, for tabs and trees. */
    public static EnvironmentTag small() {
        EnvironmentTag tag = new EnvironmentTag(LEAST_WIDTH_OF_A_SMALL_ONE);
        tag.getStyleClass().add("small");
        return tag;
    }

    /** Shows another environment. */
    public void show(Environment environment) {
        setText(environment.tag());
        // The colour is the user's data, so that no style class can know it.
        setStyle("-fx-background-color: " + environment.color() + ";");
        setAccessibleText(environment.name());
    }

    /** As wide as its word, and no narrower than others, so that what stands behind them is in line. */
    @Override
    protected double computePrefWidth(double height) {
        return Math.max(leastWidth, super.computePrefWidth(height));
    }
}
