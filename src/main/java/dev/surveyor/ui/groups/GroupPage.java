package dev.surveyor.ui.groups;

import dev.surveyor.codec.words.Numbers;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.group.GroupHead;
import dev.surveyor.service.group.GroupLags;
import dev.surveyor.service.group.Lane;
import dev.surveyor.service.group.RebalanceTotals;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.page.TitledPage;
import dev.surveyor.ui.parts.Dot;
import dev.surveyor.ui.parts.StatusSegment;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** A tab with one consumer group, which need not exist yet. For the JavaFX thread only. */
final class GroupPage extends TitledPage {

    private final GroupViewModel model;
    private final GroupView view;
    private final StatusSegment counts = new StatusSegment("group-status-counts");
    private final Label rebalances;
    private final Label unowned;
    private final Label redelivered;
    private final Label skipped;
    private final Label callbacksFailed;
    private final StatusSegment rateSegment = new StatusSegment("group-status-rate");
    private final Label rate = rateSegment.value("group-rate-total", "—");
    private final StatusSegment lagSegment = new StatusSegment("group-status-lag").words("lag");
    private final Label lag = lagSegment.value("group-lag-total", "—");
    private final StatusSegment stateSegment = new StatusSegment("group-status-state");
    private final Dot stateDot = stateSegment.dot(Dot.Kind.MUTED);
    private final Label state = stateSegment.value("group-view-state", "");

    /**
     * Opens a group.
     *
     * @param session the connection
     * @param groupId its {@code group.id}
     * @param topics what new members subscribe to at first; may be empty, the user then chooses
     * @param toolkit about the connection; its settings keep how parts of the page are sized
     * @param openSeek opens the dialog that sets the commits of the group
     */
    GroupPage(ClusterSession session, String groupId, List<String> topics, Toolkit toolkit, Runnable openSeek) {
        super("Group " + groupId);
        this.model = new GroupViewModel(session, groupId, topics, toolkit);
        this.view = new GroupView(model, toolkit, openSeek);
        counts.words("Rebalances");
        rebalances = counts.value("group-rebalances", "0");
        counts.words("· Unowned");
        unowned = counts.value("group-unowned-total", "0 ms");
        counts.words("· Redelivered");
        redelivered = counts.value("group-redelivered-total", "0");
        counts.words("· Skipped");
        skipped = counts.value("group-skipped-total", "0");
        counts.words("· Callbacks failed");
        callbacksFailed = counts.value("group-callbacks-failed", "0");
        rateSegment.words("rec/s");
        model.headProperty().addListener((at, old, now) -> show(now));
        model.pausedProperty()
                .addListener((at, old, now) -> show(model.headProperty().get()));
        show(model.headProperty().get());
    }

    private void show(GroupHead head) {
        RebalanceTotals totals = head.totals();
        rebalances.setText(Numbers.grouped(totals.rebalances()));
        unowned.setText(seconds(totals.unowned()));
        redelivered.setText(Numbers.grouped(totals.redelivered()));
        skipped.setText(Numbers.grouped(totals.skipped()));
        callbacksFailed.setText(Numbers.grouped(totals.callbacksFailed()));
        rate.setText(head.rate().isPresent() ? Numbers.grouped(head.rate().getAsLong()) : "—");
        lag.setText(GroupLags.text(head.lag()));
        boolean paused = model.pausedProperty().get();
        boolean own = model.chartProperty().get().lanes().stream()
                .anyMatch(lane -> lane.status() != null && lane.lane().end() == Lane.End.LIVES);
        boolean live = head.members().there() > 0;
        state.setText(
                paused ? "View paused" : live ? "Live" : head.equals(GroupHead.UNKNOWN) ? "Asking" : "No members");
        stateDot.setKind(paused ? Dot.Kind.WARN : live ? Dot.Kind.OK : Dot.Kind.MUTED);
        mark(paused ? Mark.PAUSED : own ? Mark.LIVE : Mark.NONE);
    }

    private static String seconds(Duration length) {
        return length.isZero() ? "0 s" : String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1_000.0);
    }

    /** Returns what this page shows and does, for scripts and tests. */
    GroupViewModel model() {
        return model;
    }

    @Override
    public Node content() {
        return view;
    }

    @Override
    public List<Node> statusCounts() {
        return List.of(counts);
    }

    @Override
    public List<Node> statusState() {
        return List.of(rateSegment, lagSegment, stateSegment);
    }

    @Override
    public void focus() {
        view.focusFirst();
    }

    @Override
    public void close() {
        model.close();
    }
}
