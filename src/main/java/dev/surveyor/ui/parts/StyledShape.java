package dev.surveyor.ui.parts;

import javafx.scene.layout.Region;

/** Something without words that the style sheet draws by its style classes alone: a dot, a line, an edge, a bar. */
public final class StyledShape extends Region {

    public StyledShape(String... styleClasses) {
        getStyleClass().addAll(styleClasses);
    }
}
