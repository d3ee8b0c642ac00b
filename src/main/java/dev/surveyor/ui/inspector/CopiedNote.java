package dev.surveyor.ui.inspector;

import dev.surveyor.ui.parts.StyleSheets;
import javafx.scene.control.Label;

/** Says for a moment what was copied. */
public final class CopiedNote extends Label {

    /** Makes a note of what this clipboard says. */
    public CopiedNote(RecordClipboard clipboard) {
        setId("records-copied");
        getStyleClass().add("copied-note");
        getStylesheets().add(StyleSheets.of(CopiedNote.class));
        textProperty().bind(clipboard.wordsProperty());
        visibleProperty().bind(clipboard.saidProperty());
    }
}
