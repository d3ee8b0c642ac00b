package dev.surveyor.ui.groups;

import dev.surveyor.service.group.ChartModel;
import dev.surveyor.service.group.EpochMark;
import dev.surveyor.service.group.LaneModel;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyledShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of a group below each other, with the lines of epochs and of now through all of them. The arrow keys choose
 * a lane, as a click does.
 */
final class LaneChart extends Pane {

    /** Width of the names at the left. */
    static final double LABELS = 172;

    /** Width of the figures at the right. */
    static final double FIGURES = 136;

    private final LaneAxis axis;
    private final Consumer<@Nullable String> onSelect;
    private final Pane grid = new Pane();
    private final NodePool<Region> gridLines = new NodePool<>(grid, () -> line("group-grid-line"));
    private final Pane rows = new Pane();
    private final NodePool<LaneRow> lanes;
    private final Pane lines = new Pane();
    private final NodePool<Region> epochLines = new NodePool<>(lines, () -> line("group-epoch-line"));
    private final UnownedRow unowned = new UnownedRow();
    private final Region nowLine = line("group-now-line");
    private final Region leftEdge = line("group-edge-line");
    private final Region rightEdge = line("group-edge-line");
    private final List<String> keys = new ArrayList<>();
    private ChartModel model;
    private @Nullable String selected;

    /**
     * @param axis drawn with the lanes, and standing above what scrolls
     * @param onSelect told the key of the lane that the user chose
     */
    LaneChart(LaneAxis axis, ChartModel first, Consumer<@Nullable String> onSelect) {
        this.axis = axis;
        this.lanes = new NodePool<>(rows, () -> new LaneRow(axis::time));
        this.model = first;
        this.onSelect = onSelect;
        setId("group-members");
        getStyleClass().add("group-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        lines.setMouseTransparent(true);
        grid.setMouseTransparent(true);
        Shown.placedByParent(grid, rows, lines, unowned, nowLine);
        unowned.setId("group-unowned");
        rows.getChildren().add(unowned);
        lines.getChildren().addAll(leftEdge, rightEdge, nowLine);
        getChildren().addAll(grid, rows, lines);
        axis.widthProperty().addListener((at, old, now) -> requestLayout());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private static Region line(String styleClass) {
        Region line = new StyledShape(styleClass);
        Shown.placedByParent(line);
        return line;
    }

    void show(ChartModel now, @Nullable String selectedKey) {
        boolean grown = heightOf(now) != heightOf(model);
        model = now;
        selected = selectedKey;
        setAccessibleText("Members of the group: " + now.lanes().size() + ". The table below has the same as text.");
        if (grown) {
            requestLayout();
        }
        draw();
    }

    private static double heightOf(ChartModel chart) {
        double height = chart.lanes().isEmpty() ? 0 : UnownedRow.height(chart);
        for (LaneModel lane : chart.lanes()) {
            height += LaneRow.height(lane, chart);
        }
        return height;
    }

    @Override
    protected double computePrefHeight(double width) {
        return heightOf(model);
    }

    @Override
    protected double computeMinHeight(double width) {
        return heightOf(model);
    }

    @Override
    protected void layoutChildren() {
        draw();
    }

    private void draw() {
        double width = getWidth();
        double timeWidth = Math.max(1, width - LABELS - FIGURES);
        TimeScale scale = new TimeScale(model.from(), model.now(), timeWidth);
        axis.show(model, scale, width);
        drawLanes(scale, width);
        drawLines(scale, width);
    }

    private void drawLanes(TimeScale scale, double width) {
        keys.clear();
        lanes.begin();
        double top = 0;
        for (LaneModel lane : model.lanes()) {
            double height = LaneRow.height(lane, model);
            String key = lane.lane().key();
            keys.add(key);
            LaneRow row = lanes.next();
            row.setOnMousePressed(pressed -> {
                requestFocus();
                onSelect.accept(key);
                // The scroll pane around would take the focus, and with it the arrow keys.
                pressed.consume();
            });
            row.resizeRelocate(0, top, width, height);
            row.show(lane, model, scale, key.equals(selected), height);
            top += height;
        }
        lanes.end();
        double height = UnownedRow.height(model);
        unowned.setVisible(!model.lanes().isEmpty());
        unowned.resizeRelocate(0, top, width, height);
        unowned.show(model, scale, height);
    }

    private void drawLines(TimeScale scale, double width) {
        double height = heightOf(model);
        rows.resizeRelocate(0, 0, width, height);
        grid.resizeRelocate(0, 0, width, height);
        lines.resizeRelocate(0, 0, width, height);
        gridLines.begin();
        for (Instant tick : scale.ticks()) {
            gridLines.next().resizeRelocate(LABELS + Math.rint(scale.x(tick)), 0, 1, height);
        }
        gridLines.end();
        epochLines.begin();
        for (EpochMark mark : model.epochs()) {
            if (mark.at().isAfter(model.from())) {
                epochLines.next().resizeRelocate(LABELS + Math.rint(scale.x(mark.at())), 0, 1, height);
            }
        }
        epochLines.end();
        leftEdge.resizeRelocate(LABELS - 1, 0, 1, height);
        rightEdge.resizeRelocate(width - FIGURES, 0, 1, height);
        nowLine.setVisible(!model.lanes().isEmpty());
        nowLine.resizeRelocate(LABELS + Math.rint(scale.x(model.now())) - 1, 0, 2, height);
    }

    private void key(KeyEvent event) {
        int step;
        switch (event.getCode()) {
            case DOWN -> step = 1;
            case UP -> step = -1;
            default -> {
                return;
            }
        }
        event.consume();
        if (!keys.isEmpty()) {
            int at = selected == null ? -1 : keys.indexOf(selected);
            int next = Math.max(0, Math.min(keys.size() - 1, at + step));
            onSelect.accept(keys.get(next));
        }
    }
}
