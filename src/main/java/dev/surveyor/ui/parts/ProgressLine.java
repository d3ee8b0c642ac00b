package dev.surveyor.ui.parts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of work under way: words, how far it is, and a way to cancel. */
public final class ProgressLine extends HBox {

    private final Label words = new Label();
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Button cancel = new Button("", new FontIcon(Feather.X));

    /**
     * @param id the id of the line; its button has {@code -cancel} behind it
     * @param whenCancelled what the button does
     */
    public ProgressLine(String id, Runnable whenCancelled) {
        setId(id);
        getStyleClass().add("progress-line");
        setAlignment(Pos.CENTER_LEFT);
        words.setId(id + "-text");
        bar.setMinWidth(USE_PREF_SIZE);
        cancel.setId(id + "-cancel");
        cancel.getStyleClass().addAll("button-icon", "flat", "small");
        cancel.setAccessibleText("Cancel");
        cancel.setTooltip(new javafx.scene.control.Tooltip("Cancel"));
        cancel.setOnAction(e -> whenCancelled.run());
        getChildren().addAll(words, bar, cancel);
        Shown.foldHidden(this);
    }

    /** Shows the words and how far it is, from 0 to 1; negative where it cannot be told. */
    public void show(String text, double progress) {
        words.setText(text);
        bar.setProgress(progress);
        setVisible(true);
    }

    /** Takes it off the screen. */
    public void hide() {
        setVisible(false);
    }
}
