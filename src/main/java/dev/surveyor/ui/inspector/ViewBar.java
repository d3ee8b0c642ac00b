package dev.surveyor.ui.inspector;

import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.format.View;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says what there is to know of a reading beside it, and offers what else can be made of the bytes. */
final class ViewBar extends VBox {

    private final Label note = new Label();
    private final ToggleButton stored = Controls.toggle(
            "inspector-view-stored",
            "Stored values",
            "Times, decimals and the like as the numbers and bytes that are in the record",
            "small");
    private final ToggleButton guess = Controls.toggle(
            "inspector-view-guess",
            "Read it all the same",
            "By the schema that the first bytes name, although nothing else speaks for it",
            "small");
    private final HBox toggles = new HBox(6, stored, guess);
    private final ToggleGroup one = new ToggleGroup();

    /** @param wanted takes the view that is wanted, whenever it is another one */
    ViewBar(Consumer<View> wanted) {
        note.setId("inspector-note");
        note.getStyleClass().add("inspector-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        toggles.getStyleClass().add("inspector-views");
        stored.setToggleGroup(one);
        guess.setToggleGroup(one);
        getChildren().addAll(note, toggles);
        one.selectedToggleProperty().addListener((source, before, now) -> wanted.accept(view()));
        clear();
    }

    private View view() {
        return stored.isSelected() ? View.STORED : guess.isSelected() ? View.GUESS : View.MEANING;
    }

    void show(Reading reading) {
        String words = reading.aside().note();
        note.setText(words == null ? "" : words);
        Shown.set(note, words != null);
        Shown.set(stored, reading.aside().views().contains(View.STORED));
        Shown.set(guess, reading.aside().views().contains(View.GUESS));
        Shown.set(toggles, !reading.aside().views().isEmpty());
        Shown.set(this, words != null || toggles.isVisible());
    }

    void clear() {
        Shown.set(this, false);
    }
}
