package dev.surveyor.archmistakes.ui.orders;

import javafx.scene.control.Alert;

/** Mistake: asks in a window of its own. */
class OrdersViewWithAnAlert {

    void ask() {
        new Alert(Alert.AlertType.CONFIRMATION, "Delete all orders?").show();
    }
}
