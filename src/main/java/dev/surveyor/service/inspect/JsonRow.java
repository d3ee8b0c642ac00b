package dev.surveyor.service.inspect;

import dev.surveyor.codec.JsonItem;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of the tree: a node, or a run of the children of one that has too many to be shown at once.
 *
 * @param item the node, or the node whose children these are
 * @param from the first child of the run, -1 for the node itself
 * @param to the child after the last one of the run
 */
public record JsonRow(JsonItem item, int from, int to) {

    /** How many rows hang on one at most. */
    public static final int MOST_CHILDREN = 1_000;

    public static JsonRow of(JsonItem item) {
        return new JsonRow(item, -1, -1);
    }

    public boolean run() {
        return from >= 0;
    }

    public boolean leaf() {
        return !run() && item.children().isEmpty();
    }

    /** Returns what hangs on this row: children, or runs of them where there are too many. */
    public List<JsonRow> children() {
        int first = run() ? from : 0;
        int end = run() ? to : item.children().size();
        List<JsonRow> rows = new ArrayList<>();
        int step = 1;
        while ((end - first + (long) step - 1) / step > MOST_CHILDREN) {
            step *= MOST_CHILDREN;
        }
        for (int at = first; at < end; at += step) {
            rows.add(
                    step == 1
                            ? of(item.children().get(at))
                            : new JsonRow(item, at, (int) Math.min(end, at + (long) step)));
        }
        return rows;
    }

    /** Returns whether this row is the node, or lies on the way to it. */
    public boolean leadsTo(JsonItem wanted) {
        for (JsonItem at = wanted; at != null; at = at.parent()) {
            if (run() ? item.equals(at.parent()) && at.index() >= from && at.index() < to : item.equals(at)) {
                return true;
            }
        }
        return false;
    }
}
