package dev.surveyor.ui.groups;

import dev.surveyor.ui.parts.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Nodes of one kind that a drawing takes again and again, so that ten drawings a second make no new ones.
 *
 * @param <N> the kind of node
 */
final class NodePool<N extends Node> {

    private final Pane parent;
    private final Supplier<N> maker;
    private final List<N> nodes = new ArrayList<>();
    private int used;

    /**
     * @param parent gets the nodes
     * @param maker makes another one
     */
    NodePool(Pane parent, Supplier<N> maker) {
        this.parent = parent;
        this.maker = maker;
    }

    /** Begins a new drawing. */
    void begin() {
        used = 0;
    }

    /** Returns the next node, visible. */
    N next() {
        if (used == nodes.size()) {
            N node = maker.get();
            Shown.placedByParent(node);
            nodes.add(node);
            parent.getChildren().add(node);
        }
        N node = nodes.get(used++);
        node.setVisible(true);
        return node;
    }

    /** Ends the drawing: what it did not take is hidden. */
    void end() {
        for (int i = used; i < nodes.size(); i++) {
            nodes.get(i).setVisible(false);
        }
    }
}
