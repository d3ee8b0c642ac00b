package dev.surveyor.archmistakes.ui.orders;

import javafx.scene.control.Button;

/** Mistake: makes and dresses a button of its own. */
class OrdersViewWithAButton {

    Button pay() {
        Button pay = new Button("Pay");
        pay.setId("orders-pay");
        return pay;
    }
}
