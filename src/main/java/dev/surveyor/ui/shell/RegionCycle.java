package dev.surveyor.ui.shell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Moves the focus from one region of the window to the next, as F6 does on most desktops. */
final class RegionCycle {

    private final Supplier<List<Place>> places;

    RegionCycle(Supplier<List<Place>> places) {
        this.places = places;
    }

    /**
     * A region that the focus can go to.
     *
     * @param begin puts the focus where a user would begin; null for the first control
     */
    record Place(Region region, @Nullable Runnable begin) {}

    /** Puts the focus on the first control of the next region (1) or the one before (-1) that has any. */
    void move(Node focusOwner, int by) {
        List<Place> all = places.get();
        int at = indexOf(all, focusOwner);
        for (int step = 1; step <= all.size(); step++) {
            Place candidate = all.get(Math.floorMod(at + by * step, all.size()));
            Optional<Node> target = firstFocusable(candidate.region());
            if (target.isPresent()) {
                Objects.requireNonNullElse(candidate.begin(), target.get()::requestFocus)
                        .run();
                return;
            }
        }
    }

    private static int indexOf(List<Place> places, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            for (int i = 0; i < places.size(); i++) {
                if (places.get(i).region().equals(at)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static Optional<Node> firstFocusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream()
                    .map(RegionCycle::firstFocusable)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return Optional.empty();
    }
}
