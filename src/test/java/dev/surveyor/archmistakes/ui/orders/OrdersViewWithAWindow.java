package dev.surveyor.archmistakes.ui.orders;

import javafx.stage.Stage;

/** Mistake: opens a window beside the main one. */
class OrdersViewWithAWindow {

    void open() {
        new Stage().show();
    }
}
