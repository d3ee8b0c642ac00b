#!/usr/bin/env bash
# JavaFX 21.0.12: Alt and the letter of a mnemonic while a filter of the scene consumes every key event.
# Guess: a filter of the scene sees the key first, so that a consuming one keeps the button from being fired.
# Seen: the scene's own dispatcher acts on the mnemonic before its filters are asked: the button fires, and the
# filter never sees the key. A filter of the window is early enough.
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
    private int fired;
    private int seen;

    public static void main(String[] args) {
        launch(Finding.class, args);
    }

    @Override
    public void start(Stage stage) {
        Button button = new Button("_Send");
        button.setOnAction(event -> fired++);
        Scene scene = new Scene(new StackPane(button), 200, 100);
        stage.setScene(scene);
        stage.show();
        scene.addEventFilter(KeyEvent.ANY, event -> {
            seen++;
            event.consume();
        });
        press(stage);
        System.out.println("filter of the scene: fired " + fired + ", seen " + seen);
        fired = 0;
        stage.addEventFilter(KeyEvent.ANY, Event::consume);
        press(stage);
        System.out.println("filter of the window: fired " + fired);
        Platform.exit();
    }

    private static void press(Stage stage) {
        Event.fireEvent(stage.getScene(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "s", "s", KeyCode.S, false, false, true, false));
    }
}
END
toolkit
as_found << 'END'
filter of the scene: fired 1, seen 0
filter of the window: fired 0
END
