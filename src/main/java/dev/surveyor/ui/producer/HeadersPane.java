package dev.surveyor.ui.producer;

import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.parts.Columns;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.CountBadge;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The headers of the record as a table that is edited in place. */
final class HeadersPane extends VBox {

    private static final String HINT = "order and repeated keys are kept";

    private final HeaderList headers;
    private final Clipboards clipboards;
    private final CountBadge count = new CountBadge("producer-headers-count");
    private final Label hint = new Label(HINT);
    private final Button add = Controls.withIcon(Feather.PLUS, Controls.button("producer-header-add", "_Add", ""));
    private final Button paste = Controls.button(
            "producer-headers-paste",
            "Paste",
            "Add headers from the clipboard: lines of key=value, a JSON object, or TSV",
            "flat");
    private final TableColumn<HeaderRow, HeaderRow> bytes;
    private final TableView<HeaderRow> table = new TableView<>();

    HeadersPane(HeaderList headers, Clipboards clipboards) {
        this.headers = headers;
        this.bytes = addColumns(table, headers);
        this.clipboards = clipboards;
        getStyleClass().add("headers-pane");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head(), table());
        bind();
    }

    /** Returns the first thing to reach by keyboard. */
    Node first() {
        return add;
    }

    /** Leaves out the bytes and the hint. */
    void setNarrow(boolean narrow) {
        bytes.setVisible(!narrow);
        Shown.set(hint, !narrow || !hint.getText().equals(HINT));
    }

    private HBox head() {
        hint.setId("producer-headers-hint");
        hint.getStyleClass().addAll("body-12", "muted");
        Uncut.keep(add);
        Uncut.keep(paste);
        HBox head = new HBox(8, Types.label("_Headers", table), count, hint, new Spacer(), add, paste);
        head.getStyleClass().add("pane-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private TableView<HeaderRow> table() {
        table.setId("producer-headers");
        table.getStyleClass().add("headers-table");
        table.setFixedCellSize(26);
        table.setItems(headers.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = new Label("No headers. Add one, or paste key=value lines.");
        none.getStyleClass().addAll("body-12", "muted");
        table.setPlaceholder(none);
        return table;
    }

    /** Adds the columns and returns that of the bytes, which are left out where there is little room. */
    private static TableColumn<HeaderRow, HeaderRow> addColumns(TableView<HeaderRow> table, HeaderList headers) {
        Columns<HeaderRow> columns = Columns.fixed(table);
        Columns.exactly(columns.drawn("", 32, HeaderCells.Tick::new), 32);
        columns.drawn("Key", 128, () -> new HeaderKeyCell(headers)).setMinWidth(80);
        TableColumn<HeaderRow, HeaderRow> type = columns.drawn("Type", 98, HeaderTypeCell::new);
        type.setMinWidth(88);
        type.setMaxWidth(98);
        columns.drawn("Value", 116, HeaderValueCell::new).setMinWidth(70);
        TableColumn<HeaderRow, HeaderRow> ofBytes = columns.drawn("Bytes", 130, HeaderCells.Bytes::new);
        ofBytes.setMinWidth(60);
        Columns.exactly(columns.drawn("", 32, () -> new HeaderCells.Remove(headers)), 32);
        return ofBytes;
    }

    private void bind() {
        add.setOnAction(e -> {
            headers.add();
            table.scrollTo(headers.rows().size() - 1);
            table.layout();
            Node field = table.lookup("#producer-header-key-" + headers.rows().size());
            (field == null ? table : field).requestFocus();
        });
        paste.setOnAction(e -> {
            int found = headers.paste(clipboards.text());
            if (found == 0) {
                hint("Nothing to paste: copy k=v lines, a JSON object or TSV first");
            }
        });
        headers.rows().addListener((javafx.beans.Observable changed) -> showCount());
        showCount();
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    private void showCount() {
        count.setCount(headers.sent());
        hint(headers.note().isEmpty() ? HINT : headers.note());
    }

    private void hint(String words) {
        hint.setText(words);
        hint.setTooltip(new Tooltip(words));
        setNarrow(!bytes.isVisible());
    }

    private void move(KeyEvent event) {
        boolean up = event.getCode() == KeyCode.UP;
        if (!event.isAltDown() || !(up || event.getCode() == KeyCode.DOWN)) {
            return;
        }
        HeaderRow row = HeaderCell.rowOf(event.getTarget());
        HeaderRow moved = row == null ? table.getSelectionModel().getSelectedItem() : row;
        if (moved != null && headers.move(moved, up ? -1 : 1)) {
            table.getSelectionModel().select(moved);
            table.layout();
            Node field = table.lookup("#producer-header-key-" + (headers.rows().indexOf(moved) + 1));
            if (row != null && field != null) {
                field.requestFocus();
            }
        }
        event.consume();
    }
}
