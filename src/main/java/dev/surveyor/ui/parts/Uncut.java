package dev.surveyor.ui.parts;

import javafx.scene.layout.Region;

/** Controls whose words are never cut: in a narrow row others give way. Without state; for the JavaFX thread only. */
public final class Uncut {

    private Uncut() {}

    /** Keeps the regions at least as wide as they would like to be. */
    public static void keep(Region... regions) {
        for (Region region : regions) {
            region.setMinWidth(Region.USE_PREF_SIZE);
        }
    }
}
