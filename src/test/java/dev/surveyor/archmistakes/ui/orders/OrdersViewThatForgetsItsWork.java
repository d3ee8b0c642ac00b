package dev.surveyor.archmistakes.ui.orders;

import java.util.concurrent.Executor;
import javafx.scene.control.Label;

/** Mistake: begins work of whose failure nobody hears, so that the label says for ever that it is being done. */
class OrdersViewThatForgetsItsWork {

    private final Label state = new Label();

    void count(Executor background, Runnable work) {
        state.setText("counting…");
        background.execute(work);
    }
}
