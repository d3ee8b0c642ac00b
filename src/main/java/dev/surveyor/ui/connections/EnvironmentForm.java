package dev.surveyor.ui.connections;

import dev.surveyor.domain.connection.Environment;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What kind of cluster it is: one of the known kinds, or a word and a colour of the user's own. */
final class EnvironmentForm {

    /** The kinds to choose from; the sandbox's is not for others. */
    enum Kind {
        DEVELOPMENT("Development"),
        STAGING("Staging"),
        PRODUCTION("Production"),
        SANDBOX("Sandbox"),
        CUSTOM("Custom…");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** Colours on which white text can be read, offered for a custom environment. */
    static final List<String> COLORS = List.of("#0B62D6", "#8A3FA0", "#A73A74", "#0B6B74", "#59636E", "#7F4A07");

    private static final double READABLE_CONTRAST = 4.5;
    private static final int TAG_LENGTH = 4;

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.DEVELOPMENT);
    private final StringProperty customName = new SimpleStringProperty("");
    private final StringProperty customColor = new SimpleStringProperty(COLORS.get(0));
    private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper colorProblem = new ReadOnlyStringWrapper("");

    EnvironmentForm(Runnable changed) {
        Runnable check = () -> {
            nameProblem.set(nameProblemNow());
            colorProblem.set(colorProblemNow());
            changed.run();
        };
        kind.addListener((property, before, now) -> check.run());
        customName.addListener((property, before, now) -> check.run());
        customColor.addListener((property, before, now) -> check.run());
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    StringProperty customNameProperty() {
        return customName;
    }

    /** {@code #RRGGBB} */
    StringProperty customColorProperty() {
        return customColor;
    }

    /** What is wrong with the name, one sentence; empty where it is fine. */
    ReadOnlyStringProperty nameProblemProperty() {
        return nameProblem.getReadOnlyProperty();
    }

    /** What is wrong with the colour, one sentence; empty where it is fine. */
    ReadOnlyStringProperty colorProblemProperty() {
        return colorProblem.getReadOnlyProperty();
    }

    /** Returns what is wrong first; empty where it is fine. */
    String problem() {
        return nameProblem.get().isEmpty() ? colorProblem.get() : nameProblem.get();
    }

    void show(Environment environment) {
        if (environment.equals(Environment.DEVELOPMENT)) {
            kind.set(Kind.DEVELOPMENT);
        } else if (environment.equals(Environment.STAGING)) {
            kind.set(Kind.STAGING);
        } else if (environment.equals(Environment.PRODUCTION)) {
            kind.set(Kind.PRODUCTION);
        } else if (environment.equals(Environment.SANDBOX)) {
            kind.set(Kind.SANDBOX);
        } else {
            customName.set(environment.name());
            customColor.set(environment.color());
            kind.set(Kind.CUSTOM);
        }
    }

    /** Returns what is chosen; while a custom one is not complete, the nearest thing that can be drawn. */
    Environment environment() {
        return switch (kind.get()) {
            case DEVELOPMENT -> Environment.DEVELOPMENT;
            case STAGING -> Environment.STAGING;
            case PRODUCTION -> Environment.PRODUCTION;
            case SANDBOX -> Environment.SANDBOX;
            case CUSTOM -> custom();
        };
    }

    private Environment custom() {
        String name = customName.get().isBlank() ? "Custom" : customName.get().strip();
        String capitals = name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        String tag = capitals.isEmpty() ? "ENV" : capitals.substring(0, Math.min(TAG_LENGTH, capitals.length()));
        String color = hex(customColor.get()) ? customColor.get() : COLORS.get(0);
        return new Environment(name, tag, color);
    }

    private String nameProblemNow() {
        return kind.get() == Kind.CUSTOM && customName.get().isBlank()
                ? "Name the environment, for instance Test."
                : "";
    }

    private String colorProblemNow() {
        if (kind.get() != Kind.CUSTOM) {
            return "";
        }
        if (!hex(customColor.get())) {
            return "Write the colour as #RRGGBB, for instance #0B62D6.";
        }
        return contrastWithWhite(customColor.get()) < READABLE_CONTRAST
                ? "White text cannot be read on this colour: choose a darker one."
                : "";
    }

    private static boolean hex(String text) {
        return text.matches("#[0-9A-Fa-f]{6}");
    }

    /** Returns the contrast of the Web Content Accessibility Guidelines, from 1 to 21. */
    static double contrastWithWhite(String color) {
        double luminance = 0.2126 * linear(color, 1) + 0.7152 * linear(color, 3) + 0.0722 * linear(color, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(String color, int from) {
        double part = Integer.parseInt(color.substring(from, from + 2), 16) / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
