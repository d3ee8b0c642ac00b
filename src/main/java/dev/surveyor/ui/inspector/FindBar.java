package dev.surveyor.ui.inspector;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.service.failure.Faults;
import dev.surveyor.service.inspect.Finder;
import dev.surveyor.service.inspect.Hit;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Finds a text in the key or value that is shown: how often it is there, and from one place to the next. */
final class FindBar extends HBox {

    private final LatestWork looking;
    private final Consumer<@Nullable Hit> reveal;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private @Nullable Search search;
    private List<Hit> hits = List.of();
    private int current = -1;

    /** What is searched. */
    @FunctionalInterface
    interface Search {

        /** Returns the places in order; for any thread. */
        List<Hit> find(String text, BooleanSupplier givenUp);
    }

    /**
     * @param reveal shows a place, or none
     * @param closed takes the focus back
     */
    FindBar(Executor background, UiExecutor ui, Consumer<@Nullable Hit> reveal, Runnable closed) {
        super(4);
        this.looking = new LatestWork(background, ui);
        this.reveal = reveal;
        this.closed = closed;
        setId("inspector-find");
        getStyleClass().add("inspector-find");
        setAlignment(Pos.CENTER_LEFT);
        field.setId("inspector-find-text");
        field.setPromptText("Find in this value");
        field.setAccessibleText("Find in this value");
        HBox.setHgrow(field, Priority.ALWAYS);
        count.setId("inspector-find-count");
        count.getStyleClass().add("caption");
        Uncut.keep(count);
        getChildren()
                .addAll(
                        field,
                        count,
                        InspectorBar.icon(
                                "inspector-find-previous", Feather.CHEVRON_UP, "Previous (Shift+F3)", () -> step(-1)),
                        InspectorBar.icon("inspector-find-next", Feather.CHEVRON_DOWN, "Next (F3)", () -> step(1)),
                        InspectorBar.icon("inspector-find-close", Feather.X, "Close (Esc)", this::close));
        field.textProperty().addListener((source, before, now) -> look());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Shown.set(this, false);
    }

    /** Opens the bar with the focus on its text. */
    void open() {
        Shown.set(this, true);
        field.requestFocus();
        field.selectAll();
        look();
    }

    /** Searches in something else from now on; null where there is nothing to search. */
    void in(@Nullable Search newSearch) {
        search = newSearch;
        if (isVisible()) {
            look();
        }
    }

    /** Goes to the next place, or to the one before; round the end. */
    void step(int by) {
        if (!isVisible()) {
            open();
        } else if (!hits.isEmpty()) {
            current = Math.floorMod(current + by, hits.size());
            reveal.accept(hits.get(current));
            say();
        }
    }

    private void close() {
        looking.cancel();
        Shown.set(this, false);
        hits = List.of();
        reveal.accept(null);
        closed.run();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> step(event.isShiftDown() ? -1 : 1);
            case DOWN -> step(1);
            case UP -> step(-1);
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void look() {
        looking.cancel();
        String text = field.getText();
        Search now = search;
        if (text.isEmpty() || now == null) {
            take(List.of());
            return;
        }
        count.setText("…");
        looking.start(givenUp -> now.find(text, givenUp), this::take, thrown -> {
            hits = List.of();
            current = -1;
            say();
            count.setText("not searched");
            count.setTooltip(new Tooltip(Faults.sentence("This value cannot be searched", thrown)));
        });
    }

    private void take(List<Hit> found) {
        hits = found;
        current = found.isEmpty() ? -1 : 0;
        reveal.accept(found.isEmpty() ? null : found.get(0));
        say();
    }

    private void say() {
        boolean more = hits.size() >= Finder.MOST;
        count.setTooltip(null);
        count.setText(
                field.getText().isEmpty()
                        ? ""
                        : hits.isEmpty()
                                ? "not found"
                                : Numbers.grouped(current + 1) + " of " + Numbers.grouped(hits.size())
                                        + (more ? "+" : ""));
        count.getStyleClass().removeAll("nothing-found");
        if (hits.isEmpty() && !field.getText().isEmpty()) {
            count.getStyleClass().add("nothing-found");
        }
    }

    /** Returns whether the event asks for the bar or for its next place, and does it. */
    boolean handle(KeyEvent event) {
        boolean find = event.isShortcutDown() && !event.isShiftDown() && event.getCode() == KeyCode.F;
        boolean next = event.getCode() == KeyCode.F3 || (event.isShortcutDown() && event.getCode() == KeyCode.G);
        if (find) {
            open();
        } else if (next) {
            step(event.isShiftDown() ? -1 : 1);
        }
        return find || next;
    }
}
