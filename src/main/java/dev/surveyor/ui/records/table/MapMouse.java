package dev.surveyor.ui.records.table;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** What the mouse does on the scroll bar under the map: goes to the row of a tick, or to that part of the rows. */
final class MapMouse {

    private final ScrollBar bar;
    private final MiniMap map;
    private final RecordTable table;
    private final Tooltip words = new Tooltip();

    MapMouse(ScrollBar bar, MiniMap map, RecordTable table) {
        this.bar = bar;
        this.map = map;
        this.table = table;
        bar.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        bar.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
        map.accessibleTextProperty().subscribe(this::say);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !onThumb(event)) {
            table.jump(event.getY() / bar.getHeight(), row(event));
            event.consume();
        }
    }

    private void moved(MouseEvent event) {
        bar.setCursor(!onThumb(event) && row(event) >= 0 ? Cursor.HAND : Cursor.DEFAULT);
    }

    private int row(MouseEvent event) {
        return map.rowAt(event.getY());
    }

    private static boolean onThumb(MouseEvent event) {
        return event.getTarget() instanceof Node node && node.getStyleClass().contains("thumb");
    }

    private void say(String now) {
        if (now == null || now.isEmpty()) {
            Tooltip.uninstall(bar, words);
        } else {
            words.setText(now);
            Tooltip.install(bar, words);
        }
    }
}
