package dev.surveyor.ui.groups;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.domain.record.PartitionId;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.group.ChartModel;
import dev.surveyor.service.group.GroupLags;
import dev.surveyor.service.group.Lane;
import dev.surveyor.service.group.LaneModel;
import dev.surveyor.service.group.OwnedSpan;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.StyledShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lane of one member: its name at the left, its bars over time, its figures at the right. */
final class LaneRow extends Pane {

    private static final double PADDING = 9;
    private static final double BAR = 14;
    private static final double STEP = 16;
    private static final double LEAST = 48;

    private final StyledShape edge = new StyledShape("group-lane-edge");
    private final StyledShape dot = new StyledShape("group-lane-dot");
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final Label rate = new Label();
    private final Label lag = new Label();
    private final Pane bars = new Pane();
    private final NodePool<SpanBar> pool = new NodePool<>(bars, SpanBar::new);
    private final FontIcon cross = new FontIcon(Feather.X);
    private final Line silence = new Line();
    private final Label fate = new Label();
    private final Tooltip about = new Tooltip();
    private final Function<Instant, String> time;
    private String tone = "";

    /** @param time writes a moment */
    LaneRow(Function<Instant, String> time) {
        this.time = time;
        getStyleClass().add("group-lane");
        title.getStyleClass().add("group-lane-title");
        subtitle.getStyleClass().add("group-lane-subtitle");
        rate.getStyleClass().add("group-lane-figure");
        lag.getStyleClass().addAll("group-lane-figure", "group-lane-lag");
        silence.getStyleClass().add("group-silence");
        cross.getStyleClass().add("group-cross");
        fate.getStyleClass().add("group-fate");
        title.setTooltip(about);
        subtitle.setTooltip(about);
        Shown.placedByParent(edge, dot, title, subtitle, rate, lag, bars, fate, silence, cross);
        getChildren().addAll(edge, dot, title, subtitle, bars, silence, cross, fate, rate, lag);
    }

    /** Returns the height of the lane: a bar for each partition that is visible. */
    static double height(LaneModel lane, ChartModel chart) {
        return Math.max(LEAST, 2 * PADDING + Math.max(1, slots(lane, chart).size()) * STEP - (STEP - BAR));
    }

    private static List<PartitionId> slots(LaneModel lane, ChartModel chart) {
        TreeSet<PartitionId> slots = new TreeSet<>();
        for (OwnedSpan span : lane.lane().spans()) {
            if (span.to() == null || span.to().isAfter(chart.from())) {
                slots.add(span.partition());
            }
        }
        return List.copyOf(slots);
    }

    void show(LaneModel model, ChartModel chart, TimeScale scale, boolean selected, double height) {
        Styles.set(this, "selected", selected);
        edge.setVisible(selected);
        String now = model.tone().name().toLowerCase(java.util.Locale.ROOT);
        if (!now.equals(tone)) {
            dot.getStyleClass().remove(tone);
            subtitle.getStyleClass().remove(tone);
            dot.getStyleClass().add(now);
            subtitle.getStyleClass().add(now);
            tone = now;
        }
        Lane lane = model.lane();
        title.setText(lane.letter().isEmpty() ? lane.client() : lane.title());
        subtitle.setText(model.subtitle());
        String note = GroupLags.note(model.lag());
        about.setText(note.isEmpty() ? model.about() : model.about() + "\n" + note);
        boolean lives = lane.end() == Lane.End.LIVES;
        rate.setText(figure(model.rate()));
        lag.setText(GroupLags.brief(model.lag()));
        Styles.set(lag, "behind", lives && GroupLags.worthALook(model.lag()));
        setAccessibleText(lane.title() + ", " + model.subtitle() + ", owns "
                + Counted.of(lane.open().size(), "partition") + ", lag " + GroupLags.text(model.lag()));
        place(height);
        drawBars(model, chart, scale);
        drawFate(model, chart, scale, height);
    }

    private static String figure(OptionalLong value) {
        return value.isPresent() ? Numbers.grouped(value.getAsLong()) : "—";
    }

    private void place(double height) {
        double width = getWidth();
        edge.resizeRelocate(0, 0, 3, height - 1);
        dot.resizeRelocate(16, height / 2 - 12, 8, 8);
        title.resizeRelocate(32, height / 2 - 17, LaneChart.LABELS - 36, 18);
        subtitle.resizeRelocate(32, height / 2, LaneChart.LABELS - 36, 16);
        double right = width - LaneChart.FIGURES;
        rate.resizeRelocate(right, height / 2 - 9, 60, 18);
        lag.resizeRelocate(right + 60, height / 2 - 9, 60, 18);
        bars.resizeRelocate(LaneChart.LABELS, 0, Math.max(0, right - LaneChart.LABELS), height);
    }

    private void drawBars(LaneModel model, ChartModel chart, TimeScale scale) {
        List<PartitionId> slots = slots(model, chart);
        double top = (bars.getHeight() - (slots.size() * STEP - (STEP - BAR))) / 2;
        pool.begin();
        for (OwnedSpan span : model.lane().spans()) {
            Instant end = span.to() == null ? chart.now() : span.to();
            if (end.isBefore(chart.from())) {
                continue;
            }
            double left = scale.clamped(span.from());
            double width = Math.max(1, scale.clamped(end) - left);
            SpanBar bar = pool.next();
            bar.show(span.partition(), span.sampled(), chart.manyTopics(), words(model, span, end), width);
            bar.resizeRelocate(left, top + slots.indexOf(span.partition()) * STEP, width, BAR);
        }
        pool.end();
    }

    private static String words(LaneModel model, OwnedSpan span, Instant end) {
        String since = span.to() == null ? ", owned for " : ", was owned for ";
        return span.partition() + " by " + model.lane().title() + since
                + Times.length(Duration.between(span.from(), end))
                + (span.sampled() ? " (sampled: only as exact as the asking)" : "");
    }

    private void drawFate(LaneModel model, ChartModel chart, TimeScale scale, double height) {
        Lane lane = model.lane();
        Instant ended = lane.endedAt();
        boolean silent =
                switch (lane.end()) {
                    case VANISHED, SESSION_RAN_OUT, SEAT_KEPT, POLLED_TOO_LATE -> true;
                    case LIVES, LEFT, FENCED -> false;
                };
        boolean visible = silent
                && ended != null
                && (lane.expiredAt() == null || lane.expiredAt().isAfter(chart.from()));
        boolean mild = lane.end() == Lane.End.SEAT_KEPT || lane.end() == Lane.End.POLLED_TOO_LATE;
        for (javafx.scene.Node node : List.of(cross, silence, fate)) {
            Styles.set(node, "mild", mild);
        }
        cross.setVisible(visible);
        silence.setVisible(visible);
        fate.setVisible(visible);
        if (!visible || ended == null) {
            return;
        }
        double middle = height / 2;
        double left = LaneChart.LABELS + scale.clamped(ended) + 10;
        Instant until = lane.expiredAt() == null ? chart.now() : lane.expiredAt();
        double right = LaneChart.LABELS + scale.clamped(until);
        fate.setText(fate(model, Duration.between(ended, until)));
        cross.relocate(left - 7, middle - 8);
        silence.setStartX(Math.min(left + 14, right));
        silence.setEndX(right);
        silence.setStartY(middle);
        silence.setEndY(middle);
        placeFate(model, chart, scale, left + 14, middle);
    }

    private String fate(LaneModel model, Duration waited) {
        boolean open = model.lane().expiredAt() == null;
        return switch (model.lane().end()) {
            case SEAT_KEPT ->
                !open
                        ? "left for now \u00b7 seat given up after " + Times.length(waited)
                        : model.seatUntil() == null
                                ? "left for now \u00b7 its seat is kept, " + Times.length(waited)
                                : "left for now \u00b7 its seat is kept until " + time.apply(model.seatUntil())
                                        + " at the latest";
            case POLLED_TOO_LATE -> "polled too late \u00b7 out of the group until it polls again";
            case LIVES, LEFT, FENCED, VANISHED, SESSION_RAN_OUT ->
                open
                        ? "vanished \u00b7 the coordinator waits, " + Times.length(waited)
                        : "vanished \u00b7 session ran out after " + Times.length(waited);
        };
    }

    /** The words stand right of the cross; where they have no room there, left of the bars. */
    private void placeFate(LaneModel model, ChartModel chart, TimeScale scale, double left, double middle) {
        fate.applyCss();
        double wide = Math.ceil(fate.prefWidth(-1));
        double right = getWidth() - LaneChart.FIGURES;
        Instant first = model.lane().spans().stream()
                .map(OwnedSpan::from)
                .min(Instant::compareTo)
                .orElse(chart.now());
        double before = LaneChart.LABELS + scale.clamped(first) - wide - 8;
        boolean fits = left + wide <= right || before < LaneChart.LABELS;
        fate.resizeRelocate(fits ? left : before, middle - 9, Math.max(0, Math.min(wide, right - 2 - left)), 18);
        if (!fits) {
            fate.resize(wide, 18);
        }
    }
}
