package dev.surveyor.ui.seek;

import dev.surveyor.service.consume.SeekHistory;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Banner;
import java.net.URL;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The seek dialog as an overlay: put it over the window, and take it away when it calls back. Esc cancels; Enter
 * applies only while the focus is on the button. Keeps the focus inside itself.
 */
public final class SeekDialog extends StackPane {

    private static final double WIDTH = 1000;

    private final SeekViewModel model;
    private final Runnable whenClosed;
    private final BiConsumer<String, Runnable> whenApplied;
    private final SeekTargetPane target;
    private final SeekFoot foot;
    private final Banner banner = new Banner(Banner.Kind.DANGER);
    private final ChangeListener<@Nullable Node> trap = (at, old, now) -> keepFocus(now);

    /**
     * @param model what it shows; closed with the dialog
     * @param dialogs asks for the file of the export
     * @param background writes it
     * @param uiExecutor the JavaFX thread
     * @param whenClosed takes the overlay away
     * @param whenApplied told after a seek what was done, and how to undo it
     */
    public SeekDialog(
            SeekViewModel model,
            Dialogs dialogs,
            Executor background,
            UiExecutor uiExecutor,
            Runnable whenClosed,
            BiConsumer<String, Runnable> whenApplied) {
        this.model = model;
        this.whenClosed = whenClosed;
        this.whenApplied = whenApplied;
        URL sheet = Objects.requireNonNull(SeekDialog.class.getResource("seek.css"));
        getStylesheets().add(sheet.toExternalForm());
        getStyleClass().add("seek-scrim");
        setId("seek-dialog");
        target = new SeekTargetPane(model);
        foot = new SeekFoot(model, dialogs, background, uiExecutor, this::close);
        SeekGrid grid = new SeekGrid(model);
        VBox.setVgrow(grid, Priority.ALWAYS);
        banner.setId("seek-banner");
        banner.setVisible(false);
        VBox card = new VBox(new SeekHead(model, this::close), banner, target, grid, new SeekNotes(model), foot);
        card.getStyleClass().add("seek-card");
        card.setMaxSize(WIDTH, USE_PREF_SIZE);
        getChildren().add(card);
        setPadding(new Insets(20));
        bind();
    }

    /** Puts the focus on the first choice. */
    public void focus() {
        target.focusFirst();
    }

    /** Closes without seeking. */
    public void close() {
        model.close();
        whenClosed.run();
    }

    private void bind() {
        banner.button("seek-retry", "Try again", model::refresh);
        model.failureProperty().addListener((at, old, now) -> {
            banner.setVisible(now != null);
            if (now != null) {
                banner.say(now);
            }
        });
        if (model.failureProperty().get() != null) {
            banner.say(Objects.requireNonNull(model.failureProperty().get()));
            banner.setVisible(true);
        }
        model.moves().appliedProperty().addListener((at, old, now) -> {
            if (now != null) {
                finish(now);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            }
            // What is under the dialog must not hear its keys; Tab is moved on by the scene itself.
            if (event.getCode() != KeyCode.TAB) {
                event.consume();
            }
        });
        sceneProperty().addListener((at, old, now) -> moveTrap(old, now));
    }

    private void finish(SeekHistory.Entry entry) {
        close();
        SeekSubject subject = model.subject();
        whenApplied.accept(SeekWords.done(subject, entry), () -> model.moves().undo(subject, entry));
    }

    private void moveTrap(@Nullable Scene old, @Nullable Scene now) {
        if (old != null) {
            old.focusOwnerProperty().removeListener(trap);
        }
        if (now != null) {
            now.focusOwnerProperty().addListener(trap);
        }
    }

    private void keepFocus(@Nullable Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == this) {
                return;
            }
        }
        if (owner != null) {
            target.focusFirst();
        }
    }
}
