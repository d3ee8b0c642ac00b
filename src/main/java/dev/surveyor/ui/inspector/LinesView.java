package dev.surveyor.ui.inspector;

import dev.surveyor.codec.HexDump;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.WrappedText;
import dev.surveyor.service.inspect.Hit;
import dev.surveyor.ui.parts.FilledListCell;
import dev.surveyor.ui.parts.Uncut;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * Text or bytes as a list of lines of which only those on the screen cost anything, so that 20 MB open at once. Long
 * lines are broken at a fixed number of characters.
 */
final class LinesView extends ListView<Integer> {

    private static final double LINE_HEIGHT = 18;
    /** From this width on sixteen bytes and their text stand side by side. */
    private static final double WIDE = 540;

    private IntFunction<String> line = number -> "";
    private Function<Integer, @Nullable Span> found = number -> null;

    private @Nullable Slice bytes;
    private @Nullable Hit hexHit;
    private int perLine = HexDump.BYTES_PER_LINE;

    /** A part of a line, from one character to another. */
    private record Span(int from, int to) {}

    LinesView(String id) {
        setId(id);
        setAccessibleText("Lines of the value");
        getStyleClass().add("lines-view");
        setFixedCellSize(LINE_HEIGHT);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(list -> new Line());
        widthProperty().addListener((source, before, now) -> {
            Slice shown = bytes;
            if (shown != null && (before.doubleValue() < WIDE) != (now.doubleValue() < WIDE)) {
                layOut(shown);
            }
        });
    }

    /** Copies the selected lines with Mod+C. */
    void copyWith(java.util.function.Consumer<String> copy) {
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copy.accept(selectedText());
                event.consume();
            }
        });
    }

    /** Shows nothing. */
    void clear() {
        bytes = null;
        hexHit = null;
        line = number -> "";
        found = number -> null;
        // Not by show: to scroll a list that was never drawn kept its window in memory for good.
        if (!getItems().isEmpty()) {
            setItems(FXCollections.emptyObservableList());
        }
    }

    /** Shows text; each line is cut out when it is drawn. */
    void text(WrappedText text) {
        bytes = null;
        hexHit = null;
        show(text::line, text.lineCount());
    }

    /** Shows bytes; each line is made when it is drawn, and is as long as there is room. */
    void hex(Slice newBytes) {
        bytes = newBytes;
        hexHit = null;
        layOut(newBytes);
    }

    private void layOut(Slice shown) {
        HexDump dump = new HexDump(shown, getWidth() < WIDE ? HexDump.BYTES_PER_LINE / 2 : HexDump.BYTES_PER_LINE);
        perLine = dump.bytesPerLine();
        show(number -> hexLine(dump, number), dump.lineCount());
        mark(hexHit);
    }

    /** Shows where something was found in the text, or nothing any more. */
    void reveal(@Nullable Hit hit, WrappedText text) {
        found = hit == null
                ? number -> null
                : number -> span(hit.at() - text.start(number), hit.length(), text.end(number) - text.start(number));
        if (hit != null) {
            scrollTo(Math.max(0, text.lineAt(hit.at()) - 3));
        }
        refresh();
    }

    /** Shows where something was found in the bytes, or nothing any more. */
    void reveal(@Nullable Hit hit) {
        hexHit = hit;
        mark(hit);
    }

    private void mark(@Nullable Hit hit) {
        found = hit == null
                ? number -> null
                : number -> {
                    Span bytes = span(hit.at() - number * perLine, hit.length(), perLine);
                    return bytes == null ? null : new Span(hexColumn(bytes.from), hexColumn(bytes.to - 1) + 2);
                };
        if (hit != null) {
            scrollTo(Math.max(0, hit.at() / perLine - 3));
        }
        refresh();
    }

    private void show(IntFunction<String> newLine, int count) {
        line = newLine;
        found = number -> null;
        setItems(FXCollections.observableList(numbers(count)));
        scrollTo(0);
    }

    private String selectedText() {
        return getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(number -> line.apply(number))
                .collect(Collectors.joining("\n"));
    }

    private static List<Integer> numbers(int count) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return index;
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    private static String hexLine(HexDump dump, int number) {
        HexDump.Line bytes = dump.line(number);
        return String.format("%06X", bytes.offset()) + "  " + bytes.hex() + "  " + bytes.ascii();
    }

    /** Returns the column at which a byte stands: six digits, two spaces, three for a byte, one more after the eighth. */
    private static int hexColumn(int octet) {
        return 8 + octet * 3 + (octet >= 8 ? 1 : 0);
    }

    private static @Nullable Span span(int from, int length, int lineLength) {
        int start = Math.max(0, from);
        int end = Math.min(lineLength, from + length);
        return start < end ? new Span(start, end) : null;
    }

    private final class Line extends FilledListCell<Integer> {
        @Override
        protected void show(Integer number) {
            String text = line.apply(number);
            Span marked = found.apply(number);
            if (marked == null || marked.to > text.length()) {
                setText(text);
                setGraphic(null);
            } else {
                setText(null);
                setGraphic(parts(text, marked));
            }
        }

        private static HBox parts(String text, Span marked) {
            Label before = new Label(text.substring(0, marked.from));
            Label hit = new Label(text.substring(marked.from, marked.to));
            Label after = new Label(text.substring(marked.to));
            hit.getStyleClass().add("line-hit");
            HBox parts = new HBox(before, hit, after);
            parts.setAlignment(Pos.CENTER_LEFT);
            Uncut.keep(parts);
            parts.getChildren().forEach(part -> Uncut.keep((Label) part));
            return parts;
        }
    }
}
