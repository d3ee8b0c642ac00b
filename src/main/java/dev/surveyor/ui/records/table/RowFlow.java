package dev.surveyor.ui.records.table;

import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.ui.parts.Shown;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * The rows on the screen. The toolkit's own flow lays them all out the moment it is told their number, and again in the
 * pulse; this one does it in the pulse only, which halves what a tick of a following table costs.
 */
final class RowFlow extends VirtualFlow<TableRow<LogEntry>> {

    private boolean counting;
    private @Nullable MiniMap map;

    RowFlow() {
        // The rows have their height and their place from here; what they draw asks for no other layout.
        Shown.placedByParent(lookup(".sheet"));
    }

    /** Takes over the number of rows, so that a position, which is a share of them, is right from now on. */
    void count(int rows) {
        counting = true;
        try {
            setCellCount(rows);
        } finally {
            counting = false;
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (!counting) {
            super.layoutChildren();
            placeMap();
        }
    }

    private void placeMap() {
        ScrollBar bar = getVbar();
        if (map != null) {
            map.setVisible(bar.isVisible());
            map.resizeRelocate(bar.getLayoutX(), bar.getLayoutY(), bar.getWidth(), bar.getHeight());
        }
    }

    /** Puts the map over the scroll bar. */
    private void cover(MiniMap newMap, RecordTable table) {
        map = newMap;
        getChildren().add(newMap);
        new MapMouse(getVbar(), newMap, table);
    }

    /** The looks of a table whose rows flow like that. */
    static final class Skin extends TableViewSkin<LogEntry> {

        private final Runnable onSize;
        private boolean sized;

        /**
         * @param onSize called once, while the table is laid out for the first time
         */
        Skin(RecordTable table, MiniMap map, Runnable onSize) {
            super(table);
            this.onSize = onSize;
            ((RowFlow) getVirtualFlow()).cover(map, table);
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            super.layoutChildren(x, y, width, height);
            if (!sized && width > 0 && height > 0) {
                sized = true;
                onSize.run();
            }
        }

        @Override
        protected VirtualFlow<TableRow<LogEntry>> createVirtualFlow() {
            return new RowFlow();
        }
    }
}
