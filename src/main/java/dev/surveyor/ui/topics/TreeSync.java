package dev.surveyor.ui.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;

/**
 * Brings the items of a tree to what the view model says by changing only what differs, so that selection, expansion
 * and the scroll position outlive a refresh.
 */
final class TreeSync {

    private final TreeView<SidebarNode> tree;
    private final TreeItem<SidebarNode> root = new TreeItem<>();
    private final Map<String, Boolean> open = new HashMap<>();
    private boolean expandAll;

    TreeSync(TreeView<SidebarNode> tree) {
        this.tree = tree;
        tree.setShowRoot(false);
        root.setExpanded(true);
        tree.setRoot(root);
    }

    /**
     * Shows the nodes.
     *
     * @param allExpanded whether everything is opened, as while a filter holds; what the user had open comes back after
     */
    void show(List<SidebarNode> nodes, boolean allExpanded) {
        TreeItem<SidebarNode> selected = tree.getSelectionModel().getSelectedItem();
        List<TreeItem<SidebarNode>> together =
                List.copyOf(tree.getSelectionModel().getSelectedItems());
        boolean restore = !allExpanded && expandAll;
        if (allExpanded && !expandAll) {
            open.clear();
            root.getChildren().forEach(item -> remember("", item));
        }
        expandAll = allExpanded;
        sync(root, nodes);
        if (restore || allExpanded) {
            root.getChildren().forEach(item -> expand("", item));
        }
        if (together.size() > 1) {
            reselect(together);
        } else {
            reselect(selected);
        }
    }

    private void reselect(List<TreeItem<SidebarNode>> together) {
        List<Integer> rows =
                together.stream().map(tree::getRow).filter(row -> row >= 0).toList();
        List<Integer> now = tree.getSelectionModel().getSelectedIndices();
        if (!now.containsAll(rows) || now.size() != rows.size()) {
            tree.getSelectionModel().clearSelection();
            rows.forEach(tree.getSelectionModel()::select);
        }
    }

    private void sync(TreeItem<SidebarNode> parent, List<SidebarNode> nodes) {
        Map<String, TreeItem<SidebarNode>> known = new HashMap<>();
        for (TreeItem<SidebarNode> item : parent.getChildren()) {
            known.put(item.getValue().key(), item);
        }
        List<TreeItem<SidebarNode>> wanted = new ArrayList<>(nodes.size());
        for (SidebarNode node : nodes) {
            TreeItem<SidebarNode> item = known.get(node.key());
            if (item == null) {
                item = new TreeItem<>(node);
                item.setExpanded(node.expanded());
            } else if (!item.getValue().row().equals(node.row())) {
                item.setValue(node);
            }
            sync(item, node.children());
            wanted.add(item);
        }
        if (!wanted.equals(parent.getChildren())) {
            parent.getChildren().setAll(wanted);
        }
    }

    private void remember(String above, TreeItem<SidebarNode> item) {
        if (!item.getChildren().isEmpty()) {
            String path = above + "/" + item.getValue().key();
            open.put(path, item.isExpanded());
            item.getChildren().forEach(child -> remember(path, child));
        }
    }

    private void expand(String above, TreeItem<SidebarNode> item) {
        if (!item.getChildren().isEmpty()) {
            String path = above + "/" + item.getValue().key();
            item.setExpanded(
                    expandAll || open.getOrDefault(path, item.getValue().expanded()));
            item.getChildren().forEach(child -> expand(path, child));
        }
    }

    private void reselect(@Nullable TreeItem<SidebarNode> selected) {
        if (selected == null) {
            return;
        }
        int row = tree.getRow(selected);
        if (row >= 0 && tree.getSelectionModel().getSelectedItem() != selected) {
            tree.getSelectionModel().clearAndSelect(row);
        } else if (row < 0) {
            tree.getSelectionModel().clearSelection();
        }
    }
}
