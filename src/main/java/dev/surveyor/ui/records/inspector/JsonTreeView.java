package dev.surveyor.ui.records.inspector;

import dev.surveyor.codec.JsonItem;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** JSON as a tree; a node's children are made when it is opened. The node under the pointer offers what to do with it. */
final class JsonTreeView extends TreeView<JsonItem> {

    private static final double ROW_HEIGHT = 22;
    private static final int OPEN_AT_FIRST = 40;

    private final Actions actions;

    /**
     * What can be done with a node.
     *
     * @param filter shows only records with this value here
     * @param copyPath copies where it is
     * @param copyValue copies what it is
     */
    record Actions(Consumer<JsonItem> filter, Consumer<JsonItem> copyPath, Consumer<JsonItem> copyValue) {}

    JsonTreeView(String id, Actions actions) {
        this.actions = actions;
        setId(id);
        getStyleClass().add("json-tree");
        setFixedCellSize(ROW_HEIGHT);
        setCellFactory(tree -> new Cell());
    }

    /** Shows a document, its first levels open as far as there is room. */
    void show(JsonItem document) {
        Node root = new Node(document);
        setRoot(root);
        root.setExpanded(true);
        int rows = 1 + document.children().size();
        for (TreeItem<JsonItem> child : root.getChildren()) {
            int more = child.getValue().children().size();
            if (more > 0 && rows + more <= OPEN_AT_FIRST) {
                child.setExpanded(true);
                rows += more;
            }
        }
    }

    /** Returns what stands for a node on one line. */
    static String valueText(JsonItem item) {
        int count = item.children().size();
        return switch (item.kind()) {
            case OBJECT ->
                item.parent() == null ? "{ " + count + (count == 1 ? " field }" : " fields }") : "{ " + count + " }";
            case LIST -> "[ " + count + " ]";
            case STRING -> '"' + item.text() + '"';
            case NUMBER, LITERAL -> item.text();
        };
    }

    /** A node that makes its children when they are asked for. */
    private static final class Node extends TreeItem<JsonItem> {
        private boolean made;

        Node(JsonItem item) {
            super(item);
        }

        @Override
        public boolean isLeaf() {
            return getValue().children().isEmpty();
        }

        @Override
        public ObservableList<TreeItem<JsonItem>> getChildren() {
            if (!made) {
                made = true;
                List<Node> nodes = getValue().children().stream().map(Node::new).toList();
                super.getChildren().setAll(nodes);
            }
            return super.getChildren();
        }
    }

    private final class Cell extends TreeCell<JsonItem> {
        private final Label name = new Label();
        private final Label value = new Label();
        private final HBox tools = new HBox();
        private final HBox line = new HBox();

        Cell() {
            name.getStyleClass().add("json-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            value.getStyleClass().add("json-value");
            value.setMinWidth(20);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            tools.getChildren()
                    .addAll(
                            tool(Feather.FILTER, "Only records with this value", actions.filter()),
                            tool(Feather.CODE, "Copy path", actions.copyPath()),
                            tool(Feather.COPY, "Copy value", actions.copyValue()));
            tools.setMinWidth(Region.USE_PREF_SIZE);
            tools.visibleProperty().bind(hoverProperty().or(selectedProperty()));
            tools.managedProperty().bind(tools.visibleProperty());
            line.getChildren().addAll(name, value, gap, tools);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        private Button tool(Feather icon, String words, Consumer<JsonItem> action) {
            Button button = new Button();
            button.setGraphic(new FontIcon(icon));
            button.getStyleClass().add("json-tool");
            button.setAccessibleText(words);
            button.setTooltip(new Tooltip(words));
            button.setFocusTraversable(false);
            button.setOnAction(event -> {
                JsonItem item = getItem();
                if (item != null) {
                    action.accept(item);
                }
            });
            return button;
        }

        @Override
        protected void updateItem(@Nullable JsonItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            JsonItem parent = item.parent();
            String itemName = item.name();
            name.setText(parent == null ? "" : (itemName == null ? item.index() : itemName) + ": ");
            value.setText(valueText(item));
            value.getStyleClass().setAll("label", "json-value", "json-" + kindOf(item));
            line.setMaxWidth(Double.MAX_VALUE);
            setGraphic(line);
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
