package dev.surveyor.ui.inspector;

import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.words.Counted;
import dev.surveyor.service.field.MenuField;
import dev.surveyor.service.inspect.JsonRow;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** JSON as a tree; a node's children are made when it is opened. The node under the pointer offers what to do with it. */
final class JsonTreeView extends TreeView<JsonRow> {

    private static final double ROW_HEIGHT = 22;
    private static final int OPEN_AT_FIRST = 40;
    /** A label lays out all of its text, however little of it is on the screen. */
    private static final int LONGEST_TEXT = 500;

    private final FieldActions actions;

    JsonTreeView(String id, FieldActions actions) {
        this.actions = actions;
        setId(id);
        setAccessibleText("Fields of the document");
        getStyleClass().add("json-tree");
        setFixedCellSize(ROW_HEIGHT);
        setCellFactory(tree -> new Cell());
        setContextMenu(new FieldMenu(actions, () -> actions.field(selected())));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            MenuField now = actions.field(selected());
            if (event.isShortcutDown() && event.getCode() == KeyCode.C && now != null) {
                actions.copyValue(now);
                event.consume();
            }
        });
    }

    /** Shows a document, its first levels open as far as there is room. */
    void show(JsonItem document) {
        Node root = new Node(JsonRow.of(document));
        setRoot(root);
        root.setExpanded(true);
        int rows = 1 + document.children().size();
        for (TreeItem<JsonRow> child : root.getChildren()) {
            int more = child.getValue().run()
                    ? 0
                    : child.getValue().item().children().size();
            if (more > 0 && rows + more <= OPEN_AT_FIRST) {
                child.setExpanded(true);
                rows += more;
            }
            if (rows > OPEN_AT_FIRST) {
                break;
            }
        }
    }

    /** Opens the way to a node, selects it and scrolls to it. */
    void reveal(JsonItem wanted) {
        TreeItem<JsonRow> at = getRoot();
        while (at != null && (at.getValue().run() || !at.getValue().item().equals(wanted))) {
            at.setExpanded(true);
            at = at.getChildren().stream()
                    .filter(child -> child.getValue().leadsTo(wanted))
                    .findFirst()
                    .orElse(null);
        }
        if (at != null) {
            getSelectionModel().select(at);
            scrollTo(Math.max(0, getRow(at) - 3));
        }
    }

    private @Nullable JsonItem selected() {
        TreeItem<JsonRow> now = getSelectionModel().getSelectedItem();
        return now == null || now.getValue().run() ? null : now.getValue().item();
    }

    /** Returns what stands for a node on one line. */
    static String valueText(JsonItem item) {
        int count = item.children().size();
        return switch (item.kind()) {
            case OBJECT -> item.parent() == null ? "{ " + Counted.of(count, "field") + " }" : "{ " + count + " }";
            case LIST -> "[ " + count + " ]";
            case STRING -> '"' + cut(item.text()) + '"';
            case NUMBER, LITERAL -> cut(item.text());
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT
                ? text.replace('\n', '⏎')
                : text.substring(0, LONGEST_TEXT).replace('\n', '⏎') + "…";
    }

    /** A node that makes its children when they are asked for. */
    private static final class Node extends TreeItem<JsonRow> {
        private boolean made;

        Node(JsonRow row) {
            super(row);
        }

        @Override
        public boolean isLeaf() {
            return getValue().leaf();
        }

        @Override
        public ObservableList<TreeItem<JsonRow>> getChildren() {
            if (!made) {
                made = true;
                List<Node> nodes = getValue().children().stream().map(Node::new).toList();
                super.getChildren().setAll(nodes);
            }
            return super.getChildren();
        }
    }

    private final class Cell extends TreeCell<JsonRow> {
        private final Label name = new Label();
        private final Label value = new Label();
        private final HBox tools = new HBox();
        private final HBox line = new HBox();

        Cell() {
            name.getStyleClass().add("json-name");
            value.getStyleClass().add("json-value");
            tools.getChildren().add(tool(Feather.FILTER, "Filter for this value", actions::filterFor));
            if (actions.columns()) {
                tools.getChildren().add(tool(Feather.COLUMNS, "Add as column", actions::addColumn));
            }
            tools.getChildren().add(tool(Feather.COPY, "Copy value", actions::copyValue));
            Uncut.keep(tools);
            Shown.foldHidden(tools);
            line.getChildren().addAll(name, value, new Spacer(), tools);
            line.setAlignment(Pos.CENTER_LEFT);
            hoverProperty().addListener(source -> offerTools());
            selectedProperty().addListener(source -> offerTools());
        }

        /** The whole document and a run of nodes have nothing to filter for. */
        private void offerTools() {
            JsonRow row = getItem();
            boolean field = row != null && !row.run() && row.item().parent() != null;
            tools.setVisible(field && (isHover() || isSelected()));
        }

        private Button tool(Feather icon, String words, Consumer<MenuField> action) {
            Button button = Controls.dataButton(new FontIcon(icon), words, () -> onField(action), "json-tool");
            button.setFocusTraversable(false);
            return button;
        }

        private void onField(Consumer<MenuField> action) {
            JsonRow row = getItem();
            MenuField field = row == null ? null : actions.field(row.item());
            if (field != null) {
                action.accept(field);
            }
        }

        @Override
        protected void updateItem(@Nullable JsonRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            JsonItem item = row.item();
            // A cell has shown other nodes before.
            name.setText("");
            value.setText("");
            name.setText(nameOf(row));
            Shown.set(name, !name.getText().isEmpty());
            value.setText(row.run() ? "" : valueText(item));
            value.getStyleClass().setAll("label", "json-value", "json-" + kindOf(item));
            line.setMaxWidth(Double.MAX_VALUE);
            offerTools();
            setGraphic(line);
        }

        private static String nameOf(JsonRow row) {
            if (row.run()) {
                return "[" + row.from() + " … " + (row.to() - 1) + "]";
            }
            String itemName = row.item().name();
            return row.item().parent() == null
                    ? ""
                    : (itemName == null ? Integer.toString(row.item().index()) : cut(itemName)) + ": ";
        }

        private static String kindOf(JsonItem item) {
            return switch (item.kind()) {
                case OBJECT, LIST -> "group";
                case STRING -> "string";
                case NUMBER -> "number";
                case LITERAL -> "literal";
            };
        }
    }
}
