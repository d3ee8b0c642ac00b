package dev.surveyor.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;

/** Moves the focus from one region of the window to the next, as F6 does on most desktops. */
final class RegionCycle {

    private final Supplier<List<Region>> regions;

    RegionCycle(Supplier<List<Region>> regions) {
        this.regions = regions;
    }

    /** Puts the focus on the first control of the next region (1) or the one before (-1) that has any. */
    void move(Node focusOwner, int by) {
        List<Region> all = regions.get();
        int at = indexOf(all, focusOwner);
        for (int step = 1; step <= all.size(); step++) {
            Region candidate = all.get(Math.floorMod(at + by * step, all.size()));
            Optional<Node> target = firstFocusable(candidate);
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    private static int indexOf(List<Region> regions, Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Region region && regions.contains(region)) {
                return regions.indexOf(region);
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
