package dev.surveyor.ui.parts;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A pill that says what is chosen and opens a menu to choose another. */
public class ChipMenu extends MenuButton {

    /**
     * @param id the id of the control
     * @param words what is chosen now
     * @param icon in front of the words, or null
     */
    public ChipMenu(String id, String words, @Nullable Ikon icon, MenuItem... items) {
        super(words);
        setId(id);
        getStyleClass().add("chip-button");
        getItems().addAll(items);
        if (icon != null) {
            setGraphic(new FontIcon(icon));
        }
        setMinWidth(USE_PREF_SIZE);
    }
}
