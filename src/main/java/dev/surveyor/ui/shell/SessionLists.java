package dev.surveyor.ui.shell;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.ui.groups.RebalanceLogView;
import dev.surveyor.ui.log.ClientLogView;
import dev.surveyor.ui.log.EventsView;
import dev.surveyor.ui.log.EventsViewModel;
import dev.surveyor.ui.log.ProblemsView;
import dev.surveyor.ui.log.ProblemsViewModel;
import dev.surveyor.ui.settings.Preferences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;

/** The lists of the bottom panel: the events of one connection, and the problems of all. */
final class SessionLists implements AutoCloseable {

    private final ShellServices services;
    private final Preferences preferences;
    private final EventsViewModel events;
    private final EventsView eventsView;
    private final EventsViewModel logLines;
    private final ClientLogView logView;
    private final ProblemsViewModel problems;
    private final ProblemsView problemsView;
    private final Map<ClusterSession, Runnable> watching = new HashMap<>();
    private final Map<ClusterSession, RebalanceLogView> rebalances = new HashMap<>();

    SessionLists(ShellServices services, Preferences preferences) {
        this.services = services;
        this.preferences = preferences;
        events = new EventsViewModel(services.pulse(), services.clipboards(), preferences.zone());
        eventsView = new EventsView(events, services.ui());
        logLines = new EventsViewModel(services.pulse(), services.clipboards(), preferences.zone(), "line");
        logView = new ClientLogView(logLines, services.clientLog(), services.ui());
        problems = new ProblemsViewModel(services.pulse(), services.clipboards(), preferences.zone());
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
        return new RebalanceLogView(session.events(), services.pulse(), preferences.zone(), services.clipboards());
    }

    /** Notes a failure that no client reported as an event. */
    void report(String connection, BrokerFailure failure) {
        problems.report(connection, failure, services.clock().instant());
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
