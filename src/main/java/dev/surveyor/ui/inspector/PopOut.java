package dev.surveyor.ui.inspector;

import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.ui.fx.MenuKey;
import dev.surveyor.ui.fx.Sheets;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Records in windows of their own, which stay when the selection moves and close with the window they came from. */
final class PopOut {

    private static final double WIDTH = 480;
    private static final double HEIGHT = 640;

    private final InspectorTools tools;
    private final InspectorActions actions;
    private final List<Stage> open = new ArrayList<>();

    PopOut(InspectorTools tools, InspectorActions actions) {
        this.tools = tools;
        this.actions = actions;
    }

    /** Opens a window for the record. */
    void show(ConsumedRecord record, Window owner) {
        Sheets sheets = new Sheets();
        InspectorTools inWindow = tools.over(sheets);
        RecordViewModel model = new RecordViewModel(inWindow, actions, shown -> () -> Others.previous(actions, shown));
        RecordPane pane = new RecordPane(model, inWindow, actions);
        pane.setId("inspector-window");
        model.show(record);
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.setTitle(record.reference().toString());
        Scene scene = new Scene(new StackPane(pane, sheets), WIDTH, HEIGHT);
        MenuKey.in(scene);
        stage.setScene(scene);
        stage.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || (event.isShortcutDown() && event.getCode() == KeyCode.W)) {
                closeLater(stage);
            }
        });
        stage.setOnHidden(event -> {
            model.clear();
            open.remove(stage);
        });
        open.add(stage);
        stage.show();
    }

    /** Closes all windows. */
    void close() {
        List.copyOf(open).forEach(this::closeLater);
    }

    /** Not while a key is handled: on Linux the toolkit goes on with the window afterwards, and the program would end. */
    private void closeLater(Stage stage) {
        tools.ui().execute(stage::close);
    }
}
