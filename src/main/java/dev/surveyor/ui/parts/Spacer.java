package dev.surveyor.ui.parts;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Takes the room that is left over in a row or a column, so that what follows stands at its end. */
public final class Spacer extends Region {

    /** Makes one that takes all that is left over, in equal parts with others that do. */
    public Spacer() {
        this(Priority.ALWAYS);
    }

    private Spacer(Priority priority) {
        HBox.setHgrow(this, priority);
        VBox.setVgrow(this, priority);
    }

    /** Returns one that takes what is left over only where nothing else in the row or column asks for it. */
    public static Spacer ofTheRest() {
        return new Spacer(Priority.SOMETIMES);
    }
}
