package dev.surveyor.ui.records.page;

import dev.surveyor.service.copy.CopyFormat;
import dev.surveyor.ui.inspector.RecordClipboard;
import dev.surveyor.ui.records.consume.ConsumeBar;
import dev.surveyor.ui.records.consume.ConsumeViewModel;
import dev.surveyor.ui.records.filter.FilterBar;
import dev.surveyor.ui.records.jump.ReadOneMenu;
import dev.surveyor.ui.records.table.RecordTable;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of a live table: those of the whole page, and those that act only while the rows have the focus. */
record RecordKeys(
        ConsumeViewModel consume,
        ConsumeBar bar,
        FilterBar filter,
        ReadOneMenu readOne,
        SeekButton seek,
        RecordSteps steps) {

    /** Takes the keys of the page before its controls do; in the inspector a field or a tree takes its own keys first. */
    void serve(Node page, Node inspector) {
        page.addEventFilter(KeyEvent.KEY_PRESSED, this::inPage);
        inspector.addEventHandler(KeyEvent.KEY_PRESSED, this::inPage);
    }

    /** Takes the keys of the rows. */
    void serveTable(RecordTable table, RecordClipboard copied) {
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> inTable(event, table, copied));
        table.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("/")) {
                filter.focusField();
                event.consume();
            }
        });
    }

    private void inPage(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.F8) {
            consume.togglePause();
        } else if (code == KeyCode.F9) {
            readOne.readAgain();
        } else if (event.isShortcutDown() && code == KeyCode.E) {
            bar.toggleRun();
        } else if (event.isShortcutDown() && code == KeyCode.F) {
            filter.focusField();
        } else if (event.isShortcutDown() && event.isShiftDown() && code == KeyCode.K) {
            seek.open();
        } else if (!steps.take(event)) {
            return;
        }
        event.consume();
    }

    private void inTable(KeyEvent event, RecordTable table, RecordClipboard copied) {
        KeyCode code = event.getCode();
        if (code == KeyCode.SPACE) {
            consume.togglePause();
        } else if (event.isShortcutDown() && code == KeyCode.C) {
            copied.copy(event.isShiftDown() ? CopyFormat.ROW : CopyFormat.VALUE, table.selectedRecords());
        } else if (event.isShortcutDown() && code == KeyCode.D) {
            table.toggleMark();
        } else {
            return;
        }
        event.consume();
    }
}
