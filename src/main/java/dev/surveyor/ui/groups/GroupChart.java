package dev.surveyor.ui.groups;

import dev.surveyor.domain.cluster.GroupDetail;
import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.service.group.ChartModel;
import dev.surveyor.service.group.GroupFigures;
import dev.surveyor.service.group.GroupHead;
import dev.surveyor.service.group.Lane;
import dev.surveyor.service.group.LaneBuilder;
import dev.surveyor.service.group.LaneModel;
import dev.surveyor.service.group.RebalanceRow;
import dev.surveyor.service.group.RebalanceTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/**
 * Draws a group from its events, its members and what the coordinator said: lanes, the line above them, and the rows of
 * the history. For the JavaFX thread only.
 */
final class GroupChart {

    /** The range at first. */
    static final Duration FIRST_RANGE = Duration.ofSeconds(65);

    private static final Duration BETWEEN_FORGETTING = Duration.ofSeconds(5);

    private final RebalanceTimeline timeline;
    private final LaneBuilder lanes;
    private final NewestRows rows;
    private final ObjectProperty<Duration> range = new SimpleObjectProperty<>(this, "range", FIRST_RANGE);
    private final ReadOnlyObjectWrapper<ChartModel> model;
    private final ReadOnlyObjectWrapper<GroupHead> head = new ReadOnlyObjectWrapper<>(this, "head", GroupHead.UNKNOWN);
    private GroupFigures figures = GroupFigures.NONE;
    private Instant lastForgot = Instant.MIN;

    /**
     * @param interval how often the coordinator is asked
     */
    GroupChart(String groupId, Duration interval, Instant now) {
        this.timeline = new RebalanceTimeline(groupId);
        this.lanes = new LaneBuilder(interval);
        this.rows = new NewestRows(timeline);
        this.model = new ReadOnlyObjectWrapper<>(this, "model", ChartModel.empty(now, FIRST_RANGE));
    }

    /** How much time is visible. */
    ObjectProperty<Duration> rangeProperty() {
        return range;
    }

    ReadOnlyObjectProperty<ChartModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<GroupHead> headProperty() {
        return head.getReadOnlyProperty();
    }

    /** Returns the history, newest first. */
    ObservableList<RebalanceRow> rows() {
        return rows.list();
    }

    /** Adds what has happened, to be drawn next. */
    void accept(List<ClientEvent> events, Instant now) {
        events.forEach(timeline::accept);
        if (Duration.between(lastForgot, now).compareTo(BETWEEN_FORGETTING) > 0) {
            lastForgot = now;
            timeline.forget(now);
        }
    }

    /** Takes what the coordinator said, to be drawn next. */
    void answered(GroupFigures answer, Instant now) {
        figures = answer;
        lanes.answered(answer, now);
    }

    /**
     * Draws how it is.
     *
     * @param statuses of the members that this app runs or ran, oldest first
     */
    void draw(List<MemberStatus> statuses, Instant now) {
        List<Lane> known = timeline.lanes();
        Instant from = now.minus(range.get());
        List<LaneModel> visible = lanes.lanes(known, statuses, figures, now).stream()
                .filter(lane -> visible(lane.lane(), from))
                .toList();
        model.set(new ChartModel(
                now, range.get(), visible, timeline.epochs(), timeline.unowned(), epochWord(), manyTopics(known)));
        rows.follow();
        head.set(GroupHead.of(figures, visible, timeline.generation(), timeline.totals(now)));
    }

    /** A member that ended before the left edge of the chart has nothing to show. */
    private static boolean visible(Lane lane, Instant from) {
        Instant last = lane.expiredAt() == null ? lane.endedAt() : lane.expiredAt();
        boolean open =
                switch (lane.end()) {
                    case LIVES, VANISHED, POLLED_TOO_LATE -> true;
                    case SEAT_KEPT -> lane.expiredAt() == null;
                    case LEFT, SESSION_RAN_OUT, FENCED -> false;
                };
        return open || last == null || last.isAfter(from);
    }

    private static boolean manyTopics(List<Lane> lanes) {
        return lanes.stream()
                        .flatMap(lane -> lane.spans().stream())
                        .map(span -> span.partition().topic())
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    private String epochWord() {
        GroupDetail detail = figures.detail();
        return detail != null && detail.groupEpoch().isPresent() ? "epoch" : "gen";
    }
}
