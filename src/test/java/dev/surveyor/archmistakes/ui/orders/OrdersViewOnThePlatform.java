package dev.surveyor.archmistakes.ui.orders;

import javafx.application.Platform;

/** A view must go through the seam. */
final class OrdersViewOnThePlatform {
    private OrdersViewOnThePlatform() {}

    static void later(Runnable task) {
        Platform.runLater(task);
    }
}
