package dev.surveyor.archmistakes.ui.inspector;

import dev.surveyor.ui.fx.LatestWork;
import javafx.scene.layout.VBox;

/** A pane draws; what takes longer is the work of its view model. */
class OrderPaneThatDecodes extends VBox {

    void begin(LatestWork work) {
        work.cancel();
    }
}
