package dev.surveyor.ui.records.table;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.OffsetGap;
import dev.surveyor.ui.records.RecordFinder;
import dev.surveyor.ui.records.RecordRows;
import dev.surveyor.ui.records.RecordTableViewModel;
import dev.surveyor.ui.records.TableListener;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * The table itself: follows the end until the user moves away from it, then keeps the row at the top where it is, while
 * others come below and go above.
 */
public final class RecordTable extends TableView<LogEntry> implements TableListener {

    private final RecordTableViewModel model;
    private final Executor later;
    private final TableScroller scroller = new TableScroller(this);
    private final ReadOnlyObjectWrapper<@Nullable ConsumedRecord> selected = new ReadOnlyObjectWrapper<>();
    private double pixelsBelowTop;
    private boolean userScrolls;
    private boolean internal;
    private boolean sorted;

    /**
     * @param later runs work after the event that is being handled
     */
    public RecordTable(RecordTableViewModel model, Executor later) {
        this.model = model;
        this.later = later;
        setId("records-table");
        getStyleClass().add("records-table");
        setAccessibleText("Records of " + model.title());
        setItems(model.rows());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getSelectionModel().selectedItemProperty().addListener((source, before, now) -> selectionMoved(now));
        setRowFactory(table -> new Row());
        addEventFilter(ScrollEvent.SCROLL, event -> scrolledByUser());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::mouseOnScrollBar);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, this::mouseOnScrollBar);
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::mouseOnScrollBar);
        model.listen(this);
        model.readingsProperty().addListener((source, before, now) -> refresh());
    }

    /** Returns the record that the inspector shows, null for none. */
    public ReadOnlyObjectProperty<@Nullable ConsumedRecord> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Returns the selected records from top to bottom. */
    public List<ConsumedRecord> selectedRecords() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(ConsumedRecord.class::isInstance)
                .map(ConsumedRecord.class::cast)
                .toList();
    }

    /** Returns what reads the keys and values of its cells. */
    RecordReader reader() {
        return model.decoding().reader();
    }

    @Override
    public void rowsChanged(boolean reset) {
        if (reset && !sorted) {
            findSelectionAgain();
        }
        if (userScrolls || sorted) {
            return;
        }
        if (model.followingProperty().get()) {
            scroller.toEnd();
        } else {
            scroller.offset(model.anchorIndex() * scroller.rowHeight() + pixelsBelowTop);
        }
    }

    @Override
    public void reveal(int index) {
        internal = true;
        getSelectionModel().clearAndSelect(index);
        internal = false;
        selectionMoved(getSelectionModel().getSelectedItem());
        scroller.reveal(index);
        settle();
    }

    /** Shows other rows: the model's own, or the same ones in another order. The selection stays on its record. */
    void exchange(ObservableList<LogEntry> rows) {
        sorted = !rows.getClass().equals(RecordRows.class);
        internal = true;
        setItems(rows);
        internal = false;
        findSelectionAgain();
    }

    @Override
    public void marksChanged() {
        refresh();
    }

    /** Marks what is selected, or takes the marks away. */
    public void toggleMark() {
        model.toggleMark(selectedRecords());
    }

    /** Selects the row that is so many rows further, and shows it. */
    public void move(int rows) {
        int wanted = getSelectionModel().getSelectedIndex() + rows;
        if (!getItems().isEmpty()) {
            reveal(Math.max(0, Math.min(getItems().size() - 1, wanted)));
        }
    }

    /** Goes to the last row and follows. */
    public void goToEnd() {
        internal = true;
        getSelectionModel().clearAndSelect(getItems().size() - 1);
        internal = false;
        selectionMoved(getSelectionModel().getSelectedItem());
        model.follow();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.END && !event.isShiftDown()) {
            event.consume();
            goToEnd();
        } else if (event.getCode() == KeyCode.HOME
                && !event.isShiftDown()
                && !getItems().isEmpty()) {
            event.consume();
            reveal(0);
        } else if (event.getCode().isNavigationKey()) {
            scrolledByUser();
        }
    }

    private void mouseOnScrollBar(MouseEvent event) {
        if (event.getTarget() instanceof Node node && inScrollBar(node)) {
            userScrolls = event.getEventType() != MouseEvent.MOUSE_RELEASED;
            later.execute(this::settle);
        }
    }

    private static boolean inScrollBar(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ScrollBar) {
                return true;
            }
        }
        return false;
    }

    /** Until the toolkit has scrolled, no tick may scroll back. */
    private void scrolledByUser() {
        userScrolls = true;
        later.execute(() -> {
            userScrolls = false;
            settle();
        });
    }

    /** Follows at the end, browses anywhere else. */
    private void settle() {
        if (sorted) {
            return;
        }
        if (scroller.atEnd()) {
            if (!model.followingProperty().get()) {
                model.follow();
            }
        } else {
            browseHere();
        }
    }

    /** Stays with what is on the screen now. */
    public void browseHere() {
        double offset = scroller.offset();
        int top = (int) (offset / scroller.rowHeight());
        pixelsBelowTop = offset - top * scroller.rowHeight();
        model.browse(top);
    }

    private void selectionMoved(@Nullable LogEntry row) {
        if (internal) {
            return;
        }
        if (row instanceof ConsumedRecord record) {
            selected.set(record);
            boolean last = !sorted
                    && getSelectionModel().getSelectedIndex() == getItems().size() - 1;
            if (!last && !sorted && model.followingProperty().get()) {
                browseHere();
            }
        }
    }

    /** The rows are new, but the record that was selected may be one of them. */
    private void findSelectionAgain() {
        ConsumedRecord record = selected.get();
        int index = record == null ? -1 : RecordFinder.indexOfSame(getItems(), record);
        internal = true;
        if (index >= 0) {
            getSelectionModel().clearAndSelect(index);
        } else {
            getSelectionModel().clearSelection();
        }
        internal = false;
    }

    /** Takes the focus to the first row where no row has it. */
    public void focusRows() {
        requestFocus();
        if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getFocusModel().focus(getItems().size() - 1);
        }
    }

    /** A row that looks different for a gap, and says what it holds. */
    private static final class Row extends TableRow<LogEntry> {
        private static final PseudoClass GAP = PseudoClass.getPseudoClass("gap");

        @Override
        protected void updateItem(@Nullable LogEntry row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(GAP, row instanceof OffsetGap);
            if (empty || row == null) {
                setAccessibleText(null);
            } else {
                setAccessibleText(row instanceof ConsumedRecord record ? words(record) : "offsets not delivered");
            }
        }

        private static String words(ConsumedRecord record) {
            return "Partition " + record.partition().partition() + ", offset " + record.offset() + ", "
                    + Math.max(0, record.valueLength()) + " bytes";
        }
    }
}
