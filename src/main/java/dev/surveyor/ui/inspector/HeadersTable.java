package dev.surveyor.ui.inspector;

import dev.surveyor.codec.Preview;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.failure.Faults;
import dev.surveyor.service.field.MenuField;
import dev.surveyor.service.inspect.HeaderRow;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Columns;
import dev.surveyor.ui.parts.FilledCell;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.parts.ValueTag;
import java.util.List;
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
    private static final String NONE = "No headers";

    private final Decoding decoding;
    private final Label none = new Label(NONE);
    private final MenuButton readAs = new MenuButton("Read as");
    private final UiExecutor ui;
    private @Nullable ConsumedRecord record;
    private @Nullable Runnable stopListening;

    HeadersTable(FieldActions fields, Decoding decoding, UiExecutor ui) {
        this.decoding = decoding;
        this.ui = ui;
        setId("inspector-headers");
        getStyleClass().add("inspector-headers");
        none.setWrapText(true);
        setPlaceholder(none);
        Columns<HeaderRow> columns = Columns.unsorted(this);
        columns.drawn("Key", KEY_WIDTH, NameCell::new, "mono", "first");
        columns.text("Type", TYPE_WIDTH, HeaderRow::type, "muted");
        TableColumn<HeaderRow, HeaderRow> value = columns.drawn("Value", BYTES_WIDTH, ValueCell::new);
        columns.text("Bytes", BYTES_WIDTH, HeaderRow::size, "mono", "numeric");
        setContextMenu(menu(fields));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            MenuField now = selected();
            if (event.isShortcutDown() && event.getCode() == KeyCode.C && now != null) {
                fields.copyValue(now);
                event.consume();
            }
        });
        value.prefWidthProperty().bind(widthProperty().subtract(KEY_WIDTH + TYPE_WIDTH + BYTES_WIDTH + 14));
        readAs();
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
            String name = row.header().key();
            FormatItems.fill(
                    items,
                    "inspector-header",
                    "By its name and its bytes",
                    FormatItems.ofBytes(decoding.groups()),
                    decoding.headerChoice(row.topic(), name),
                    choice -> decoding.chooseHeader(row.topic(), name, choice));
        }
    }

    private @Nullable MenuField selected() {
        HeaderRow row = getSelectionModel().getSelectedItem();
        return row == null ? null : row.field();
    }

    /** Shows the headers of a record, and shows them anew where they read differently from then on. */
    void show(ConsumedRecord now) {
        record = now;
        none.setText(NONE);
        if (stopListening == null) {
            stopListening = decoding.onChange(() -> ui.execute(this::again));
        }
        getSelectionModel().clearSelection();
        fill(now);
    }

    /** Shows nothing. */
    void clear() {
        record = null;
        Runnable stop = stopListening;
        if (stop != null) {
            stop.run();
            stopListening = null;
        }
        none.setText(NONE);
        getItems().clear();
    }

    private void again() {
        ConsumedRecord now = record;
        if (now != null) {
            fill(now);
        }
    }

    /** What was selected stays so. */
    private void fill(ConsumedRecord record) {
        int selected = getSelectionModel().getSelectedIndex();
        String topic = record.partition().topic();
        getItems()
                .setAll(record.headers().stream()
                        .map(header -> new HeaderRow(header, topic, decoding.reader()))
                        .toList());
        if (selected >= 0 && selected < getItems().size()) {
            getSelectionModel().select(selected);
        }
    }

    /** Shows no header but why there is none. */
    void fail(Throwable thrown) {
        record = null;
        none.setText(Faults.sentence("The headers cannot be shown", thrown));
        getItems().clear();
    }

    /** A name: many begin alike, so it is cut in its middle, and the pointer shows all of it. */
    private static final class NameCell extends FilledCell<HeaderRow, HeaderRow> {
        private final Tooltip whole = new Tooltip();

        NameCell() {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void show(HeaderRow row) {
            setText(row.name());
            whole.setText(row.name());
            setTooltip(row.name().isEmpty() ? null : whole);
        }
    }

    /** The value in as many lines as it needs, up to a few, what is to know beside it, and for the pointer all of it. */
    private static final class ValueCell extends FilledCell<HeaderRow, HeaderRow> {

        private static final double HIGHEST = 120;

        private final Tooltip whole = new Tooltip();

        ValueCell() {
            getStyleClass().addAll("mono", "records-value");
            setWrapText(true);
            whole.setWrapText(true);
            whole.setMaxWidth(600);
        }

        /** A row asks its cells for their height without saying how wide they are. */
        @Override
        protected double computePrefHeight(double width) {
            double known = width < 0 ? getTableColumn().getWidth() : width;
            return Math.min(HIGHEST, super.computePrefHeight(known));
        }

        @Override
        protected void show(HeaderRow row) {
            setTooltip(null);
            Preview preview = row.preview();
            Node tag = preview.kind() == Preview.Kind.EMPTY ? ValueTag.empty() : null;
            setGraphic(tag);
            String aside = row.aside();
            String text = preview.kind() == Preview.Kind.NULL ? "∅ null" : preview.text();
            setText(aside.isEmpty() ? text : text + "  " + aside);
            if (!text.isEmpty()) {
                whole.setText(aside.isEmpty() ? text : text + "\n" + aside);
                setTooltip(whole);
            }
        }
    }
}
