package dev.surveyor.ui.records.page;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.LogEntry;
import dev.surveyor.service.rows.KeyHistory;
import dev.surveyor.service.rows.Notice;
import dev.surveyor.service.rows.SelectionHistory;
import dev.surveyor.ui.page.PageCommand;
import dev.surveyor.ui.records.consume.TableNotices;
import dev.surveyor.ui.records.rows.Marks;
import dev.surveyor.ui.records.table.RecordTable;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys that lead from the selected record to another one. For the JavaFX thread only. */
final class RecordSteps {

    private final RecordTable table;
    private final TableNotices notices;
    private final Marks marks;
    private final SelectionHistory history = new SelectionHistory();
    private Notice answer = new Notice.None();

    RecordSteps(RecordTable table, TableNotices notices, Marks marks) {
        this.table = table;
        this.notices = notices;
        this.marks = marks;
        table.selectedProperty().addListener((source, before, now) -> {
            notices.withdraw(answer);
            if (now != null) {
                history.selected(now);
            }
        });
    }

    /** Returns whether the key was one of these, and has done its work. A text field keeps those that move its caret. */
    boolean take(KeyEvent event) {
        boolean inText = event.getTarget() instanceof TextInputControl;
        KeyCode code = event.getCode();
        if (code == KeyCode.F4) {
            nextMark();
        } else if (event.isShortcutDown() && (code == KeyCode.DOWN || code == KeyCode.UP)) {
            table.move(code == KeyCode.DOWN ? 1 : -1);
        } else if (event.isShortcutDown() && (code == KeyCode.CLOSE_BRACKET || code == KeyCode.OPEN_BRACKET)) {
            sameKey(code == KeyCode.CLOSE_BRACKET ? 1 : -1);
        } else if (!inText && onlyAlt(event) && (code == KeyCode.LEFT || code == KeyCode.RIGHT)) {
            through(code == KeyCode.RIGHT ? 1 : -1);
        } else if (!inText && event.isShortcutDown() && (code == KeyCode.END || code == KeyCode.HOME)) {
            table.goToEdge(code == KeyCode.END);
        } else {
            return false;
        }
        return true;
    }

    /** Returns the same steps for the palette. */
    List<PageCommand> commands() {
        String noKey = whyNoKey();
        String noMark = marks.countProperty().get() == 0 ? "no record is marked" : null;
        return List.of(
                command(
                        "Next record with this key",
                        new KeyCodeCombination(KeyCode.CLOSE_BRACKET, KeyCombination.SHORTCUT_DOWN),
                        noKey,
                        () -> sameKey(1)),
                command(
                        "Previous record with this key",
                        new KeyCodeCombination(KeyCode.OPEN_BRACKET, KeyCombination.SHORTCUT_DOWN),
                        noKey,
                        () -> sameKey(-1)),
                command("Next marked record", new KeyCodeCombination(KeyCode.F4), noMark, this::nextMark),
                command(
                        "Back to the record that was selected before",
                        new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN),
                        null,
                        () -> through(-1)),
                command(
                        "Forward to the record that was selected after",
                        new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN),
                        null,
                        () -> through(1)));
    }

    private static PageCommand command(String words, KeyCombination keys, @Nullable String whyNot, Runnable action) {
        return whyNot == null
                ? new PageCommand(words, keys.getDisplayText(), action)
                : new PageCommand(words + " (" + whyNot + ")", keys.getDisplayText(), null);
    }

    private @Nullable String whyNoKey() {
        LogEntry row = table.getSelectionModel().getSelectedItem();
        if (!(row instanceof ConsumedRecord record)) {
            return "no record is selected";
        }
        return record.keyLength() < 0 ? "the key of the selected one is null" : null;
    }

    private static boolean onlyAlt(KeyEvent event) {
        return event.isAltDown() && !event.isShiftDown() && !event.isControlDown() && !event.isMetaDown();
    }

    private void nextMark() {
        int next = marks.next(table.getItems(), table.getSelectionModel().getSelectedIndex());
        if (next >= 0) {
            go(next);
        }
    }

    /** What a step before could not do is no news any more, even where this one leads to the selected record. */
    private void go(int row) {
        notices.withdraw(answer);
        table.reveal(row);
    }

    /** Goes down or up to the next shown record with the key of the selected one. */
    private void sameKey(int step) {
        List<LogEntry> rows = table.getItems();
        int from = table.getSelectionModel().getSelectedIndex();
        if (from < 0 || !(rows.get(from) instanceof ConsumedRecord record)) {
            tell("No record is selected.", "Select the record whose key to follow.");
        } else if (record.keyLength() < 0) {
            tell("The selected record has no key.", "Its key is null.");
        } else {
            int next = KeyHistory.next(rows, from, step);
            if (next >= 0) {
                go(next);
            } else {
                tell(
                        "No other record with this key is " + (step > 0 ? "below." : "above."),
                        "Only rows that are shown were looked at.");
            }
        }
    }

    private void through(int by) {
        SelectionHistory.Step step = history.step(table.getItems(), by);
        if (step.row() >= 0) {
            go(step.row());
        }
        if (step.skipped() > 0) {
            tell(
                    Counted.of(step.skipped(), "record") + " on the way back or forward "
                            + Counted.word(step.skipped(), "is", "are")
                            + " no longer among the rows.",
                    "Evicted, cleared, or hidden by the filter.");
        }
    }

    private void tell(String what, String more) {
        answer = new Notice.Told(what, more);
        notices.tell(answer);
    }
}
