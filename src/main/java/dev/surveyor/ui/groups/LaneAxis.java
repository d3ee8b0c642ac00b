package dev.surveyor.ui.groups;

import dev.surveyor.service.group.EpochMark;
import dev.surveyor.ui.parts.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The head of the chart: times above, below them the chips of epochs and of now. */
final class LaneAxis extends Pane {

    static final double HEIGHT = 48;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;
    private final Label member = new Label("Member");
    private final Label rate = new Label("rec/s");
    private final Label lag = new Label("Lag");
    private final Label now = new Label("now");
    private final Pane marks = new Pane();
    private final NodePool<Label> times = new NodePool<>(marks, () -> label("group-axis-time"));
    private final NodePool<Label> chips = new NodePool<>(marks, () -> label("group-epoch-chip"));

    LaneAxis(Times times) {
        this.zone = times.zone();
        getStyleClass().add("group-axis");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        for (Label head : List.of(member, rate, lag)) {
            head.getStyleClass().add("group-axis-head");
        }
        rate.getStyleClass().add("group-axis-figure");
        lag.getStyleClass().add("group-axis-figure");
        now.getStyleClass().add("group-now-chip");
        now.setManaged(false);
        marks.getChildren().add(now);
        for (Region node : List.of(member, rate, lag, marks)) {
            node.setManaged(false);
        }
        getChildren().addAll(marks, member, rate, lag);
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    void show(ChartModel chart, TimeScale scale) {
        double right = getWidth() - LaneChart.FIGURES;
        member.resizeRelocate(16, 28, LaneChart.LABELS - 16, 16);
        rate.resizeRelocate(right, 28, 60, 16);
        lag.resizeRelocate(right + 60, 28, 60, 16);
        marks.resizeRelocate(LaneChart.LABELS, 0, Math.max(0, right - LaneChart.LABELS), HEIGHT);
        times.begin();
        for (Instant tick : scale.ticks()) {
            Label time = times.next();
            time.setText(TIME.format(tick.atZone(zone)));
            double width = time.prefWidth(-1);
            double left = scale.x(tick) - width / 2;
            time.setVisible(left >= 0 && left + width <= marks.getWidth());
            time.resizeRelocate(left, 6, width, 16);
        }
        times.end();
        drawChips(chart, scale);
    }

    /** Chips never overlap: from the right to the left, one that has no room is left out; its line stays. */
    private void drawChips(ChartModel chart, TimeScale scale) {
        double nowWidth = now.prefWidth(-1);
        double nowLeft = Math.min(scale.x(chart.now()) - nowWidth / 2, marks.getWidth() - nowWidth);
        now.resizeRelocate(nowLeft, 25, nowWidth, 20);
        now.setVisible(!chart.lanes().isEmpty());
        double free = nowLeft - 4;
        chips.begin();
        List<EpochMark> epochs = chart.epochs();
        for (int i = epochs.size() - 1; i >= 0; i--) {
            EpochMark mark = epochs.get(i);
            boolean before = mark.at().isBefore(chart.from());
            Label chip = chips.next();
            chip.setText(chart.epochWord() + " " + mark.number());
            double width = chip.prefWidth(-1);
            double left = before ? 4 : Math.max(0, scale.x(mark.at()) - width / 2);
            boolean fits = left + width <= free;
            chip.setVisible(fits);
            chip.resizeRelocate(left, 25, width, 20);
            if (fits) {
                free = left - 4;
            }
            if (before) {
                break;
            }
        }
        chips.end();
    }
}
