package dev.surveyor.ui.records.inspector;

import dev.surveyor.codec.HexDump;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import org.jspecify.annotations.Nullable;

/**
 * Text as a list of lines of which only those on the screen cost anything, so that 20 MB open at once. Long lines are
 * broken at a fixed number of characters.
 */
final class LinesView extends ListView<String> {

    private static final double LINE_HEIGHT = 18;

    LinesView(String id) {
        setId(id);
        getStyleClass().add("lines-view");
        setFixedCellSize(LINE_HEIGHT);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(list -> new Line());
    }

    /** Shows lines. */
    void lines(List<String> lines) {
        setItems(FXCollections.observableList(lines));
    }

    /** Shows bytes; each line is made when it is drawn. */
    void hex(HexDump dump) {
        setItems(FXCollections.observableList(new AbstractList<String>() {
            @Override
            public String get(int index) {
                HexDump.Line line = dump.line(index);
                return String.format("%06X", line.offset()) + "  " + line.hex() + "  " + line.ascii();
            }

            @Override
            public int size() {
                return dump.lineCount();
            }
        }));
    }

    /** Returns the selected lines as text. */
    String selectedText() {
        return getSelectionModel().getSelectedItems().stream().collect(Collectors.joining("\n"));
    }

    /** Breaks text into lines of at most so many characters. */
    static List<String> broken(String text, int columns) {
        List<String> lines = new ArrayList<>(text.length() / columns + 8);
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            boolean end = at == text.length() || text.charAt(at) == '\n';
            boolean splits = !end && at - from >= columns && !Character.isLowSurrogate(text.charAt(at));
            if (end || splits) {
                lines.add(text.substring(from, at));
                from = end ? at + 1 : at;
            }
        }
        return lines;
    }

    private static final class Line extends ListCell<String> {
        @Override
        protected void updateItem(@Nullable String line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : line);
        }
    }
}
