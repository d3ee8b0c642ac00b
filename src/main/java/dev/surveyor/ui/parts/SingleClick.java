package dev.surveyor.ui.parts;

import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;

/** Has a double click press a button once, where the second press would do something else or the same again. */
public final class SingleClick {

    private SingleClick() {}

    /** Lets the button take only the first of several quick clicks. */
    public static void on(Button button) {
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getClickCount() > 1) {
                event.consume();
            }
        });
    }
}
