package dev.surveyor.ui.fx;

import dev.surveyor.domain.connection.Environment;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a dialog: a head with the band of the environment, a body, buttons on the right. Esc cancels. Nothing
 * waits: the window is shown and the caller goes on.
 */
final class DialogFrame {

    private static final double WIDTH = 520;

    private final Stage stage = new Stage();
    private final VBox body = new VBox();
    private final HBox buttons = new HBox();

    DialogFrame(@Nullable Window owner, String title, @Nullable Environment environment) {
        if (owner != null) {
            stage.initOwner(owner);
        }
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
        body.getStyleClass().add("sv-dialog-body");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        buttons.getChildren().add(gap);
        buttons.getStyleClass().add("sv-dialog-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        BorderPane root = new BorderPane(body, head(title, environment), null, buttons, null);
        root.getStyleClass().add("sv-dialog");
        root.setPrefWidth(WIDTH);
        stage.setScene(new Scene(root));
        stage.setResizable(false);
    }

    private static HBox head(String title, @Nullable Environment environment) {
        Label words = new Label(title);
        words.setId("dialog-title");
        words.getStyleClass().add("title-15");
        HBox head = new HBox();
        head.getStyleClass().add("sv-dialog-head");
        head.setAlignment(Pos.CENTER_LEFT);
        if (environment != null) {
            Label band = new Label(environment.name().toUpperCase(Locale.ROOT));
            band.getStyleClass().add("sv-env-band");
            band.setStyle("-fx-background-color: " + environment.color() + ";");
            band.setMaxHeight(Double.MAX_VALUE);
            head.getChildren().add(band);
        }
        head.getChildren().add(words);
        return head;
    }

    void add(Node node) {
        body.getChildren().add(node);
    }

    /** Adds a button that leaves the dialog open. */
    Button button(String id, String words) {
        Button button = new Button(words);
        button.setId(id);
        buttons.getChildren().add(button);
        return button;
    }

    /** Adds the button that closes the dialog and then does the work. */
    Button action(String id, String words, Runnable work) {
        Button button = button(id, words);
        button.setOnAction(e -> {
            stage.close();
            work.run();
        });
        return button;
    }

    /** Adds the button that only closes; Esc presses it. */
    Button cancel(String words) {
        Button button = action("dialog-cancel", words, () -> {});
        button.setCancelButton(true);
        return button;
    }

    void show(Node focused) {
        stage.show();
        focused.requestFocus();
    }

    /** Takes the size of the content again, after it has changed. */
    void fit() {
        stage.sizeToScene();
    }
}
