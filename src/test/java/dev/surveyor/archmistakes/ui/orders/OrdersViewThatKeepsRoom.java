package dev.surveyor.archmistakes.ui.orders;

import javafx.scene.control.Label;

/** Mistake: takes a control away in two steps, of which one is easily forgotten. */
class OrdersViewThatKeepsRoom {

    private final Label problem = new Label();

    void show(boolean wrong) {
        problem.setVisible(wrong);
        problem.setManaged(wrong);
    }
}
