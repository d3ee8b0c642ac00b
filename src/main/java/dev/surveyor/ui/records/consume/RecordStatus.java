package dev.surveyor.ui.records.consume;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.codec.words.Numbers;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.time.Times;
import dev.surveyor.service.consume.BufferCounts;
import dev.surveyor.service.consume.Flow;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.records.RecordStyles;
import dev.surveyor.ui.records.rows.Marks;
import dev.surveyor.ui.records.rows.RowFeed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;

/** What the table says in the status bar: a sum that adds up, the rate, the lag, the buffer, the zone, the state. */
public final class RecordStatus {

    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
    private static final double ALMOST_FULL = 0.999;

    private final TableConsumer consumer;
    private final RowFeed feed;
    private final Marks marks;
    private final Clock clock;
    private final Label received = number("records-received");
    private final Label shown = number("records-shown");
    private final Label filtered = number("records-filtered");
    private final Label evicted = number("records-evicted");
    private final Label decodeErrors = number("records-decode-errors");
    private final Label marked = number("records-marked");
    private final HBox rest = new HBox();
    private final HBox sum;
    private final Label rate = number("records-rate");
    private final Label rateRest = new Label();
    private final Label lag = number("records-lag");
    private final Label buffer = number("records-buffer");
    private final ProgressBar bufferBar = new ProgressBar(0);
    private final Label zone = word("");
    private final Label state = new Label();
    private final Circle dot = new Circle(4);
    private final HBox rateSegment;
    private final HBox lagSegment;
    private final HBox bufferSegment;
    private final HBox zoneSegment;
    private final HBox stateSegment;
    private final Tooltip sumTooltip = new Tooltip();
    private String tone = "";

    public RecordStatus(TableConsumer consumer, RowFeed feed, Marks marks, Clock clock) {
        this.consumer = consumer;
        this.feed = feed;
        this.marks = marks;
        this.clock = clock;
        rest.getStyleClass().add("records-status-rest");
        rest.setAlignment(Pos.CENTER_LEFT);
        rest.getChildren().addAll(word(" ·  Decode errors"), decodeErrors, word(" ·  Marked"), marked);
        sum = segment(
                word("Received"),
                received,
                word("= Shown"),
                shown,
                word("+ Filtered"),
                filtered,
                word("+ Evicted"),
                evicted,
                rest);
        rateRest.setId("records-bytes-rate");
        rateSegment = segment(rate, rateRest);
        rateSegment.getStyleClass().add("records-rate-segment");
        lagSegment = segment(word("lag"), lag);
        bufferBar.getStyleClass().add("buffer-bar");
        bufferSegment = segment(word("buffer"), bufferBar, buffer);
        zone.setId("records-zone");
        zone.setTooltip(new Tooltip("Time zone of all times in this table; chosen in the settings"));
        nameZone();
        zoneSegment = segment(zone);
        state.setId("records-state");
        dot.getStyleClass().add("state-dot");
        stateSegment = segment(dot, state);
        stateSegment.getStyleClass().add("records-state");
        Tooltip.install(sum, sumTooltip);
        bind();
    }

    /** Says in which zone times are, which may be another one now. */
    public void nameZone() {
        zone.setText(new Times(clock.getZone()).zoneName());
    }

    public List<Node> counts() {
        return List.of(sum);
    }

    public List<Node> state() {
        return List.of(rateSegment, lagSegment, bufferSegment, zoneSegment, stateSegment);
    }

    /** Leaves out what a narrow window has no room for. */
    public void narrow(boolean narrow) {
        for (Node node : List.of(rest, rateSegment, lagSegment)) {
            Shown.set(node, !narrow);
        }
    }

    private void bind() {
        feed.countsProperty().addListener((source, before, now) -> showCounts());
        marks.countProperty().addListener((source, before, now) -> showCounts());
        consumer.flowProperty().addListener((source, before, now) -> showFlow());
        consumer.stateProperty().addListener((source, before, now) -> showFlow());
        showCounts();
        showFlow();
        showState();
    }

    private void showCounts() {
        BufferCounts counts = feed.countsProperty().get();
        received.setText(Numbers.grouped(counts.received()));
        shown.setText(Numbers.grouped(counts.shown()));
        filtered.setText(Numbers.grouped(counts.filtered()));
        evicted.setText(Numbers.grouped(counts.evicted()));
        decodeErrors.setText(Numbers.grouped(counts.decodeErrors()));
        marked.setText(Numbers.grouped(marks.countProperty().get()));
        buffer.setText(Math.round(counts.fill() * 100) + " %");
        bufferBar.setProgress(counts.fill());
        bufferBar.pseudoClassStateChanged(FULL, counts.fill() >= ALMOST_FULL);
        sumTooltip.setText(explanation(counts));
    }

    private static String explanation(BufferCounts counts) {
        return "Shown: kept and matching the filter. Filtered: not matching"
                + (counts.skipped() > 0 ? " (" + Numbers.grouped(counts.skipped()) + " of them not kept)" : "")
                + ". Evicted: gave way to newer records."
                + (counts.late() > 0
                        ? "\nNot counted: " + Counted.of(counts.late(), "record") + " of before a seek or a stop."
                        : "");
    }

    private void showFlow() {
        Flow flow = consumer.flowProperty().get();
        boolean paused = flow.pausedMillis() > 0;
        boolean gone = consumer.stateProperty().get() == TableState.RECONNECTING;
        rate.setText(gone ? "—" : Numbers.grouped(flow.recordsPerSecond()));
        if (paused) {
            rateRest.setText("/s · paused " + Times.length(Duration.ofMillis(flow.pausedMillis())));
        } else {
            String bytes = gone || flow.bytesPerSecond().isEmpty()
                    ? "— kB"
                    : Sizes.text(Math.round(flow.bytesPerSecond().getAsDouble()));
            rateRest.setText("/s · " + bytes + "/s");
        }
        lag.setText(gone ? "—" : flow.lagText());
        showState();
    }

    private void showState() {
        TableState now = consumer.stateProperty().get();
        state.setText(consumer.stateText());
        if (!now.tone().equals(tone)) {
            stateSegment.getStyleClass().remove("tone-" + tone);
            tone = now.tone();
            stateSegment.getStyleClass().add("tone-" + tone);
        }
    }

    private static HBox segment(Node... parts) {
        HBox segment = new HBox(parts);
        segment.getStyleClass().addAll("status-segment", "records-status");
        segment.getStylesheets().add(RecordStyles.sheet());
        segment.setAlignment(Pos.CENTER_LEFT);
        return segment;
    }

    private static Label word(String text) {
        Label label = new Label(text);
        Uncut.keep(label);
        return label;
    }

    private static Label number(String id) {
        Label label = word("0");
        label.setId(id);
        label.getStyleClass().add("semibold");
        return label;
    }
}
