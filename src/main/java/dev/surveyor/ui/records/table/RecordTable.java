package dev.surveyor.ui.records.table;

import dev.surveyor.codec.detect.RecordReader;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.time.TimeDistance;
import dev.surveyor.service.rows.RecordFinder;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.records.model.RecordTableViewModel;
import dev.surveyor.ui.records.rows.TableListener;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Skin;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The table itself: follows the newest row until the user moves away from it, then keeps what is on the screen where it
 * is, while newer rows come and older ones go.
 */
public final class RecordTable extends TableView<LogEntry> implements TableListener {

    private static final LogEntry REHEARSED = ConsumedRecord.at(new PartitionId("none", 0), 0)
            .key(new byte[] {'k'})
            .value(new byte[] {'{', '}'})
            .build();

    private final RecordTableViewModel model;
    private final UiExecutor later;
    private final Viewport viewport;
    private final ReadOnlyObjectWrapper<@Nullable ConsumedRecord> selected = new ReadOnlyObjectWrapper<>();
    private final MiniMap map;
    private Runnable exchanged = () -> {};
    private boolean internal;
    private boolean sorted;

    /**
     * @param map over its scroll bar
     * @param later runs work after the event that is being handled
     */
    public RecordTable(RecordTableViewModel model, MiniMap map, UiExecutor later) {
        this.map = map;
        this.model = model;
        this.later = later;
        this.viewport = new Viewport(this, model.feed(), later);
        setId("records-table");
        getStyleClass().add("records-table");
        setAccessibleText("Records of " + model.consume().title());
        setItems(model.feed().shown());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getSelectionModel().selectedItemProperty().addListener((source, before, now) -> selectionMoved(now));
        setRowFactory(table -> new RecordRow(model.transactions(), model.highlights()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        selected.addListener((source, before, now) -> map.select(now));
        model.feed().listen(this);
        model.feed().newestFirstProperty().addListener((source, before, now) -> turn());
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

    /** Returns the record that was shown before that of a row, null where there is none. */
    @Nullable
    ConsumedRecord recordBefore(int row) {
        int step = newestAtTop() ? 1 : -1;
        for (int index = row + step; index >= 0 && index < getItems().size(); index += step) {
            if (getItems().get(index) instanceof ConsumedRecord record) {
                return record;
            }
        }
        return null;
    }

    /** Returns how much later each selected record is than the one before it. */
    IdentityHashMap<ConsumedRecord, TimeDistance> differences() {
        IdentityHashMap<ConsumedRecord, TimeDistance> differences = new IdentityHashMap<>();
        for (int row : getSelectionModel().getSelectedIndices()) {
            ConsumedRecord before = recordBefore(row);
            if (before != null && getItems().get(row) instanceof ConsumedRecord record) {
                differences.put(record, TimeDistance.between(record, before));
            }
        }
        return differences;
    }

    /** Returns what reads the keys and values of its cells. */
    RecordReader reader() {
        return model.decoding().reader();
    }

    /** Runs this, and nothing else, whenever all rows have given way to others. */
    void whenExchanged(Runnable action) {
        exchanged = action;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new RowFlow.Skin(this, map, () -> later.execute(this::rehearse));
    }

    /** Draws a screen of rows that nobody sees: the first real ones then find their cells made and styled. */
    private void rehearse() {
        if (getItems().isEmpty() && getScene() != null) {
            int rows = (int) Math.ceil(getHeight() / getFixedCellSize());
            quietly(() -> {
                setItems(FXCollections.observableArrayList(Collections.nCopies(rows, REHEARSED)));
                applyCss();
                layout();
                setItems(model.feed().shown());
            });
        }
    }

    @Override
    public void rowsChanged(boolean reset) {
        map.rowsChanged();
        if (reset) {
            exchanged.run();
        }
        if (reset && !sorted) {
            findSelectionAgain();
        }
        if (!sorted) {
            viewport.rowsChanged();
        }
    }

    @Override
    public void placed() {
        viewport.toEdge();
    }

    @Override
    public void reveal(LogEntry row) {
        int index = RecordFinder.indexOfSame(getItems(), row);
        if (index < 0 && sorted) {
            // It came after the picture that was sorted.
            model.feed().follow();
            index = RecordFinder.indexOfSame(getItems(), row);
        }
        if (index >= 0) {
            reveal(index);
        }
    }

    /** Selects the row of that index and shows it. */
    public void reveal(int index) {
        quietly(() -> getSelectionModel().clearAndSelect(index));
        selectionMoved(getSelectionModel().getSelectedItem());
        viewport.reveal(index);
    }

    /**
     * Selects a row, or goes to that share of the rows.
     *
     * @param share 0 for the first row to 1 for the last
     * @param row to select, oldest first; -1 for none
     */
    void jump(double share, int row) {
        if (row >= 0) {
            reveal(turned(row));
        } else {
            viewport.center(share);
        }
    }

    /** Returns whether the rows stand in another order than that of their age. */
    boolean sorted() {
        return sorted;
    }

    /** Returns whether newer rows stand above older ones. */
    boolean newestAtTop() {
        return !sorted && model.feed().newestFirstProperty().get();
    }

    /** Shows these rows of a moment. The selection stays on its record. */
    void showSorted(ObservableList<LogEntry> rows) {
        sorted = true;
        map.setSorted(true);
        exchange(rows);
    }

    /** Shows the rows by their age. The selection stays on its record. */
    void arrange() {
        sorted = false;
        map.setSorted(false);
        exchange(model.feed().shown());
    }

    /** Newer rows are to come at the other side. */
    private void turn() {
        if (!sorted) {
            arrange();
            viewport.toEdge();
            rowsChanged(false);
        }
    }

    private void exchange(ObservableList<LogEntry> rows) {
        quietly(() -> setItems(rows));
        findSelectionAgain();
    }

    @Override
    public void marksChanged() {
        refresh();
        map.marksChanged();
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

    /** Goes to the newest row and follows. */
    public void goToNewest() {
        quietly(() -> getSelectionModel().clearAndSelect(newest()));
        selectionMoved(getSelectionModel().getSelectedItem());
        model.feed().follow();
    }

    /** Goes to the last or the first row; follows where that is the side at which newer ones come. */
    public void goToEdge(boolean last) {
        if (last != newestAtTop()) {
            goToNewest();
        } else if (!getItems().isEmpty()) {
            reveal(last ? getItems().size() - 1 : 0);
        }
    }

    private void keyPressed(KeyEvent event) {
        boolean end = event.getCode() == KeyCode.END;
        if ((end || event.getCode() == KeyCode.HOME) && !event.isShiftDown()) {
            event.consume();
            goToEdge(end);
        } else if (event.getCode().isNavigationKey()) {
            viewport.scrolledByUser();
        }
    }

    /** Stays with what is on the screen now. */
    public void browseHere() {
        viewport.browseHere();
    }

    private int newest() {
        return newestAtTop() ? 0 : getItems().size() - 1;
    }

    /** Makes an index of the table one of the model's rows, which are oldest first, and the other way round. */
    int turned(int index) {
        return newestAtTop() ? getItems().size() - 1 - index : index;
    }

    private void selectionMoved(@Nullable LogEntry row) {
        if (internal) {
            return;
        }
        if (row instanceof ConsumedRecord record) {
            selected.set(record);
            boolean last = getSelectionModel().getSelectedIndex() == newest();
            if (!last && !sorted && model.feed().position().followingProperty().get()) {
                browseHere();
            }
        }
    }

    /** The rows are new, but the record that was selected may be one of them. */
    private void findSelectionAgain() {
        ConsumedRecord record = selected.get();
        int index = record == null ? -1 : RecordFinder.indexOfSame(getItems(), record);
        quietly(() -> {
            if (index >= 0) {
                getSelectionModel().clearAndSelect(index);
            } else {
                getSelectionModel().clearSelection();
            }
        });
    }

    /** Does what moves the selection without the user's wish. */
    private void quietly(Runnable change) {
        boolean outer = internal;
        internal = true;
        try {
            change.run();
        } finally {
            internal = outer;
        }
    }

    /** Takes the focus to the newest row where no row has it. */
    public void focusRows() {
        requestFocus();
        if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getFocusModel().focus(newest());
        }
    }
}
