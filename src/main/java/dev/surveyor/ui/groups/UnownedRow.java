package dev.surveyor.ui.groups;

import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.group.ChartModel;
import dev.surveyor.service.group.UnownedSpan;
import dev.surveyor.ui.parts.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/** The lane of nobody: hatched bars where partitions had no owner. */
final class UnownedRow extends Pane {

    private static final double PADDING = 9;
    private static final double BAR = 14;
    private static final double STEP = 16;
    private static final double LEAST = 48;
    private static final double LEAST_FOR_TEXT = 64;

    private final Label title = new Label("Unowned");
    private final Label subtitle = new Label("nobody reads these");
    private final Pane bars = new Pane();
    private final NodePool<Gap> pool = new NodePool<>(bars, Gap::new);

    UnownedRow() {
        getStyleClass().addAll("group-lane", "group-unowned");
        title.getStyleClass().add("group-lane-title");
        subtitle.getStyleClass().add("group-lane-subtitle");
        Shown.placedByParent(title, subtitle, bars);
        getChildren().addAll(title, subtitle, bars);
    }

    static double height(ChartModel chart) {
        int rows = rows(chart).size();
        return Math.max(LEAST, 2 * PADDING + Math.max(1, rows) * STEP - (STEP - BAR));
    }

    private static List<UnownedSpan> visible(ChartModel chart) {
        return chart.unowned().stream()
                .filter(span -> span.to() == null || span.to().isAfter(chart.from()))
                .toList();
    }

    /** Puts the spans in as few rows as they fit in; each row holds the end of its last span. */
    private static List<List<UnownedSpan>> rows(ChartModel chart) {
        List<List<UnownedSpan>> rows = new ArrayList<>();
        List<UnownedSpan> spans = new ArrayList<>(visible(chart));
        spans.sort(java.util.Comparator.comparing(UnownedSpan::from).thenComparing(UnownedSpan::partition));
        for (UnownedSpan span : spans) {
            List<UnownedSpan> free = null;
            for (List<UnownedSpan> row : rows) {
                Instant end = row.get(row.size() - 1).to();
                if (end != null && !end.isAfter(span.from())) {
                    free = row;
                    break;
                }
            }
            if (free == null) {
                free = new ArrayList<>();
                rows.add(free);
            }
            free.add(span);
        }
        return rows;
    }

    void show(ChartModel chart, TimeScale scale, double height) {
        title.resizeRelocate(16, height / 2 - 17, LaneChart.LABELS - 20, 18);
        subtitle.resizeRelocate(16, height / 2, LaneChart.LABELS - 20, 16);
        bars.resizeRelocate(
                LaneChart.LABELS, 0, Math.max(0, getWidth() - LaneChart.FIGURES - LaneChart.LABELS), height);
        List<List<UnownedSpan>> rows = rows(chart);
        double top = (height - (rows.size() * STEP - (STEP - BAR))) / 2;
        pool.begin();
        for (int row = 0; row < rows.size(); row++) {
            for (UnownedSpan span : rows.get(row)) {
                double left = scale.clamped(span.from());
                double right = scale.clamped(span.to() == null ? chart.now() : span.to());
                double width = Math.max(4, right - left);
                Gap gap = pool.next();
                gap.show(span, chart, width);
                gap.resizeRelocate(left, top + row * STEP, width, BAR);
            }
        }
        pool.end();
    }

    private static final class Gap extends StackPane {
        private final Label words = new Label();
        private final Tooltip tooltip = new Tooltip();

        Gap() {
            getStyleClass().add("group-gap");
            words.getStyleClass().add("group-gap-words");
            words.setMinWidth(0);
            words.setMaxHeight(BAR - 2);
            setAlignment(Pos.CENTER);
            getChildren().add(words);
            Tooltip.install(this, tooltip);
        }

        void show(UnownedSpan span, ChartModel chart, double width) {
            PartitionId partition = span.partition();
            String length = Times.length(span.length(chart.now()));
            String name = chart.manyTopics() ? partition.toString() : "P" + partition.partition();
            words.setText(name + " " + length);
            words.setVisible(width >= LEAST_FOR_TEXT);
            tooltip.setText(partition + " had no owner for " + length);
        }
    }
}
