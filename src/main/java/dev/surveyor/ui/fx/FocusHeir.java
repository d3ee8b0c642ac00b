package dev.surveyor.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the focus near where it was when the control that has it goes away or is disabled: the toolkit moves it to the
 * next control of the window, and behind the last one begins anew at the top. For the JavaFX thread only.
 */
public final class FocusHeir {

    private final Parent root;
    private final UiExecutor ui;
    private final Runnable whenNobody;
    private List<Parent> around = List.of();

    private FocusHeir(Parent root, UiExecutor ui, Runnable whenNobody) {
        this.root = root;
        this.ui = ui;
        this.whenNobody = whenNobody;
    }

    /**
     * Watches the window of a node from now on.
     *
     * @param root around everything; the focus never goes to a far part of it
     * @param ui runs on the JavaFX thread, when what is under way has been done
     * @param whenNobody finds a place where no control near by is left
     */
    public static void keep(Parent root, UiExecutor ui, Runnable whenNobody) {
        FocusHeir heir = new FocusHeir(root, ui, whenNobody);
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                heir.watch(scene);
            }
        });
    }

    /** Passes over the node: it can have the focus, but nobody would look for it there, such as at a line that is dragged. */
    public static void passOver(Node node) {
        node.getProperties().put(FocusHeir.class, false);
    }

    private void watch(Scene scene) {
        scene.focusOwnerProperty().addListener((property, before, now) -> {
            List<Parent> aroundBefore = around;
            around = now == null ? List.of() : parents(now);
            if (before != null && !isThere(before) && !isChosen(scene, before, now)) {
                ui.execute(() -> {
                    if (isChance(scene.getFocusOwner(), now) && !isThere(before)) {
                        inherit(before, aroundBefore);
                    }
                });
            }
        });
    }

    /** From a control that was taken out, such as a button of a dialog, the toolkit itself leads to nothing at first. */
    private static boolean isChosen(Scene scene, Node before, @Nullable Node now) {
        return now != null && !scene.equals(before.getScene());
    }

    /** Returns whether the toolkit gave the focus away, at once to the next control, or later to the very first or to one where nobody looks. */
    private boolean isChance(@Nullable Node owner, @Nullable Node next) {
        return owner == null || owner.equals(next) || (next == null && (owner.equals(first()) || isPassedOver(owner)));
    }

    private @Nullable Node first() {
        List<Node> all = new ArrayList<>();
        collect(root, all);
        return all.stream().filter(this::canHaveFocus).findFirst().orElse(null);
    }

    private List<Parent> parents(Node node) {
        List<Parent> parents = new ArrayList<>();
        for (Parent at = node.getParent(); at != null && !at.equals(root); at = at.getParent()) {
            parents.add(at);
        }
        return parents;
    }

    private void inherit(Node gone, List<Parent> aroundGone) {
        for (Parent parent : aroundGone) {
            if (!isShown(parent)) {
                continue;
            }
            List<Node> nodes = new ArrayList<>();
            collect(parent, nodes);
            int at = nodes.indexOf(gone);
            List<Node> after = nodes.subList(at + 1, nodes.size());
            Node heir = after.stream().filter(this::canHaveFocus).findFirst().orElse(null);
            for (int i = at - 1; heir == null && i >= 0; i--) {
                heir = canHaveFocus(nodes.get(i)) ? nodes.get(i) : null;
            }
            if (heir != null && at < 0 && heir.equals(first())) {
                // What was taken out was large: the first control of the window is no neighbour of it.
                break;
            }
            if (heir != null) {
                heir.requestFocus();
                return;
            }
        }
        whenNobody.run();
    }

    private boolean canHaveFocus(Node node) {
        return node.isFocusTraversable() && !isPassedOver(node) && isThere(node);
    }

    private static boolean isPassedOver(Node node) {
        return node.getProperties().containsKey(FocusHeir.class);
    }

    /** A click gives the focus to controls, too, that keys pass by, such as scroll panes. */
    private boolean isThere(Node node) {
        return !node.isDisabled() && isShown(node);
    }

    private boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
            if (at.equals(root)) {
                return true;
            }
        }
        return false;
    }

    private static void collect(Parent parent, List<Node> nodes) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            nodes.add(child);
            if (child instanceof Parent inner) {
                collect(inner, nodes);
            }
        }
    }
}
