package dev.surveyor.ui.groups;

import dev.surveyor.domain.time.Times;
import dev.surveyor.service.group.ChartModel;
import dev.surveyor.service.group.EpochMark;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The head of the chart: times above, below them the chips of epochs and of now. */
final class LaneAxis extends Pane {

    static final double HEIGHT = 48;

    private final ObservableValue<ZoneId> zone;
    private final Label member = new Label("Member");
    private final Label rate = new Label("rec/s");
    private final Label lag = new Label("Lag");
    private final Label now = new Label("now");
    private final Pane marks = new Pane();
    private final NodePool<Label> times = new NodePool<>(marks, () -> label("group-axis-time"));
    private final NodePool<Label> chips = new NodePool<>(marks, () -> label("group-epoch-chip"));

    /** @param zone in which times are written; looked at with each drawing */
    LaneAxis(ObservableValue<ZoneId> zone) {
        this.zone = zone;
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
        Shown.placedByParent(now);
        marks.getChildren().add(now);
        Shown.placedByParent(member, rate, lag, marks);
        getChildren().addAll(marks, member, rate, lag);
    }

    /** Returns the moment as the axis writes it. */
    String time(Instant moment) {
        return new Times(zone.getValue()).clock(moment);
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        Uncut.keep(label);
        return label;
    }

    /** Draws for lanes of that width, which a scroll bar may have made narrower than this. */
    void show(ChartModel chart, TimeScale scale, double width) {
        double right = width - LaneChart.FIGURES;
        member.resizeRelocate(16, 28, LaneChart.LABELS - 16, 16);
        rate.resizeRelocate(right, 28, 60, 16);
        lag.resizeRelocate(right + 60, 28, 60, 16);
        marks.resizeRelocate(LaneChart.LABELS, 0, Math.max(0, right - LaneChart.LABELS), HEIGHT);
        times.begin();
        for (Instant tick : scale.ticks()) {
            Label time = times.next();
            time.setText(time(tick));
            double wide = widthOf(time);
            double left = scale.x(tick) - wide / 2;
            time.setVisible(left >= 0 && left + wide <= marks.getWidth());
            time.resizeRelocate(left, 6, wide, 16);
        }
        times.end();
        drawChips(chart, scale);
    }

    /** A label that is new, or under a theme that is, has no font yet. */
    private static double widthOf(Label label) {
        label.applyCss();
        return Math.ceil(label.prefWidth(-1));
    }

    /** Chips never overlap: from the right to the left, one that has no room is left out; its line stays. */
    private void drawChips(ChartModel chart, TimeScale scale) {
        double nowWidth = widthOf(now);
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
            double width = widthOf(chip);
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
