package dev.surveyor.ui.connections;

import dev.surveyor.ui.parts.Spacer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One way in: an icon, a title, what happens, and the button that does it. */
final class WelcomeCard extends VBox {

    WelcomeCard(Feather icon, String title, String text, Node... actions) {
        getStyleClass().add("welcome-card");
        StackPane frame = new StackPane(new FontIcon(icon));
        frame.getStyleClass().add("welcome-card-icon");
        Label heading = new Label(title);
        heading.getStyleClass().add("title-15");
        HBox head = new HBox(12, frame, heading);
        head.setAlignment(Pos.CENTER_LEFT);
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().addAll("muted", "welcome-card-text");
        HBox row = new HBox(12, actions);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, words, new Spacer(), row);
    }

    /** Draws it as the first choice. */
    WelcomeCard first() {
        getStyleClass().add("first");
        return this;
    }
}
