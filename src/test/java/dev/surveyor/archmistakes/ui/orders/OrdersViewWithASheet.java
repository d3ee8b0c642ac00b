package dev.surveyor.archmistakes.ui.orders;

import java.net.URL;
import java.util.Objects;
import javafx.scene.layout.HBox;

/** Mistake: looks for its style sheet itself. */
class OrdersViewWithASheet extends HBox {

    OrdersViewWithASheet() {
        URL sheet = Objects.requireNonNull(OrdersViewWithASheet.class.getResource("orders.css"));
        getStylesheets().add(sheet.toExternalForm());
    }
}
