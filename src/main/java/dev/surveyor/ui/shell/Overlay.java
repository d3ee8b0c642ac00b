package dev.surveyor.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A sheet over the window that Esc, its button or a click beside it closes; the focus then goes back. */
final class Overlay extends StackPane {

    private final Button close = new Button("_Close");
    private final HBox buttons = new HBox(8, close);
    private Runnable whenHidden = () -> {};
    private @Nullable Node focusBefore;

    /**
     * @param id the sheet's id; its button is called {@code id-close}
     * @param title over the content; empty for a content that brings its own
     */
    Overlay(String id, String title, Node content) {
        setId(id);
        getStyleClass().add("palette-shade");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        close.setId(id + "-close");
        close.getStyleClass().add("sv-button");
        close.setOnAction(event -> hide());
        buttons.getStyleClass().add("sheet-buttons");
        VBox box = new VBox(content, buttons);
        if (!title.isEmpty()) {
            Label heading = new Label(title);
            heading.getStyleClass().addAll("title-15", "sheet-title");
            box.getChildren().add(0, heading);
        }
        box.getStyleClass().addAll("palette", "sheet");
        box.setMaxSize(720, USE_PREF_SIZE);
        getChildren().add(box);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
    }

    /** Gives the sheet other buttons beside the one that closes it, which gets these words. */
    void buttons(String closeWords, Button... others) {
        close.setText(closeWords);
        buttons.getChildren().addAll(others);
    }

    /** Has the task run whenever the sheet is hidden. */
    void onHidden(Runnable task) {
        whenHidden = task;
    }

    void show() {
        if (!isVisible()) {
            focusBefore = getScene().getFocusOwner();
        }
        setVisible(true);
        close.requestFocus();
    }

    void hide() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        whenHidden.run();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }
}
