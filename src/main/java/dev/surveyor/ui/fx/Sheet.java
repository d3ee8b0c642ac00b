package dev.surveyor.ui.fx;

import dev.surveyor.domain.connection.ConnectionProfile;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A dialog that lies over what is in its window, never in a window of its own: on Linux the toolkit goes on with a window
 * that was closed while it still handled a key, which ends the whole program. Has a head, a body, and at the foot its
 * buttons, the action at the right. Esc closes it, Enter runs the action. Shown by {@link Sheets}. For the JavaFX thread
 * only.
 */
public class Sheet extends StackPane {

    private final String id;
    private final SheetHead head;
    private final VBox body = new VBox();
    private final HBox aside = new HBox(8);
    private final HBox buttons = new HBox(8);
    private final VBox card;
    /** Casts the card's shadow once: on the card itself it would be made anew at each blink of a caret. */
    private final Pane shade = new Pane();

    private @Nullable Button action;
    private @Nullable Node first;
    private @Nullable Sheets over;
    private Runnable whenClosed = () -> {};

    /**
     * Makes one that acts on a cluster.
     *
     * @param id what the ids of its parts begin with: {@code id-title}, {@code id-x}, {@code id-environment},
     *     {@code id-connection}
     */
    public Sheet(String id, String title, ConnectionProfile connection, double width) {
        this(id, title, width);
        head.about(id, connection);
    }

    /**
     * Makes one that is about no cluster.
     *
     * @param id what the ids of its parts begin with: {@code id-title}, {@code id-x}
     */
    public Sheet(String id, String title, double width) {
        this.id = id;
        head = new SheetHead(id, this::cancel);
        head.titleProperty().set(title);
        getStyleClass().add("sv-sheet");
        body.getStyleClass().add("sv-sheet-body");
        aside.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(aside, Priority.ALWAYS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        HBox foot = new HBox(8, aside, buttons);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("sv-sheet-foot");
        foot.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(body, Priority.ALWAYS);
        card = new VBox(head, body, foot);
        card.getStyleClass().add("sv-sheet-card");
        card.setPrefWidth(width);
        card.setMaxSize(width, USE_PREF_SIZE);
        shade.getStyleClass().add("sv-sheet-shade");
        shade.maxWidthProperty().bind(card.widthProperty());
        shade.maxHeightProperty().bind(card.heightProperty());
        shade.setCache(true);
        shade.setMouseTransparent(true);
        getChildren().addAll(shade, card);
        addEventFilter(KeyEvent.KEY_PRESSED, this::enterOnChoice);
    }

    // What is in it

    /** Returns the title, to change it. */
    public final StringProperty titleProperty() {
        return head.titleProperty();
    }

    /** Returns what stands behind the title: the connection, or what else is set; empty for nothing. */
    public final StringProperty wordsProperty() {
        return head.wordsProperty();
    }

    /** Adds to the body, from the top down. */
    public final void add(Node... nodes) {
        body.getChildren().addAll(nodes);
    }

    /** Lets the body reach the edges of the dialog, for a content with room of its own. */
    public final void fillBody() {
        body.getStyleClass().add("filled");
    }

    /** Adds to the left of the foot, beside the buttons: a hint, what goes on, what is rarely done. */
    public final void aside(Node... nodes) {
        aside.getChildren().addAll(nodes);
    }

    /** Adds a button at the right, which leaves the dialog open. */
    public final Button button(String buttonId, String words, Runnable work) {
        Button button = new Button(words);
        button.setId(buttonId);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> work.run());
        buttons.getChildren().add(button);
        return button;
    }

    /** Adds the button that does nothing but close the dialog. */
    public final Button closing(String buttonId, String words) {
        return button(buttonId, words, this::cancel);
    }

    /** Adds the action, the last of the buttons; Enter runs it from every field that has no use for Enter itself. */
    public final Button action(String buttonId, String words, Runnable work) {
        Button button = button(buttonId, words, work);
        button.getStyleClass().add("accent");
        action = button;
        return button;
    }

    /** Has the focus begin there. */
    public final void beginAt(Node node) {
        first = node;
    }

    /** Runs that whenever the dialog has gone, for whatever reason. */
    public final void onClosed(Runnable task) {
        whenClosed = task;
    }

    /** Lets a click beside the dialog close it, where nothing is lost by that. */
    public final void closeOnClickBeside() {
        setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getTarget() == this) {
                cancel();
            }
        });
    }

    // While it is open

    /** Closes it as Esc, its cross and the closing button do. */
    protected void cancel() {
        close();
    }

    /** Takes it away; the focus goes back to where it was. Does nothing where it is not open. */
    public final void close() {
        Sheets from = over;
        if (from != null) {
            over = null;
            from.remove(this);
            whenClosed.run();
        }
    }

    public final boolean isOpen() {
        return over != null;
    }

    final void opened(Sheets sheets) {
        over = sheets;
    }

    /** Puts the focus where it begins. */
    public void focus() {
        Node node = first;
        if (node == null) {
            node = action == null ? lookup("#" + id + "-x") : action;
        }
        node.requestFocus();
    }

    /** Does what a key asks for that no control of the dialog had a use for; the others end here. */
    final void hear(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> cancel();
            case ENTER -> enter();
            default -> {
                // Nothing else is meant for a dialog.
            }
        }
    }

    /** A choice would take Enter for a click, but for the choice there is Space. */
    private void enterOnChoice(KeyEvent event) {
        boolean choice = event.getTarget() instanceof ToggleButton || event.getTarget() instanceof CheckBox;
        if (choice && action != null && event.getCode() == KeyCode.ENTER) {
            enter();
            event.consume();
        }
    }

    private void enter() {
        Node focused = getScene().getFocusOwner();
        if (focused instanceof ButtonBase button
                && !(button instanceof ToggleButton)
                && !(button instanceof CheckBox)) {
            button.fire();
        } else if (action != null && !action.isDisabled() && action.isVisible()) {
            action.fire();
        }
    }

    /** Returns the room that it takes, without the shade around it. */
    public final Region card() {
        return card;
    }
}
