package dev.surveyor.ui.records.drag;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.service.transfer.DragFiles;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.DragForms;
import dev.surveyor.ui.records.table.RecordTable;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/**
 * Lets the selected records be dragged out of a live table: as a JSON Lines file for folders, as its text for other
 * programs, and in full for a producer. A drag begins on a row that was selected before, so that the mouse selects as
 * ever; the file is written off the JavaFX thread when the mouse begins to move, and the drag begins when it is there. For
 * the JavaFX thread only.
 */
public final class RecordDrag {

    static final int MOST_RECORDS = 1_000;
    static final long MOST_BYTES = 8_000_000;

    private final RecordTable table;
    private final DragFiles files;
    private final UiExecutor ui;
    private final Consumer<Notice> tell;
    /** What the mouse was pressed on; empty where that is nothing to drag. */
    private List<ConsumedRecord> pressed = List.of();

    private List<ConsumedRecord> prepared = List.of();
    private DragFiles.@Nullable Ready ready;
    private boolean dragged;

    /**
     * @param files where the file is written
     * @param tell says why a drag cannot begin
     */
    public RecordDrag(RecordTable table, DragFiles files, UiExecutor ui, Consumer<Notice> tell) {
        this.table = table;
        this.files = files;
        this.ui = ui;
        this.tell = tell;
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::pull);
        table.addEventHandler(MouseEvent.DRAG_DETECTED, this::begin);
    }

    private void press(MouseEvent event) {
        boolean selects = event.isControlDown() || event.isShiftDown() || event.isMetaDown();
        boolean toDrag = event.getButton() == MouseButton.PRIMARY && !selects && onSelectedRow(event.getTarget());
        pressed = toDrag ? table.selectedRecords() : List.of();
    }

    /** Most presses are clicks, which write nothing. Until the file is there, no movement is the beginning of a drag. */
    private void pull(MouseEvent event) {
        if (pressed.isEmpty() || !fits(pressed)) {
            return;
        }
        if (!pressed.equals(prepared)) {
            prepare();
        }
        if (ready == null) {
            event.setDragDetect(false);
        }
    }

    private boolean onSelectedRow(Object target) {
        Node at = target instanceof Node node ? node : null;
        while (at != null && !at.equals(table)) {
            if (at instanceof TableRow<?> row) {
                return row.isSelected() && row.getItem() instanceof ConsumedRecord;
            }
            at = at.getParent();
        }
        return false;
    }

    private static boolean fits(List<ConsumedRecord> records) {
        return records.size() <= MOST_RECORDS && bytes(records) <= MOST_BYTES;
    }

    private static long bytes(List<ConsumedRecord> records) {
        return records.stream().mapToLong(record -> record.data().length).sum();
    }

    private void prepare() {
        close();
        List<ConsumedRecord> wanted = pressed;
        prepared = wanted;
        ui.whenDone(files.prepare(wanted), (made, thrown) -> {
            if (made == null) {
                forget(wanted);
            } else if (wanted.equals(prepared)) {
                ready = made;
            } else {
                discard(made);
            }
        });
    }

    /** What could not be written is not tried again with each movement. */
    private void forget(List<ConsumedRecord> wanted) {
        if (wanted.equals(prepared)) {
            prepared = List.of();
            pressed = List.of();
        }
    }

    private void begin(MouseEvent event) {
        if (pressed.isEmpty()) {
            return;
        }
        event.consume();
        DragFiles.Ready now = ready;
        if (!fits(pressed)) {
            tell.accept(new Notice.Told(
                    Counted.of(pressed.size(), "record") + ", " + Sizes.text(bytes(pressed))
                            + ", cannot be dragged at once.",
                    "At most " + Counted.of(MOST_RECORDS, "record") + " and " + Sizes.text(MOST_BYTES)
                            + " can. Select fewer, or use Export selection… in the menu of the rows."));
        } else if (now != null) {
            dragged = true;
            table.startDragAndDrop(TransferMode.COPY).setContent(content(now));
            var failure = now.failure();
            if (failure != null) {
                tell.accept(new Notice.Told("The records are dragged as text only.", failure.whyAndRemedy()));
            }
        }
    }

    /** Returns what goes on the drag board. */
    static ClipboardContent content(DragFiles.Ready ready) {
        ClipboardContent content = new ClipboardContent();
        content.put(DragForms.RECORDS, ready.text());
        content.putString(ready.text());
        Path file = ready.file();
        if (file != null) {
            content.putFiles(List.of(file.toFile()));
        }
        return content;
    }

    /** Lets go of a file that was written and not dragged. */
    public void close() {
        DragFiles.Ready before = ready;
        if (before != null && !dragged) {
            discard(before);
        }
        prepared = List.of();
        ready = null;
        dragged = false;
    }

    private void discard(DragFiles.Ready unused) {
        Path file = unused.file();
        if (file != null) {
            files.discard(file);
        }
    }
}
