package dev.surveyor.ui.inspector;

import dev.surveyor.codec.Preview;
import dev.surveyor.service.field.MenuField;
import dev.surveyor.service.inspect.HeaderRow;
import dev.surveyor.ui.fx.ColumnRoom;
import dev.surveyor.ui.parts.Columns;
import dev.surveyor.ui.parts.FilledCell;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.parts.ValueTag;
import java.util.List;
import java.util.function.Function;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** The headers of a record in their order, repeated keys kept; null, empty, text and binary told apart. */
final class HeadersTable extends TableView<HeaderRow> {

    private static final double KEY_WIDTH = 96;
    private static final double TYPE_WIDTH = 58;
    private static final double BYTES_WIDTH = 58;
    private static final double VALUE_WIDTH = 58;

    /** The first column stands so much farther from the edge. */
    private static final double EDGE = 4;

    /** What the bar at the right takes where there are more headers than fit. */
    private static final double SCROLL_BAR = 14;

    /** Enough for the words of its head. */
    private static final double LEAST_WIDTH = 46;

    /** So many headers are read to see how wide their texts are; a record may have thousands. */
    private static final int LOOKED_AT = 12;

    private final HeadersViewModel model;
    private final TableColumn<HeaderRow, ?> key;
    private final TableColumn<HeaderRow, ?> type;
    private final TableColumn<HeaderRow, ?> bytes;
    private final Label none = new Label();
    private final MenuButton readAs = new MenuButton("Read as");

    HeadersTable(HeadersViewModel model, FieldActions fields) {
        this.model = model;
        setId("inspector-headers");
        getStyleClass().add("inspector-headers");
        none.setWrapText(true);
        setPlaceholder(none);
        Columns<HeaderRow> columns = Columns.unsorted(this);
        key = columns.drawn("Key", KEY_WIDTH, NameCell::new, "mono", "first");
        type = columns.text("Type", TYPE_WIDTH, HeaderRow::type, "muted");
        TableColumn<HeaderRow, HeaderRow> value = columns.drawn("Value", VALUE_WIDTH, ValueCell::new);
        bytes = columns.text("Bytes", BYTES_WIDTH, HeaderRow::size, "mono", "numeric");
        setContextMenu(menu(fields));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            MenuField now = selected();
            if (event.isShortcutDown() && event.getCode() == KeyCode.C && now != null) {
                fields.copyValue(now);
                event.consume();
            }
        });
        value.prefWidthProperty()
                .bind(widthProperty()
                        .subtract(key.widthProperty())
                        .subtract(type.widthProperty())
                        .subtract(bytes.widthProperty())
                        .subtract(SCROLL_BAR));
        readAs();
        model.shownProperty().subscribe(this::show);
    }

    /** Returns the button that chooses how the values of the selected header are read. */
    MenuButton readAsButton() {
        return readAs;
    }

    private void readAs() {
        readAs.setId("inspector-header-format");
        readAs.getStyleClass().add("small");
        Uncut.keep(readAs);
        readAs.setAccessibleText("Read the selected header as");
        readAs.setTooltip(new Tooltip("How the values of the selected header are read in this topic: here, in columns"
                + " and in filters. Select a header first"));
        readAs.disableProperty().bind(getSelectionModel().selectedItemProperty().isNull());
        readAs.visibleProperty().bind(visibleProperty());
        readAs.setOnShowing(event -> fillFormats(readAs.getItems()));
        // A menu button without items does not open.
        readAs.getItems().add(new MenuItem());
    }

    private FieldMenu menu(FieldActions fields) {
        FieldMenu menu = new FieldMenu(fields, this::selected);
        menu.setId("inspector-header-menu");
        Menu formatsMenu = new Menu("Read as");
        formatsMenu.setId("inspector-header-read-as");
        menu.getItems().addAll(new SeparatorMenuItem(), formatsMenu);
        EventHandler<WindowEvent> describe = menu.getOnShowing();
        menu.setOnShowing(event -> {
            describe.handle(event);
            fillFormats(formatsMenu.getItems());
        });
        return menu;
    }

    private void fillFormats(List<MenuItem> items) {
        HeaderRow row = getSelectionModel().getSelectedItem();
        if (row != null) {
            FormatItems.fill(
                    items,
                    "inspector-header",
                    "By its name and its bytes",
                    FormatItems.ofBytes(model.formats()),
                    model.choice(row),
                    choice -> model.choose(row, choice));
        }
    }

    private @Nullable MenuField selected() {
        HeaderRow row = getSelectionModel().getSelectedItem();
        return row == null ? null : row.field();
    }

    /** What was selected stays so where the same headers are read anew. */
    private void show(HeadersViewModel.Shown now) {
        int selected = now.again() ? getSelectionModel().getSelectedIndex() : -1;
        none.setText(now.none());
        getSelectionModel().clearSelection();
        try {
            getItems().setAll(now.rows());
            fit(key, KEY_WIDTH, EDGE, HeaderRow::name);
            fit(type, TYPE_WIDTH, 0, HeaderRow::type);
            fit(bytes, BYTES_WIDTH, 0, HeaderRow::size);
        } catch (RuntimeException thrown) {
            model.fail(thrown);
            return;
        }
        if (selected >= 0 && selected < getItems().size()) {
            getSelectionModel().select(selected);
        }
    }

    /** What short texts leave of their column is the value's. */
    private void fit(TableColumn<HeaderRow, ?> column, double usual, double more, Function<HeaderRow, String> text) {
        int longest = getItems().stream()
                .limit(LOOKED_AT)
                .mapToInt(row -> text.apply(row).length())
                .max()
                .orElse(0);
        boolean all = getItems().size() <= LOOKED_AT;
        column.setPrefWidth(all ? Math.max(LEAST_WIDTH, Math.min(usual, ColumnRoom.of(longest) + more)) : usual);
    }

    /** A name: many begin alike, so it is cut in its middle, and the pointer shows all of it. */
    private static final class NameCell extends FilledCell<HeaderRow, HeaderRow> {
        NameCell() {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void show(HeaderRow row) {
            setText(row.name());
            explain(row.name());
        }
    }

    /** The value in as many lines as it needs, up to a few, what is to know beside it, and for the pointer all of it. */
    private static final class ValueCell extends FilledCell<HeaderRow, HeaderRow> {

        private static final double HIGHEST = 120;

        ValueCell() {
            getStyleClass().addAll("mono", "records-value");
            setWrapText(true);
        }

        /** A row asks its cells for their height without saying how wide they are. */
        @Override
        protected double computePrefHeight(double width) {
            double known = width < 0 ? getTableColumn().getWidth() : width;
            return Math.min(HIGHEST, super.computePrefHeight(known));
        }

        @Override
        protected void show(HeaderRow row) {
            Preview preview = row.preview();
            Node tag = preview.kind() == Preview.Kind.EMPTY ? ValueTag.empty() : null;
            setGraphic(tag);
            String aside = row.aside();
            String text = preview.kind() == Preview.Kind.NULL ? "∅ null" : preview.text();
            setText(aside.isEmpty() ? text : text + "  " + aside);
            explain(text.isEmpty() || aside.isEmpty() ? text : text + "\n" + aside);
        }
    }
}
