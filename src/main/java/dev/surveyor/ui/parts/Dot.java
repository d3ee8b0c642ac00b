package dev.surveyor.ui.parts;

import javafx.scene.layout.Region;

/** A round dot of 8 px (6 with the class {@code small}) in the colour of a state. Never alone: a word says it too. */
public final class Dot extends Region {

    /** The colours. */
    public enum Kind {
        OK,
        WARN,
        DANGER,
        ACCENT,
        MUTED;

        String styleClass() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Dot(Kind kind) {
        getStyleClass().add("sv-dot");
        setKind(kind);
    }

    public void setKind(Kind kind) {
        for (Kind other : Kind.values()) {
            getStyleClass().remove(other.styleClass());
        }
        getStyleClass().add(kind.styleClass());
    }
}
