package dev.surveyor.ui.parts;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Makes what a person acts on: each has an id by which it is found, words, and a tooltip where the words do not say all.
 * An underscore in the words stands before the letter that is its key. Without state; for the JavaFX thread only.
 */
public final class Controls {

    private Controls() {}

    /**
     * Makes a button.
     *
     * @param tooltip what it does; empty where its words say it
     */
    public static Button button(String id, String words, String tooltip, Runnable action, String... styleClasses) {
        Button button = button(id, words, tooltip, styleClasses);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Makes such a button of which its view decides later what it does. */
    public static Button button(String id, String words, String tooltip, String... styleClasses) {
        return dress(new Button(words), id, tooltip, styleClasses);
    }

    /** Puts a picture before the words of a button, and returns the button. */
    public static <B extends ButtonBase> B withIcon(Ikon icon, B button) {
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    /** Makes a button that is a picture; its words are its tooltip, and what a screen reader says. */
    public static Button iconButton(String id, Ikon icon, String words, Runnable action, String... styleClasses) {
        Button button = iconButton(id, icon, words, styleClasses);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Makes such a button of which its view decides later what it does. */
    public static Button iconButton(String id, Ikon icon, String words, String... styleClasses) {
        Button button = withIcon(icon, button(id, "", words, styleClasses));
        button.setAccessibleText(words);
        return button;
    }

    /** Makes a button that is a picture and one of many, as each row has one, and so has no id. */
    public static Button dataButton(Node picture, String words, Runnable action, String... styleClasses) {
        Button button = dress(new Button("", picture), null, words, styleClasses);
        button.setAccessibleText(words);
        button.setOnAction(event -> action.run());
        return button;
    }

    /**
     * Makes a button that stays pressed.
     *
     * @param tooltip what it does; empty where its words say it
     */
    public static ToggleButton toggle(String id, String words, String tooltip, String... styleClasses) {
        return dress(new ToggleButton(words), id, tooltip, styleClasses);
    }

    /** Makes such a button that is a picture; its words are its tooltip, and what a screen reader says. */
    public static ToggleButton iconToggle(String id, Ikon icon, String words, String... styleClasses) {
        ToggleButton toggle = withIcon(icon, toggle(id, "", words, styleClasses));
        toggle.setAccessibleText(words);
        return toggle;
    }

    /**
     * Makes a link, which looks the same after it was followed.
     *
     * @param tooltip what it does; empty where its words say it
     */
    public static Hyperlink link(String id, String words, String tooltip, Runnable action, String... styleClasses) {
        return dress(dataLink(words, action), id, tooltip, styleClasses);
    }

    /** Makes a link for something that is one of many, as each row has one, and so has no id. */
    public static Hyperlink dataLink(String words, Runnable action) {
        Hyperlink link = new Hyperlink(words);
        link.setOnAction(event -> {
            action.run();
            link.setVisited(false);
        });
        return link;
    }

    /** Makes an item of a menu; an underscore in its words is one, as they may be the user's data. */
    public static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = dataItem(words, action);
        item.setId(id);
        return item;
    }

    /** Makes an item of a menu for something that is the user's, or one of many, and so has no id. */
    public static MenuItem dataItem(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Makes an item of a menu that cannot be chosen; its words say why. */
    public static MenuItem note(String id, String words) {
        MenuItem item = item(id, words, () -> {});
        item.setDisable(true);
        return item;
    }

    /**
     * Makes a field for a line of text.
     *
     * @param prompt what may be typed; shown while it is empty
     */
    public static TextField field(String id, String prompt, String... styleClasses) {
        TextField field = dress(new TextField(), id, "", styleClasses);
        field.setPromptText(prompt);
        return field;
    }

    /** Returns how choices are written that nobody types. */
    public static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T choice) {
                return choice == null ? "" : words.apply(choice);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }

    private static <C extends Control> C dress(C control, @Nullable String id, String tooltip, String... styleClasses) {
        control.setId(id);
        control.getStyleClass().addAll(styleClasses);
        if (!tooltip.isEmpty()) {
            control.setTooltip(new Tooltip(tooltip));
        }
        return control;
    }
}
