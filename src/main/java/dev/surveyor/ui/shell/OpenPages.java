package dev.surveyor.ui.shell;

import dev.surveyor.ui.page.PageAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The tabs: which pages are open, in order, and which one is selected. For the JavaFX thread only. */
final class OpenPages {

    private static final int REMEMBERED_CLOSED = 20;

    // Properties

    private final ObservableList<OpenPage> pages = FXCollections.observableArrayList();
    private final ObservableList<OpenPage> pagesView = FXCollections.unmodifiableObservableList(pages);
    private final ReadOnlyObjectWrapper<@Nullable OpenPage> selected = new ReadOnlyObjectWrapper<>();
    private final Deque<PageAddress> closed = new ArrayDeque<>();

    ObservableList<OpenPage> pages() {
        return pagesView;
    }

    ReadOnlyObjectProperty<@Nullable OpenPage> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    Optional<OpenPage> selected() {
        return Optional.ofNullable(selected.get());
    }

    Optional<OpenPage> find(PageAddress address) {
        return pages.stream().filter(open -> open.address().equals(address)).findFirst();
    }

    // Commands

    /** Selects the page of that address; makes it where it is not open. */
    OpenPage open(PageAddress address, Supplier<OpenPage> maker) {
        OpenPage page = find(address).orElseGet(() -> {
            OpenPage made = maker.get();
            pages.add(made);
            return made;
        });
        selected.set(page);
        return page;
    }

    void select(OpenPage page) {
        selected.set(page);
    }

    /** Selects the page that many tabs to the right, around the ends. */
    void selectNext(int by) {
        if (!pages.isEmpty()) {
            int index = Math.floorMod(pages.indexOf(selected.get()) + by, pages.size());
            selected.set(pages.get(index));
        }
    }

    /** Puts another page in the place of an open one, for instance a live one where a connection came up. */
    void replace(OpenPage old, OpenPage fresh) {
        int index = pages.indexOf(old);
        if (index < 0) {
            return;
        }
        boolean wasSelected = old.equals(selected.get());
        pages.set(index, fresh);
        if (wasSelected) {
            selected.set(fresh);
        }
        old.page().close();
    }

    void close(OpenPage page) {
        int index = pages.indexOf(page);
        if (index < 0) {
            return;
        }
        boolean wasSelected = page.equals(selected.get());
        pages.remove(index);
        if (wasSelected) {
            selected.set(pages.isEmpty() ? null : pages.get(Math.min(index, pages.size() - 1)));
        }
        remember(page.address());
        page.page().close();
    }

    /** Returns the page that was closed last and forgets that it was closed. */
    Optional<PageAddress> takeLastClosed() {
        return Optional.ofNullable(closed.pollFirst());
    }

    private void remember(PageAddress address) {
        closed.remove(address);
        closed.addFirst(address);
        if (closed.size() > REMEMBERED_CLOSED) {
            closed.removeLast();
        }
    }
}
