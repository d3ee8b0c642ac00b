#!/usr/bin/env bash
# JavaFX 21.0.12: Node.lookupAll with a pseudo-class in the selector.
# Guess: it finds the nodes that a style sheet's rule with the same selector would style.
# Seen: the pseudo-class is passed over: ".button:disabled" finds enabled buttons too, while the rule styles one alone.
. "$(dirname "${BASH_SOURCE[0]}")/kit/setup.bash"
libraries org.openjfx:javafx-controls:21.0.12 org.testfx:openjfx-monocle:17.0.10
cat > Finding.java << 'END'
import javafx.application.*;
import javafx.scene.*;
import javafx.scene.control.*;
import javafx.scene.layout.*;
import javafx.stage.*;

public class Finding extends Application {
    public static void main(String[] args) {
        launch(Finding.class, args);
    }

    @Override
    public void start(Stage stage) {
        Button off = new Button("off");
        off.setDisable(true);
        VBox root = new VBox(new Button("on"), off, new Label("label"));
        root.getStylesheets().add("data:text/css,.button:disabled{-fx-min-width:150}");
        stage.setScene(new Scene(root, 300, 200));
        stage.show();
        root.applyCss();
        root.layout();
        System.out.println("found: " + root.lookupAll(".button:disabled").size());
        System.out.println("styled: " + root.lookupAll(".button").stream()
                .filter(node -> ((Button) node).getMinWidth() == 150).count());
        Platform.exit();
    }
}
END
toolkit
as_found << 'END'
found: 2
styled: 1
END
