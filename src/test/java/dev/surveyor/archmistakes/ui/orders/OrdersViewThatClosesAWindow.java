package dev.surveyor.archmistakes.ui.orders;

import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** Mistake: closes a window while it handles a key. */
class OrdersViewThatClosesAWindow {

    void closeOnAnyKey(Stage stage) {
        stage.addEventHandler(KeyEvent.KEY_PRESSED, event -> stage.close());
    }
}
