package dev.surveyor.archmistakes.ui.orders;

import javafx.scene.control.Label;
import javafx.stage.Popup;

/** Mistake: asks in a popup of its own making. */
class OrdersViewWithAPopup {

    Popup ask() {
        Popup popup = new Popup();
        popup.getContent().add(new Label("Delete all orders?"));
        return popup;
    }
}
