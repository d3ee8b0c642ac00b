package dev.surveyor.ui.parts;

import java.net.URL;
import java.util.Objects;

/** The style sheets of the views, one for each folder that has views of its own kind. Without state. */
public final class StyleSheets {

    private StyleSheets() {}

    /**
     * Returns the address of the sheet that lies in the folder of the class and has the name of the folder, for instance
     * {@code groups.css} for every class in {@code ui.groups}.
     */
    public static String of(Class<?> view) {
        String folder = view.getPackageName();
        String name = folder.substring(folder.lastIndexOf('.') + 1) + ".css";
        URL sheet = Objects.requireNonNull(view.getResource(name), name);
        return sheet.toExternalForm();
    }
}
