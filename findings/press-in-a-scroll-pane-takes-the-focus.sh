#!/usr/bin/env bash
# JavaFX 21.0.12: a mouse press on the content of a ScrollPane.
# Guess: the focus stays where it is, since ScrollPane.isFocusTraversable() is false.
# Seen: the ScrollPane asks for the focus itself and becomes the focus owner.
. "$(dirname "${BASH_SOURCE[0]}")/kit/setup.bash"
libraries org.openjfx:javafx-controls:21.0.12 org.testfx:openjfx-monocle:17.0.10
cat > Finding.java << 'END'
import javafx.application.*;
import javafx.event.*;
import javafx.scene.*;
import javafx.scene.control.*;
import javafx.scene.input.*;
import javafx.scene.layout.*;
import javafx.stage.*;

public class Finding extends Application {
    public static void main(String[] args) {
        launch(Finding.class, args);
    }

    @Override
    public void start(Stage stage) {
        TextField field = new TextField();
        Label label = new Label("content");
        ScrollPane pane = new ScrollPane(label);
        Scene scene = new Scene(new VBox(field, pane), 200, 200);
        stage.setScene(scene);
        stage.show();
        field.requestFocus();
        System.out.println("focus owner: " + name(scene) + ", traversable " + pane.isFocusTraversable());
        Event.fireEvent(label, new MouseEvent(MouseEvent.MOUSE_PRESSED, 5, 40, 5, 40, MouseButton.PRIMARY, 1,
                false, false, false, false, true, false, false, false, false, true, null));
        System.out.println("focus owner: " + name(scene));
        Platform.exit();
    }

    private static String name(Scene scene) {
        return scene.getFocusOwner().getClass().getSimpleName();
    }
}
END
toolkit
as_found << 'END'
focus owner: TextField, traversable false
focus owner: ScrollPane
END
