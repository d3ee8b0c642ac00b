package dev.surveyor.ui.fx;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/** The program's icon in the sizes in which it is drawn. For the JavaFX thread only. */
public final class AppIcon {

    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private AppIcon() {}

    /** Returns the icon in every size, for the system to choose from. */
    public static List<Image> all() {
        return SIZES.stream().map(AppIcon::of).toList();
    }

    /** Returns the icon with that many pixels on a side, which is one of 16, 24, 32, 48, 64, 128, 256, 512. */
    public static Image of(int size) {
        String name = "icons/icon-" + size + ".png";
        URL address = Objects.requireNonNull(AppIcon.class.getResource(name), name);
        return new Image(address.toString());
    }
}
