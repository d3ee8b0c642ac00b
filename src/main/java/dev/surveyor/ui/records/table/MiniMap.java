package dev.surveyor.ui.records.table;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.records.rows.RowFeed;
import dev.surveyor.ui.records.rows.RowMarks;
import dev.surveyor.ui.records.rows.RowMarks.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;
import org.jspecify.annotations.Nullable;

/**
 * Ticks over the scroll bar of the table: where the marked records are, the aborted ones, and those of the selected
 * record's key. Drawn at most four times a second, and only when something has changed. The scroll bar gets the mouse.
 */
public final class MiniMap extends Pane implements AutoCloseable {

    private static final int TICKS_BETWEEN = 4;
    private static final double INSET = 2;
    private static final int THICK = 2;
    private static final int REACH = 4;

    /** A key that is everywhere is nothing to look for. */
    private static final double MOST_FILLED = 0.34;

    private final RowFeed feed;
    private final Pulse pulse;
    private final RowMarks marks;
    private final Map<Kind, Path> paths = new EnumMap<>(Kind.class);
    private final Map<Kind, BitSet> drawn = new EnumMap<>(Kind.class);
    private @Nullable Runnable endTicks;
    private @Nullable ConsumedRecord selected;
    private boolean sorted;
    private boolean look;
    private boolean stale;
    private int rest;

    public MiniMap(RowFeed feed, RowMarks marks, Pulse pulse) {
        this.feed = feed;
        this.pulse = pulse;
        this.marks = marks;
        setId("records-minimap");
        setMouseTransparent(true);
        Shown.placedByParent(this);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        for (Kind kind : Kind.values()) {
            Path path = new Path();
            path.getStyleClass().setAll("minimap-tick", style(kind));
            paths.put(kind, path);
            drawn.put(kind, new BitSet());
            getChildren().add(path);
        }
        heightProperty().addListener(change -> changed());
        widthProperty().addListener(change -> {
            drawn.values().forEach(BitSet::clear);
            changed();
        });
    }

    /** Shows the other records of the key of this one. */
    void select(@Nullable ConsumedRecord record) {
        selected = record;
        look = true;
        changed();
    }

    /** A mark came or went, or more is known of transactions. */
    void marksChanged() {
        look = true;
        changed();
    }

    /** Shows nothing while the rows stand in another order than their age. */
    void setSorted(boolean now) {
        sorted = now;
        changed();
    }

    private void changed() {
        stale = true;
        if (endTicks == null) {
            endTicks = pulse.everyTick(this::tick);
        }
    }

    /** The rows have moved. */
    void rowsChanged() {
        if (drawn.keySet().stream()
                .anyMatch(kind -> marks.count(kind) > 0 || !drawn(kind).isEmpty())) {
            changed();
        }
    }

    /** Returns the index, oldest first, of the row whose tick is at that height of the bar; -1 where there is none. */
    int rowAt(double y) {
        int rows = feed.rows().size();
        int place = (int) (y / getHeight() * rows);
        int index = turned() ? rows - 1 - place : place;
        int best = -1;
        for (Kind kind : Kind.values()) {
            int from = Math.max(0, (int) y - REACH);
            int tick = drawn(kind).nextSetBit(from);
            if (tick >= 0 && tick <= y + REACH) {
                int near = marks.nearest(kind, index);
                best = best < 0 || Math.abs(near - index) < Math.abs(best - index) ? near : best;
            }
        }
        return best;
    }

    /** Returns what the marks stand for, empty where there are none. */
    String words() {
        List<String> words = new ArrayList<>();
        add(words, Kind.MARKED, " marked");
        add(words, Kind.SAME_KEY, " of the selected key");
        add(words, Kind.ABORTED, " aborted");
        return words.isEmpty() ? "" : "On this bar: " + String.join(", ", words);
    }

    private boolean turned() {
        return feed.newestFirstProperty().get();
    }

    private BitSet drawn(Kind kind) {
        return Objects.requireNonNull(drawn.get(kind));
    }

    private static String style(Kind kind) {
        return switch (kind) {
            case SAME_KEY -> "same-key";
            case ABORTED -> "aborted";
            case MARKED -> "marked";
        };
    }

    private void add(List<String> words, Kind kind, String word) {
        if (!drawn(kind).isEmpty()) {
            words.add(Numbers.grouped(marks.count(kind)) + word);
        }
    }

    private void tick() {
        if (rest > 0) {
            rest--;
        } else if (stale) {
            stale = false;
            rest = TICKS_BETWEEN;
            draw();
        } else {
            close();
        }
    }

    /** Draws nothing more, unless something changes again. */
    @Override
    public void close() {
        if (endTicks != null) {
            endTicks.run();
            endTicks = null;
        }
    }

    private void draw() {
        int height = (int) getHeight();
        if (getScene() == null || height < 1) {
            return;
        }
        if (look) {
            look = false;
            marks.look(selected);
        }
        for (Kind kind : Kind.values()) {
            BitSet now = sorted ? new BitSet() : marks.parts(kind, height, turned());
            if (kind == Kind.SAME_KEY && now.cardinality() > MOST_FILLED * height) {
                now.clear();
            }
            if (!now.equals(drawn(kind))) {
                drawn.put(kind, now);
                Objects.requireNonNull(paths.get(kind)).getElements().setAll(shape(now));
            }
        }
        setAccessibleText(words());
    }

    /** Returns one box for each run of filled pixels, at least two high. */
    private List<PathElement> shape(BitSet filled) {
        List<PathElement> boxes = new ArrayList<>();
        int from = filled.nextSetBit(0);
        while (from >= 0) {
            int to = Math.max(from + THICK, filled.nextClearBit(from));
            boxes.add(new MoveTo(INSET, from));
            boxes.add(new HLineTo(getWidth() - INSET));
            boxes.add(new VLineTo(to));
            boxes.add(new HLineTo(INSET));
            boxes.add(new ClosePath());
            from = filled.nextSetBit(to);
        }
        return boxes;
    }
}
