package dev.surveyor.ui.inspector;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.service.failure.Faults;
import dev.surveyor.service.inspect.Finder;
import dev.surveyor.service.inspect.Hit;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Finds a text in the key or value that is shown: how often it is there, and from one place to the next. It looks off the
 * JavaFX thread, for the newest text only. For the JavaFX thread only.
 */
final class FindViewModel {

    private final LatestWork looking;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(Count.of(""));
    private Consumer<@Nullable Hit> reveal = hit -> {};
    private Finder.@Nullable Search search;
    private List<Hit> hits = List.of();
    private int current = -1;

    /**
     * What is said beside the text.
     *
     * @param words {@code 3 of 17}, or that nothing is found
     * @param nothing whether nothing is found
     * @param why why nothing could be looked for; empty for nothing
     */
    record Count(String words, boolean nothing, String why) {
        static Count of(String words) {
            return new Count(words, false, "");
        }
    }

    /**
     * @param background looks
     * @param ui runs what follows from it
     */
    FindViewModel(Executor background, UiExecutor ui) {
        looking = new LatestWork(background, ui);
        text.addListener((source, before, now) -> look());
    }

    /** Calls this with the place to show from now on, or with null for none any more. */
    void onReveal(Consumer<@Nullable Hit> show) {
        reveal = show;
    }

    /** Returns what is looked for. */
    StringProperty textProperty() {
        return text;
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Count> countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Begins to look. */
    void open() {
        open.set(true);
        look();
    }

    /** Looks through something else from now on; null where there is nothing to look through. */
    void in(Finder.@Nullable Search newSearch) {
        search = newSearch;
        if (open.get()) {
            look();
        }
    }

    /** Goes to the next place, or to the one before; round the end. */
    void step(int by) {
        if (!hits.isEmpty()) {
            current = Math.floorMod(current + by, hits.size());
            reveal.accept(hits.get(current));
            say();
        }
    }

    /** Looks no more, and shows no place. */
    void close() {
        looking.cancel();
        open.set(false);
        hits = List.of();
        reveal.accept(null);
    }

    private void look() {
        looking.cancel();
        String wanted = text.get();
        Finder.Search now = search;
        if (wanted.isEmpty() || now == null) {
            take(List.of());
            return;
        }
        count.set(Count.of("…"));
        looking.start(givenUp -> now.find(wanted, givenUp), this::take, this::fail);
    }

    private void fail(Throwable thrown) {
        hits = List.of();
        current = -1;
        count.set(new Count("not searched", true, Faults.sentence("This value cannot be searched", thrown)));
    }

    private void take(List<Hit> found) {
        hits = found;
        current = found.isEmpty() ? -1 : 0;
        reveal.accept(found.isEmpty() ? null : found.get(0));
        say();
    }

    private void say() {
        if (text.get().isEmpty()) {
            count.set(Count.of(""));
        } else if (hits.isEmpty()) {
            count.set(new Count("not found", true, ""));
        } else {
            String more = hits.size() >= Finder.MOST ? "+" : "";
            count.set(Count.of(Numbers.grouped(current + 1) + " of " + Numbers.grouped(hits.size()) + more));
        }
    }
}
