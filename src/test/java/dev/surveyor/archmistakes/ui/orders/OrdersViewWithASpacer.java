package dev.surveyor.archmistakes.ui.orders;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Mistake: makes a spacer of its own. */
class OrdersViewWithASpacer extends HBox {

    OrdersViewWithASpacer() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
    }
}
