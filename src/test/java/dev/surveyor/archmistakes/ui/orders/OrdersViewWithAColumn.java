package dev.surveyor.archmistakes.ui.orders;

import javafx.scene.control.TableColumn;

/** Mistake: makes and dresses a column of its own. */
class OrdersViewWithAColumn {

    TableColumn<String, String> amount() {
        TableColumn<String, String> column = new TableColumn<>("Amount");
        column.setPrefWidth(80);
        return column;
    }
}
