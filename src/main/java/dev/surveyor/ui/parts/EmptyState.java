package dev.surveyor.ui.parts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where there is nothing yet: a sentence, what to do about it, and the buttons that do it. */
public final class EmptyState extends VBox {

    private final Label title = new Label();
    private final Label text = new Label();
    private final HBox buttons = new HBox(8);

    public EmptyState(Ikon icon, String title, String text) {
        getStyleClass().add("empty-state");
        FontIcon picture = new FontIcon(icon);
        this.title.setText(title);
        this.title.getStyleClass().add("semibold");
        this.title.setWrapText(true);
        this.title.setTextAlignment(TextAlignment.CENTER);
        this.text.setText(text);
        this.text.getStyleClass().addAll("body-12", "muted");
        this.text.setWrapText(true);
        this.text.setTextAlignment(TextAlignment.CENTER);
        Shown.whenWorded(this.text);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(picture, this.title, this.text, buttons);
    }

    /** Changes the words. */
    public void say(String what, String more) {
        title.setText(what);
        text.setText(more);
    }

    /** Adds a button with a stable id. */
    public Button button(String id, String words, Runnable action) {
        Button button = Controls.button(id, words, "", action);
        buttons.getChildren().add(button);
        return button;
    }
}
