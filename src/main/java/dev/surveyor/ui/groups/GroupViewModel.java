package dev.surveyor.ui.groups;

import dev.surveyor.domain.cluster.TopicSummary;
import dev.surveyor.domain.consume.MemberSettings;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.group.MemberStatus;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.event.EventStream;
import dev.surveyor.service.group.ChartModel;
import dev.surveyor.service.group.GroupFigures;
import dev.surveyor.service.group.GroupHead;
import dev.surveyor.service.group.GroupMember;
import dev.surveyor.service.group.JoinAnswer;
import dev.surveyor.service.group.RebalanceRow;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * One consumer group: follows its events ten times a second, asks its coordinator every two seconds, and starts and
 * ends members of this app. For the JavaFX thread only.
 */
final class GroupViewModel implements AutoCloseable {

    /** How often the coordinator is asked. */
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final int TICKS_PER_DRAWING = 2;

    private final ClusterSession session;
    private final String groupId;
    private final UiExecutor uiExecutor;
    private final Clock clock;
    private final Dialogs dialogs;
    private final GroupChart chart;
    private final SelectedMember selected;
    private final GroupPoll poll;
    private final GroupFailure failure = new GroupFailure();
    private final AddMemberForm form;
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
    private final ObservableList<String> knownTopics = FXCollections.observableArrayList();
    private final Runnable endTicks;
    private final Runnable endWatching;

    private final List<GroupMember> started = new ArrayList<>();
    private long seen;
    private int ticks;
    private boolean suggested;

    /**
     * Follows a group; it need not exist yet.
     *
     * @param session the connection
     * @param groupId its {@code group.id}
     * @param topics what the form for new members begins with, may be empty
     * @param toolkit about the connection
     */
    GroupViewModel(ClusterSession session, String groupId, List<String> topics, Toolkit toolkit) {
        this.session = session;
        this.groupId = groupId;
        this.uiExecutor = toolkit.ui();
        this.clock = toolkit.clock();
        this.dialogs = toolkit.dialogs();
        this.chart = new GroupChart(groupId, INTERVAL, clock.instant());
        MemberRemoval removal = new MemberRemoval(session.staticMembers(), groupId, dialogs, uiExecutor, failure::fail);
        this.selected = new SelectedMember(session.members(), groupId, chart.modelProperty(), this::update, removal);
        this.poll = new GroupPoll(session.cluster(), groupId, INTERVAL, uiExecutor, new Answers());
        this.form = new AddMemberForm(groupId, topics);
        chart.rangeProperty().addListener((at, old, now) -> redraw());
        this.endWatching = session.members().watch(groupId, INTERVAL);
        this.endTicks = toolkit.pulse().everyTick(this::tick);
        update();
    }

    // Properties

    String groupId() {
        return groupId;
    }

    /** Returns the form for new members. */
    AddMemberForm form() {
        return form;
    }

    /** Returns the member that the controls are for. */
    SelectedMember selected() {
        return selected;
    }

    /** How much time the chart shows. */
    ObjectProperty<Duration> rangeProperty() {
        return chart.rangeProperty();
    }

    /** While set, chart and rows stand still; events are collected all the same. */
    BooleanProperty pausedProperty() {
        return paused;
    }

    ReadOnlyObjectProperty<ChartModel> chartProperty() {
        return chart.modelProperty();
    }

    ReadOnlyObjectProperty<GroupHead> headProperty() {
        return chart.headProperty();
    }

    /** Why the group could not be asked, or why a member of this app failed last; null where all is well. */
    ReadOnlyObjectProperty<@Nullable BrokerFailure> failureProperty() {
        return failure.shownProperty();
    }

    /** Returns the history, newest first. */
    ObservableList<RebalanceRow> rows() {
        return chart.rows();
    }

    /** Returns the topics of the cluster, for choosing; filled by {@link #askForTopics()}. */
    ObservableList<String> knownTopics() {
        return knownTopics;
    }

    // Commands

    /**
     * Starts the members of the form; asks first where they would make the group one of another kind.
     *
     * @param whenStarted told once they are
     */
    void startMembers(Runnable whenStarted) {
        if (!form.problem().get().isEmpty()) {
            return;
        }
        Runnable start = () -> {
            startNow();
            whenStarted.run();
        };
        if (form.joining() instanceof JoinAnswer.Question question) {
            dialogs.confirm(
                    new Dialogs.Confirmation("Join group " + groupId, question.effect(), "Join as a consumer"), start);
        } else {
            start.run();
        }
    }

    private void startNow() {
        for (MemberSettings settings : form.settings()) {
            GroupMember member = session.members().start(settings, form.topicNames());
            started.add(member);
            if (selected.keyProperty().get() == null) {
                selected.keyProperty().set(member.status().clientId());
            }
        }
        update();
    }

    /** Takes the failure off the screen until there is another. */
    void dismissFailure() {
        failure.dismiss();
    }

    /** Asks the cluster for its topics, unless they are known. */
    void askForTopics() {
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
        chart.accept(page.events(), now);
        poll.turn(now);
        if (!paused.get()) {
            draw(now);
        }
    }

    private void redraw() {
        draw(paused.get() ? chart.modelProperty().get().now() : clock.instant());
    }

    private void draw(Instant now) {
        List<MemberStatus> statuses =
                session.members().of(groupId).stream().map(GroupMember::status).toList();
        chart.draw(statuses, now);
        statuses.stream()
                .map(MemberStatus::failure)
                .filter(Objects::nonNull)
                .reduce((first, second) -> second)
                .ifPresent(failure::fail);
    }

    /** What the coordinator says. */
    private final class Answers implements GroupPoll.Listener {
        @Override
        public void answered(GroupFigures answer) {
            chart.answered(answer, clock.instant());
            form.learn(answer.detail());
            if (answer.detail() != null && !suggested) {
                suggested = true;
                form.suggest(answer.detail());
            }
            failure.answered();
        }

        @Override
        public void failed(BrokerFailure why) {
            failure.unanswered(why);
        }
    }
}
