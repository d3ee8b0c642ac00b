package dev.surveyor.ui.parts;

import dev.surveyor.ui.fx.Pulse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Short notes about what the user just did, at the foot of the window, newest below; they go by themselves, but not
 * while the pointer is on one. Failures do not belong here. Lets clicks through where there is no note.
 */
public final class Toasts extends VBox {

    private static final Duration SHORT = Duration.ofSeconds(4);
    private static final Duration UNDO = Duration.ofSeconds(10);
    private static final int MOST = 3;

    private final Pulse pulse;
    private final Clock clock;
    private @Nullable Runnable endTicks;

    public Toasts(Pulse pulse, Clock clock) {
        this.pulse = pulse;
        this.clock = clock;
        setId("toasts");
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    }

    /** Shows a note for four seconds; one of the same words that is still there goes. */
    public void show(String text) {
        removeAll(shown -> shown.text.equals(text));
        add(new Toast(text, clock.instant().plus(SHORT)));
    }

    /** Shows a note with one thing to do about it, for instance Undo, for ten seconds. */
    public void show(String text, String actionWords, Runnable action) {
        Runnable unused = show(text, actionWords, action, () -> {});
    }

    /**
     * Does the same, and tells when the thing can no longer be done.
     *
     * @param gone called once when the note has gone, whether by itself, for another one or with the action
     * @return takes the note away; does nothing where it has gone already
     */
    public Runnable show(String text, String actionWords, Runnable action, Runnable gone) {
        Toast toast = new Toast(text, clock.instant().plus(UNDO));
        Button button = Controls.button(
                "toast-action",
                actionWords,
                "",
                () -> {
                    action.run();
                    remove(toast);
                },
                "small",
                "flat",
                "toast-action");
        toast.add(button);
        add(toast);
        toast.gone = gone;
        return () -> remove(toast);
    }

    /** Shows a note that stays until the user closes it: what was found wrong when nobody was looking yet. */
    public void showUntilClosed(String text) {
        Toast toast = new Toast(text, Instant.MAX);
        Button button =
                Controls.button("toast-close", "Close", "", () -> remove(toast), "small", "flat", "toast-action");
        toast.add(button);
        add(toast);
    }

    private void add(Toast toast) {
        if (getChildren().size() >= MOST) {
            toasts().filter(shown -> shown.end.isBefore(Instant.MAX))
                    .findFirst()
                    .ifPresent(this::remove);
        }
        toast.focusedBefore = focused();
        getChildren().add(toast);
        if (endTicks == null) {
            endTicks = pulse.everyTick(this::removeOld);
        }
    }

    private void removeOld() {
        Instant now = clock.instant();
        removeAll(toast -> toast.isOver(now));
    }

    private void removeAll(Predicate<Toast> which) {
        toasts().filter(which).toList().forEach(this::remove);
    }

    private Stream<Toast> toasts() {
        return getChildren().stream().filter(Toast.class::isInstance).map(Toast.class::cast);
    }

    private void remove(Toast toast) {
        giveFocusBack(toast);
        if (getChildren().remove(toast)) {
            endWhenEmpty();
            toast.gone.run();
        }
    }

    /** The focus goes to where it was, not to whatever control comes next in the window. */
    private void giveFocusBack(Toast toast) {
        Node focused = focused();
        Node before = toast.focusedBefore;
        if (focused != null && before != null && toast.getChildren().contains(focused)) {
            before.requestFocus();
        }
    }

    private @Nullable Node focused() {
        return getScene() == null ? null : getScene().getFocusOwner();
    }

    private void endWhenEmpty() {
        if (getChildren().isEmpty() && endTicks != null) {
            endTicks.run();
            endTicks = null;
        }
    }

    private static final class Toast extends HBox {
        private final String text;
        private final Instant end;
        private Runnable gone = () -> {};
        private @Nullable Node focusedBefore;

        Toast(String text, Instant end) {
            this.text = text;
            this.end = end;
            Label words = new Label(text);
            words.setId("toast-text");
            words.setWrapText(true);
            getStyleClass().add("toast");
            setAlignment(Pos.CENTER_LEFT);
            setMaxWidth(USE_PREF_SIZE);
            getChildren().add(words);
        }

        void add(Button button) {
            button.setMinWidth(USE_PREF_SIZE);
            getChildren().add(button);
        }

        boolean isOver(Instant now) {
            return !isHover() && now.isAfter(end);
        }
    }
}
