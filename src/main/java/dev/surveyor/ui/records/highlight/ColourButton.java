package dev.surveyor.ui.records.highlight;

import dev.surveyor.ui.parts.Controls;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/** Shows a colour with its sign and its name, and lets another one be chosen. */
final class ColourButton extends MenuButton {

    private HighlightColour colour = HighlightColour.RED;

    /**
     * @param id its own; those of its items are made from it
     * @param whenChosen told what the user chose
     */
    ColourButton(String id, Consumer<HighlightColour> whenChosen) {
        setId(id);
        getStyleClass().addAll("flat", "highlight-colour");
        setTooltip(new Tooltip("Colour and sign of the rows"));
        for (HighlightColour choice : HighlightColour.values()) {
            MenuItem item = Controls.item(id + "-" + choice.id(), choice.words(), () -> {
                show(choice);
                whenChosen.accept(choice);
            });
            item.setGraphic(HighlightPaint.icon(choice));
            getItems().add(item);
        }
        show(colour);
    }

    HighlightColour colour() {
        return colour;
    }

    void show(HighlightColour now) {
        colour = now;
        setText(now.words());
        setGraphic(HighlightPaint.icon(now));
        setAccessibleText("Colour: " + now.words());
    }
}
