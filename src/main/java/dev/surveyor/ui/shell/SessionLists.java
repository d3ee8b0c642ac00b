package dev.surveyor.ui.shell;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.log.ClientLog;
import dev.surveyor.ui.fx.Toolkit;
import dev.surveyor.ui.groups.RebalanceLogView;
import dev.surveyor.ui.log.ClientLogView;
import dev.surveyor.ui.log.EventsView;
import dev.surveyor.ui.log.EventsViewModel;
import dev.surveyor.ui.log.ProblemsView;
import dev.surveyor.ui.log.ProblemsViewModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;

/** The lists of the bottom panel: the events of one connection, and the problems of all. */
final class SessionLists implements AutoCloseable {

    private final Toolkit toolkit;
    private final EventsViewModel events;
    private final EventsView eventsView;
    private final EventsViewModel logLines;
    private final ClientLogView logView;
    private final ProblemsViewModel problems;
    private final ProblemsView problemsView;
    private final Map<ClusterSession, Runnable> watching = new HashMap<>();
    private final Map<ClusterSession, RebalanceLogView> rebalances = new HashMap<>();

    SessionLists(Toolkit toolkit, ClientLog clientLog) {
        this.toolkit = toolkit;
        events = new EventsViewModel(toolkit.pulse(), toolkit.clipboards(), toolkit.zone());
        eventsView = new EventsView(events, toolkit.ui());
        logLines = new EventsViewModel(toolkit.pulse(), toolkit.clipboards(), toolkit.zone(), "line");
        logView = new ClientLogView(logLines, clientLog, toolkit.ui());
        problems = new ProblemsViewModel(toolkit.pulse(), toolkit.clipboards(), toolkit.zone());
        problemsView = new ProblemsView(problems);
    }

    void add(ClusterSession session) {
        watching.put(session, problems.watch(session.profile().name(), session.events()));
    }

    void remove(ClusterSession session) {
        RebalanceLogView view = rebalances.remove(session);
        if (view != null) {
            view.close();
        }
        Runnable watch = watching.remove(session);
        if (watch != null) {
            watch.run();
        }
    }

    private RebalanceLogView rebalances(ClusterSession session) {
        return new RebalanceLogView(session.events(), toolkit.pulse(), toolkit.zone(), toolkit.clipboards());
    }

    /** Notes a failure that no client reported as an event. */
    void report(String connection, BrokerFailure failure) {
        problems.report(connection, failure, toolkit.clock().instant());
    }

    ReadOnlyIntegerProperty problemCount() {
        return problems.countProperty();
    }

    /** Returns the tabs, showing this connection from now on. */
    List<BottomPanel.Tab> tabs(ClusterSession session) {
        events.show(session.events());
        RebalanceLogView rebalances = this.rebalances.computeIfAbsent(session, this::rebalances);
        return List.of(
                new BottomPanel.Tab("bottom-rebalances", "Rebalances", rebalances),
                new BottomPanel.Tab("bottom-events", "Events", eventsView),
                new BottomPanel.Tab("bottom-log", "Log", logView),
                new BottomPanel.Tab("bottom-problems", "Problems", problemsView));
    }

    @Override
    public void close() {
        rebalances.values().forEach(RebalanceLogView::close);
        logLines.close();
        events.close();
        problems.close();
    }
}
