package dev.surveyor.ui.fx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.Mnemonic;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The place over what is in a window where its dialogs lie, each above the one that opened it. The topmost keeps the
 * focus and all keys; when it goes, the focus goes back. For the JavaFX thread only.
 */
public final class Sheets extends StackPane {

    private final Deque<Open> open = new ArrayDeque<>();
    private Predicate<KeyEvent> passes = event -> false;
    private Runnable whenNowhere = () -> {};
    private boolean backwards;

    /** A dialog, and what had the focus when it came. */
    private record Open(Sheet sheet, @Nullable Node focusBefore) {}

    /** Makes a place without a dialog; it takes no room and no click until there is one. */
    public Sheets() {
        setVisible(false);
        sceneProperty().subscribe(this::watch);
    }

    /** Lets these keys through to the window while a dialog is open. */
    public void passOn(Predicate<KeyEvent> keys) {
        passes = keys;
    }

    /** Is run to find a place for the focus where what had it before has gone meanwhile. */
    public void whenFocusIsNowhere(Runnable task) {
        whenNowhere = task;
    }

    /** Shows a dialog above those that are open; does nothing where it is open already. */
    public void show(Sheet sheet) {
        if (sheet.isOpen()) {
            return;
        }
        open.push(new Open(sheet, getScene() == null ? null : getScene().getFocusOwner()));
        sheet.opened(this);
        getChildren().add(sheet);
        setVisible(true);
        sheet.applyCss();
        sheet.focus();
    }

    /** Returns the topmost dialog, null for none. */
    public @Nullable Sheet top() {
        Open top = open.peek();
        return top == null ? null : top.sheet;
    }

    void remove(Sheet sheet) {
        boolean wasTop = sheet.equals(top());
        Open gone = open.stream()
                .filter(each -> each.sheet.equals(sheet))
                .findFirst()
                .orElseThrow();
        open.remove(gone);
        getChildren().remove(sheet);
        setVisible(!open.isEmpty());
        if (wasTop) {
            giveBack(gone.focusBefore);
        }
    }

    private void giveBack(@Nullable Node focusBefore) {
        Sheet under = top();
        if (focusBefore != null && canHaveFocus(focusBefore)) {
            focusBefore.requestFocus();
        } else if (under != null) {
            under.focus();
        } else {
            whenNowhere.run();
        }
    }

    private boolean canHaveFocus(Node node) {
        if (!Objects.equals(node.getScene(), getScene()) || node.isDisabled()) {
            return false;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void watch(@Nullable Scene scene) {
        if (scene != null) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                backwards = event.getCode() == KeyCode.TAB && event.isShiftDown();
            });
            // Behind all controls, and before the keys of the window.
            scene.addEventHandler(KeyEvent.KEY_PRESSED, this::hear);
            // The scene fires mnemonics before any of its filters hear the key.
            scene.windowProperty().subscribe(window -> {
                if (window != null) {
                    window.addEventFilter(KeyEvent.KEY_PRESSED, this::mnemonic);
                }
            });
            scene.focusOwnerProperty().addListener((source, before, now) -> keep(now));
        }
    }

    private void hear(KeyEvent event) {
        Sheet top = top();
        // Tab is moved on by the scene itself.
        boolean moves = event.getCode() == KeyCode.TAB && !event.isControlDown();
        if (top != null && !moves && !passes.test(event)) {
            top.hear(event);
            event.consume();
        }
    }

    /** Fires a mnemonic of the dialog; those of what lies under it keep still. */
    private void mnemonic(KeyEvent event) {
        Sheet top = top();
        if (top == null || getScene() == null) {
            return;
        }
        List<Mnemonic> fitting = new ArrayList<>();
        getScene().getMnemonics().forEach((keys, mnemonics) -> {
            if (keys.match(event)) {
                fitting.addAll(mnemonics);
            }
        });
        if (fitting.isEmpty()) {
            return;
        }
        event.consume();
        fitting.stream()
                .filter(each -> isWithin(top, each.getNode()) && canHaveFocus(each.getNode()))
                .findFirst()
                .ifPresent(each -> {
                    each.getNode().requestFocus();
                    each.fire();
                });
    }

    private void keep(@Nullable Node now) {
        Sheet top = top();
        if (top == null || now == null || isWithin(top, now) || isAbove(now)) {
            return;
        }
        List<Node> controls = new ArrayList<>();
        collect(top, controls);
        if (!controls.isEmpty()) {
            controls.get(backwards ? controls.size() - 1 : 0).requestFocus();
        }
    }

    /** Returns whether that is in a layer over this one, for instance a note with a button. */
    private boolean isAbove(Node node) {
        List<Node> layers = getParent() == null ? List.of() : getParent().getChildrenUnmodifiable();
        return layers.stream().skip(layers.indexOf(this) + 1L).anyMatch(layer -> isWithin(layer, node));
    }

    static boolean isWithin(Node outer, Node inner) {
        for (Node at = inner; at != null; at = at.getParent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private static void collect(Parent parent, List<Node> controls) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                controls.add(child);
            }
            if (child instanceof Parent inner) {
                collect(inner, controls);
            }
        }
    }
}
