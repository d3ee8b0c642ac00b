package dev.surveyor.ui.fx;

import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Light or dark, for the whole application at once. The sheet of a variant is the user-agent sheet of the toolkit: it
 * contains AtlantaFX Primer, the {@code -sv-*} tokens and our controls, and so reaches every window, popup, dialog and
 * context menu without being added anywhere. Sheets that a view adds come on top. For the JavaFX thread only.
 */
public final class Theme {

    /** What the user chose. */
    public enum Choice {
        SYSTEM("System"),
        LIGHT("Light"),
        DARK("Dark");

        private final String words;

        Choice(String words) {
            this.words = words;
        }

        /** Returns what stands on the control that chooses it. */
        public String words() {
            return words;
        }
    }

    /** What is shown. */
    public enum Variant {
        LIGHT("css/light.css"),
        DARK("css/dark.css");

        private final String sheet;

        Variant(String sheet) {
            this.sheet = sheet;
        }

        /** Returns the address of the sheet. */
        public String stylesheet() {
            URL address = Objects.requireNonNull(Theme.class.getResource(sheet), sheet);
            return address.toString();
        }
    }

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(this, "choice", Choice.SYSTEM);
    private final ObjectProperty<Variant> variant = new SimpleObjectProperty<>(this, "variant", Variant.LIGHT);
    private Variant system = Variant.LIGHT;

    public Theme() {
        choice.addListener((at, old, now) -> decide());
    }

    /** Loads the fonts and shows the variant from now on, at once in every window that is open. */
    public void install() {
        Fonts.load();
        Application.setUserAgentStylesheet(variant.get().stylesheet());
        variant.addListener((at, old, now) -> Application.setUserAgentStylesheet(now.stylesheet()));
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** Says what the desktop uses, which counts while the choice is {@link Choice#SYSTEM}. */
    public void systemVariant(Variant found) {
        system = found;
        decide();
    }

    private void decide() {
        variant.set(
                switch (choice.get()) {
                    case SYSTEM -> system;
                    case LIGHT -> Variant.LIGHT;
                    case DARK -> Variant.DARK;
                });
    }
}
