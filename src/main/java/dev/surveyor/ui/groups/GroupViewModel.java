package dev.surveyor.ui.groups;

import dev.surveyor.domain.cluster.TopicSummary;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.service.group.Lane;
import dev.surveyor.service.group.RebalanceRow;
import dev.surveyor.service.group.RebalanceTimeline;
import dev.surveyor.service.group.RebalanceTotals;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One consumer group: follows its events ten times a second, asks its coordinator every two seconds, and starts,
 * controls and ends members of this app. For the JavaFX thread only.
 */
public final class GroupViewModel implements AutoCloseable {

    /** How often the coordinator is asked. */
    static final Duration INTERVAL = Duration.ofSeconds(2);

    /** The range at first. */
    static final Duration FIRST_RANGE = Duration.ofSeconds(65);

    private static final int TICKS_PER_DRAWING = 2;
    private static final Duration BETWEEN_FORGETTING = Duration.ofSeconds(5);

    private final ClusterSession session;
    private final String groupId;
    private final UiExecutor uiExecutor;
    private final Clock clock;
    private final RebalanceTimeline timeline;
    private final LaneBuilder lanes = new LaneBuilder(INTERVAL);
    private final Runnable endTicks;
    private final Runnable endWatching;
    private final AddMemberForm form;
    private final ObjectProperty<Duration> range = new SimpleObjectProperty<>(this, "range", FIRST_RANGE);
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
    private final ObjectProperty<@Nullable String> selectedLane = new SimpleObjectProperty<>(this, "selectedLane");
    private final ReadOnlyObjectWrapper<ChartModel> chart;
    private final ReadOnlyObjectWrapper<GroupHead> head = new ReadOnlyObjectWrapper<>(this, "head", GroupHead.UNKNOWN);
    private final ReadOnlyObjectWrapper<@Nullable BrokerFailure> failure = new ReadOnlyObjectWrapper<>(this, "failure");
    private final NewestRows rows;
    private final GroupPoll poll;
    private final ObservableList<String> knownTopics = FXCollections.observableArrayList();

    private final List<GroupMember> started = new ArrayList<>();
    private final Map<String, Duration> delays = new HashMap<>();
    private GroupFigures figures = GroupFigures.NONE;
    private long seen;
    private int ticks;
    private boolean suggested;
    private Instant lastForgot = Instant.MIN;
    private @Nullable BrokerFailure dismissed;
    private @Nullable BrokerFailure asked;

    /**
     * Follows a group; it need not exist yet.
     *
     * @param session the connection
     * @param groupId its {@code group.id}
     * @param topics what the form for new members begins with, may be empty
     * @param uiExecutor runs answers on the JavaFX thread
     * @param pulse ticks on the JavaFX thread
     * @param clock tells the time
     */
    public GroupViewModel(
            ClusterSession session,
            String groupId,
            List<String> topics,
            UiExecutor uiExecutor,
            Pulse pulse,
            Clock clock) {
        this.session = session;
        this.groupId = groupId;
        this.uiExecutor = uiExecutor;
        this.clock = clock;
        this.timeline = new RebalanceTimeline(groupId);
        this.rows = new NewestRows(timeline);
        this.poll = new GroupPoll(session.cluster(), groupId, INTERVAL, uiExecutor, new Answers());
        this.form = new AddMemberForm(groupId, topics);
        this.chart = new ReadOnlyObjectWrapper<>(this, "chart", ChartModel.empty(clock.instant(), FIRST_RANGE));
        range.addListener((at, old, now) -> redraw());
        this.endWatching = session.members().watch(groupId, INTERVAL);
        this.endTicks = pulse.everyTick(this::tick);
        update();
    }

    // Properties

    public String groupId() {
        return groupId;
    }

    /** Returns the form for new members. */
    public AddMemberForm form() {
        return form;
    }

    /** How much time the chart shows. */
    public ObjectProperty<Duration> rangeProperty() {
        return range;
    }

    /** While set, chart and rows stand still; events are collected all the same. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** The key of the lane that the controls are for, or null. */
    public ObjectProperty<@Nullable String> selectedLaneProperty() {
        return selectedLane;
    }

    ReadOnlyObjectProperty<ChartModel> chartProperty() {
        return chart.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<GroupHead> headProperty() {
        return head.getReadOnlyProperty();
    }

    /** Why the group could not be asked, or why a member of this app failed last; null where all is well. */
    public ReadOnlyObjectProperty<@Nullable BrokerFailure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Returns the history, newest first. */
    public ObservableList<RebalanceRow> rows() {
        return rows.list();
    }

    /** Returns the topics of the cluster, for choosing; filled by {@link #askForTopics()}. */
    public ObservableList<String> knownTopics() {
        return knownTopics;
    }

    /** Returns the lane that is selected, or null. */
    @Nullable
    LaneModel selected() {
        return chart.get().lanes().stream()
                .filter(lane -> lane.lane().key().equals(selectedLane.get()))
                .findFirst()
                .orElse(null);
    }

    // Commands

    /** Starts the members of the form. */
    public void startMembers() {
        if (!form.problem().get().isEmpty()) {
            return;
        }
        for (MemberSettings settings : form.settings()) {
            GroupMember member = session.members().start(settings, form.topicNames());
            started.add(member);
            if (selectedLane.get() == null) {
                selectedLane.set(member.status().clientId());
            }
        }
        update();
    }

    /** Stops fetching, or goes on. */
    public void pauseOrResume() {
        MemberStatus.Phase phase = phaseOfSelected();
        if (phase != null) {
            boolean stopped = phase == MemberStatus.Phase.PAUSED || phase == MemberStatus.Phase.NOT_POLLING;
            withSelected(stopped ? GroupMember::resume : GroupMember::pause);
        }
    }

    /** Leaves the group with the selected member. */
    public void leave() {
        withSelected(GroupMember::close);
    }

    /** Ends the selected member without telling the coordinator. */
    public void vanish() {
        withSelected(member -> {
            var unused = member.vanish();
        });
    }

    /** Polls no more with the selected member, or polls again. */
    public void stopOrStartPolling() {
        boolean stopped = phaseOfSelected() == MemberStatus.Phase.NOT_POLLING;
        withSelected(stopped ? GroupMember::resume : GroupMember::stopPolling);
    }

    /** Changes the time that each record of the selected member takes. */
    public void processingDelay(Duration delay) {
        String key = selectedLane.get();
        if (key != null) {
            delays.put(key, delay);
        }
        withSelected(member -> member.processingDelay(delay));
    }

    /** Returns whether the records of the selected member can be made to take time. */
    boolean selectedTakesDelay() {
        String key = selectedLane.get();
        return session.members().of(groupId).stream()
                .anyMatch(member -> member.status().clientId().equals(key) && member.takesProcessingDelay());
    }

    /** Returns the time that each record of the member takes now. */
    Duration delayOf(String lane, MemberStatus status) {
        return delays.getOrDefault(lane, status.settings().processingDelay());
    }

    /** Takes the failure off the screen until there is another. */
    public void dismissFailure() {
        dismissed = failure.get();
        failure.set(null);
    }

    /** Asks the cluster for its topics, unless they are known. */
    public void askForTopics() {
        if (knownTopics.isEmpty()) {
            uiExecutor.whenDone(session.cluster().overview(), (overview, thrown) -> {
                if (overview != null) {
                    knownTopics.setAll(overview.topics().stream()
                            .filter(topic -> !topic.internal())
                            .map(TopicSummary::name)
                            .toList());
                }
            });
        }
    }

    /** Stops following. The members that were started here leave: without the page nobody would see them. */
    @Override
    public void close() {
        endTicks.run();
        endWatching.run();
        started.forEach(GroupMember::close);
    }

    private MemberStatus.@Nullable Phase phaseOfSelected() {
        LaneModel lane = selected();
        return lane == null || lane.status() == null ? null : lane.status().phase();
    }

    private void withSelected(java.util.function.Consumer<GroupMember> order) {
        String key = selectedLane.get();
        session.members().of(groupId).stream()
                .filter(member -> member.status().clientId().equals(key))
                .reduce((first, second) -> second)
                .ifPresent(order);
        update();
    }

    private void tick() {
        ticks++;
        if (ticks % TICKS_PER_DRAWING == 0) {
            update();
        }
    }

    private void update() {
        Instant now = clock.instant();
        EventStream.Page page = session.events().since(seen);
        seen = page.seen();
        page.events().forEach(timeline::accept);
        if (Duration.between(lastForgot, now).compareTo(BETWEEN_FORGETTING) > 0) {
            lastForgot = now;
            timeline.forget(now);
        }
        poll.turn(now);
        if (!paused.get()) {
            draw(now);
        }
    }

    private void redraw() {
        draw(paused.get() ? chart.get().now() : clock.instant());
    }

    private void draw(Instant now) {
        List<MemberStatus> statuses =
                session.members().of(groupId).stream().map(GroupMember::status).toList();
        List<Lane> known = timeline.lanes();
        Instant from = now.minus(range.get());
        List<LaneModel> models = lanes.lanes(known, statuses, figures, now).stream()
                .filter(lane -> visible(lane.lane(), from))
                .toList();
        boolean manyTopics = known.stream()
                        .flatMap(lane -> lane.spans().stream())
                        .map(span -> span.partition().topic())
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
        String word = figures.detail() != null && figures.detail().groupEpoch().isPresent() ? "epoch" : "gen";
        chart.set(new ChartModel(now, range.get(), models, timeline.epochs(), timeline.unowned(), word, manyTopics));
        rows.follow();
        RebalanceTotals totals = timeline.totals(now);
        head.set(GroupHead.of(figures.detail(), models, timeline.generation(), figures.lag(), totals));
        statuses.stream()
                .map(MemberStatus::failure)
                .filter(Objects::nonNull)
                .reduce((first, second) -> second)
                .ifPresent(this::fail);
    }

    /** A member that ended before the left edge of the chart has nothing to show. */
    private static boolean visible(Lane lane, Instant from) {
        Instant last = lane.expiredAt() == null ? lane.endedAt() : lane.expiredAt();
        return lane.end() == Lane.End.LIVES || lane.end() == Lane.End.VANISHED || last == null || last.isAfter(from);
    }

    private void fail(BrokerFailure latest) {
        if (!latest.equals(dismissed)) {
            failure.set(latest);
        }
    }

    private void answered(GroupFigures answer) {
        figures = answer;
        lanes.answered(answer, clock.instant());
        if (answer.detail() != null && !suggested) {
            suggested = true;
            form.suggest(answer.detail());
        }
        if (asked != null && asked.equals(failure.get())) {
            failure.set(null);
        }
        asked = null;
    }

    private void notAnswered(BrokerFailure why) {
        asked = why;
        fail(why);
    }

    private final class Answers implements GroupPoll.Listener {
        @Override
        public void answered(GroupFigures answer) {
            GroupViewModel.this.answered(answer);
        }

        @Override
        public void failed(BrokerFailure why) {
            notAnswered(why);
        }
    }

    /** Returns the records per second of all members together; empty where none is known. */
    static OptionalLong rate(List<LaneModel> lanes) {
        return lanes.stream().anyMatch(lane -> lane.rate().isPresent())
                ? OptionalLong.of(
                        lanes.stream().mapToLong(lane -> lane.rate().orElse(0)).sum())
                : OptionalLong.empty();
    }
}
