package dev.surveyor.archmistakes.ui.inspector;

import dev.surveyor.ui.fx.BackgroundWork;
import javafx.scene.layout.VBox;

/** A pane draws; what is written to a file is the work of another class, which tells what became of it. */
class OrderPaneThatWrites extends VBox {

    void begin(BackgroundWork work) {
        work.start(() -> "written", written -> {}, thrown -> {});
    }
}
