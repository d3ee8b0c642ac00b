package dev.surveyor.ui.records.inspector;

import dev.surveyor.codec.Preview;
import dev.surveyor.codec.Slice;
import dev.surveyor.domain.record.RecordHeader;
import dev.surveyor.ui.parts.Faults;
import dev.surveyor.ui.parts.Sizes;
import dev.surveyor.ui.parts.ValueTag;
import dev.surveyor.ui.records.field.MenuField;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The headers of a record in their order, repeated keys kept; null, empty, text and binary told apart. */
final class HeadersTable extends TableView<RecordHeader> {

    private static final int LONGEST = 200;
    private static final double KEY_WIDTH = 100;
    private static final double TYPE_WIDTH = 54;
    private static final double BYTES_WIDTH = 50;
    private static final String NONE = "No headers";

    private final Label none = new Label(NONE);

    HeadersTable(FieldActions fields) {
        setId("inspector-headers");
        getStyleClass().add("inspector-headers");
        setFixedCellSize(26);
        none.setWrapText(true);
        setPlaceholder(none);
        TableColumn<RecordHeader, String> key = column("Key", KEY_WIDTH, RecordHeader::key, "mono");
        key.getStyleClass().add("first");
        getColumns().add(key);
        getColumns().add(column("Type", TYPE_WIDTH, header -> type(header), "muted"));
        TableColumn<RecordHeader, RecordHeader> value = new TableColumn<>("Value");
        value.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        value.setCellFactory(source -> new ValueCell());
        value.setSortable(false);
        getColumns().add(value);
        TableColumn<RecordHeader, String> bytes = column("Bytes", BYTES_WIDTH, HeadersTable::size, "mono");
        bytes.getStyleClass().add("numeric");
        getColumns().add(bytes);
        FieldMenu menu = new FieldMenu(fields, this::selected);
        menu.setId("inspector-header-menu");
        setContextMenu(menu);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            MenuField now = selected();
            if (event.isShortcutDown() && event.getCode() == KeyCode.C && now != null) {
                fields.copyValue(now);
                event.consume();
            }
        });
        value.prefWidthProperty().bind(widthProperty().subtract(KEY_WIDTH + TYPE_WIDTH + BYTES_WIDTH + 14));
    }

    private @Nullable MenuField selected() {
        RecordHeader header = getSelectionModel().getSelectedItem();
        return header == null ? null : MenuField.of(header);
    }

    /** Shows the headers. */
    void show(List<RecordHeader> headers) {
        none.setText(NONE);
        getItems().setAll(headers);
    }

    /** Shows no header but why there is none. */
    void fail(Throwable thrown) {
        none.setText(Faults.sentence("The headers cannot be shown", thrown));
        getItems().clear();
    }

    private static TableColumn<RecordHeader, String> column(
            String title, double width, Function<RecordHeader, String> words, String styleClass) {
        TableColumn<RecordHeader, String> column = new TableColumn<>(title);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(words.apply(features.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.getStyleClass().add(styleClass);
        return column;
    }

    private static String type(RecordHeader header) {
        return switch (Preview.of(Slice.of(header.value()), LONGEST).kind()) {
            case NULL, TOMBSTONE -> "null";
            case EMPTY -> "empty";
            case TEXT -> "text";
            case JSON -> "JSON";
            case BINARY -> "binary";
            case ERROR -> "not UTF-8";
        };
    }

    private static String size(RecordHeader header) {
        byte[] value = header.value();
        return value == null ? "—" : Sizes.text(value.length);
    }

    private static final class ValueCell extends TableCell<RecordHeader, RecordHeader> {
        ValueCell() {
            getStyleClass().addAll("mono", "records-value");
        }

        @Override
        protected void updateItem(@Nullable RecordHeader header, boolean empty) {
            super.updateItem(header, empty);
            setText(null);
            setGraphic(null);
            if (empty || header == null) {
                return;
            }
            Preview preview = Preview.of(Slice.of(header.value()), LONGEST);
            Node tag = preview.kind() == Preview.Kind.EMPTY ? ValueTag.empty() : null;
            setGraphic(tag);
            setText(preview.kind() == Preview.Kind.NULL ? "∅ null" : preview.text());
        }
    }
}
