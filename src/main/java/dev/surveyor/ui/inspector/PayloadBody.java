package dev.surveyor.ui.inspector;

import dev.surveyor.codec.JsonItem;
import dev.surveyor.codec.JsonText;
import dev.surveyor.codec.WrappedText;
import dev.surveyor.service.inspect.Hit;
import dev.surveyor.service.inspect.Payload;
import dev.surveyor.ui.fx.Clipboards;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Draws a payload: as a tree, as text, as lines, or as a word for nothing; one of them at a time. */
final class PayloadBody extends StackPane {

    /** A text area lays out all of its text; longer ones are lines of a list. */
    private static final int TEXT_AREA_MOST = 16 * 1024;

    private final JsonTreeView tree;
    private final LinesView lines = new LinesView("inspector-lines");
    private final TextArea text = new TextArea();
    private final Label nothing = new Label();
    private final Node working;
    private @Nullable WrappedText shownText;
    private @Nullable JsonText fields;

    PayloadBody(FieldActions actions, Clipboards clipboards, VBox working) {
        this.working = working;
        tree = new JsonTreeView("inspector-tree", actions);
        lines.copyWith(clipboards::copy);
        text.setId("inspector-text");
        text.setAccessibleText("Payload as text");
        text.getStyleClass().addAll("mono", "inspector-text");
        text.setEditable(false);
        text.setWrapText(true);
        nothing.setId("inspector-nothing");
        nothing.getStyleClass().add("inspector-nothing");
        nothing.setWrapText(true);
        getChildren().addAll(tree, lines, text, nothing, working);
        setAlignment(Pos.TOP_LEFT);
        FieldMenu textMenu = new FieldMenu(actions, () -> actions.field(fieldAt(text.getCaretPosition())));
        FieldMenu lineMenu = new FieldMenu(actions, () -> actions.field(fieldOfLine()));
        textMenu.setId("inspector-text-menu");
        // A filter: the text area has a menu of its own, which it would open first.
        text.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (fields != null) {
                textMenu.show(text, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        lines.setOnContextMenuRequested(event -> {
            if (fields != null) {
                lineMenu.show(lines, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> textMenu.hide());
    }

    /** Shows a word. */
    void word(String words) {
        nothing.setText(words);
        only(nothing);
    }

    /** Shows nothing of a payload any more. What is visible stays so, as the focus would leave it otherwise. */
    void blank() {
        shownText = null;
        fields = null;
        nothing.setText("");
        text.clear();
        lines.clear();
        tree.setRoot(null);
    }

    /** Shows that the payload is being made. */
    void working() {
        only(working);
    }

    /** Shows a payload that is something. */
    void show(Payload.Body body) {
        shownText = null;
        fields = null;
        if (body instanceof Payload.Body.Tree json) {
            tree.show(json.root());
            only(tree);
        } else if (body instanceof Payload.Body.Hex hex) {
            lines.hex(hex.bytes());
            only(lines);
        } else if (body instanceof Payload.Body.Text plain) {
            WrappedText wrapped = plain.text();
            shownText = wrapped;
            fields = plain.fields();
            showText(wrapped);
        }
    }

    /** Shows a place that was found, or none any more. */
    void reveal(@Nullable Hit hit) {
        JsonItem item = hit == null ? null : hit.item();
        WrappedText wrapped = shownText;
        if (item != null) {
            tree.reveal(item);
        } else if (lines.isVisible() && wrapped != null) {
            lines.reveal(hit, wrapped);
        } else if (lines.isVisible()) {
            lines.reveal(hit);
        } else if (text.isVisible() && hit != null) {
            text.selectRange(hit.at(), hit.at() + hit.length());
        } else if (text.isVisible()) {
            text.deselect();
        }
    }

    /** Puts the focus on what is shown. */
    void focusShown() {
        for (Node node : List.of(tree, lines, text)) {
            if (node.isVisible()) {
                node.requestFocus();
            }
        }
    }

    private void showText(WrappedText wrapped) {
        if (wrapped.text().length() <= TEXT_AREA_MOST) {
            text.setText(wrapped.text());
            only(text);
        } else {
            lines.text(wrapped);
            only(lines);
        }
    }

    private @Nullable JsonItem fieldOfLine() {
        WrappedText wrapped = shownText;
        int line = lines.getSelectionModel().getSelectedIndex();
        return wrapped == null || line < 0 ? null : fieldAt(wrapped.start(line));
    }

    private @Nullable JsonItem fieldAt(int index) {
        JsonText now = fields;
        return now == null ? null : now.at(index);
    }

    private void only(Node shown) {
        for (Node node : getChildren()) {
            node.setVisible(node.equals(shown));
        }
    }
}
