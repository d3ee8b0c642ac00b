package dev.surveyor.ui.connections;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.service.connection.ClientPropertyCatalog;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.connection.ProfileDraft;
import dev.surveyor.ui.fx.Pulse;
import dev.surveyor.ui.fx.UiExecutor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the connections page shows. What is typed into a form survives looking at another connection: each has a
 * form of its own until it is saved or reverted.
 */
public final class ConnectionsViewModel implements AutoCloseable {

    /** How long a deletion can be undone. */
    static final Duration UNDO_TIME = Duration.ofSeconds(10);

    private final ConnectionService service;
    private final ClientPropertyCatalog catalog;
    private final ConnectFlow flow;
    private final UiExecutor ui;
    private final Clock clock;
    private final ConnectionsActions actions;

    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<ConnectionRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ConnectionForm> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ConnectionHealth> health =
            new ReadOnlyObjectWrapper<>(new ConnectionHealth.Disconnected());
    private final ReadOnlyObjectWrapper<@Nullable BrokerFailure> saveFailure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ConnectionService.@Nullable Deleted> deleted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    /** Forms by profile, those of connections that are not saved yet among them. */
    private final Map<String, ConnectionForm> forms = new LinkedHashMap<>();

    private final AtomicBoolean refreshQueued = new AtomicBoolean();
    private final List<Runnable> endings = new ArrayList<>();
    private Instant undoUntil = Instant.MIN;

    public ConnectionsViewModel(
            ConnectionService service,
            ClientPropertyCatalog catalog,
            ConnectFlow flow,
            UiExecutor ui,
            Pulse pulse,
            Clock clock,
            ConnectionsActions actions) {
        this.service = service;
        this.catalog = catalog;
        this.flow = flow;
        this.ui = ui;
        this.clock = clock;
        this.actions = actions;
        filter.addListener((property, before, now) -> refresh());
        endings.add(service.onChange(this::refreshLater));
        endings.add(pulse.everyTick(this::endUndo));
        refresh();
    }

    // Properties

    StringProperty filterProperty() {
        return filter;
    }

    /** The connections that match the filter, in the user's order, new ones last. */
    ObservableList<ConnectionRow> rows() {
        return rows;
    }

    /** The form of the selected connection; null where none is selected. */
    ReadOnlyObjectProperty<@Nullable ConnectionForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** How the selected connection is doing. */
    ReadOnlyObjectProperty<ConnectionHealth> healthProperty() {
        return health.getReadOnlyProperty();
    }

    /** Why the disk is behind the screen; null where it is not. */
    ReadOnlyObjectProperty<@Nullable BrokerFailure> saveFailureProperty() {
        return saveFailure.getReadOnlyProperty();
    }

    /** What was deleted last, for as long as it can be undone; else null. */
    ReadOnlyObjectProperty<ConnectionService.@Nullable Deleted> deletedProperty() {
        return deleted.getReadOnlyProperty();
    }

    /** For instance {@code 6 profiles · 1 connected}. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    // Commands

    /** Shows the connection's form. */
    public void select(String id) {
        ConnectionForm own = forms.get(id);
        if (own == null) {
            own = service.profile(id)
                    .map(profile -> ConnectionForm.of(profile, catalog))
                    .orElse(null);
        }
        show(own);
    }

    /** Opens the form of a new connection. */
    public void add() {
        showNew(ConnectionForm.blank(catalog));
    }

    /** Opens the form of a new connection with what was imported. */
    public void edit(ProfileDraft draft) {
        showNew(ConnectionForm.of(draft, catalog));
    }

    /** Saves the form that is shown. Nothing happens where it cannot be saved. */
    void save() {
        ConnectionForm shown = form.get();
        if (shown != null && shown.blockerProperty().get().isEmpty()) {
            shown.settle();
            ConnectionProfile profile = shown.profile();
            flow.remember(profile.id(), shown.secrets());
            CompletableFuture<Void> unused = service.save(profile);
            shown.savedAs(profile);
            refresh();
        }
    }

    /** Forgets what was typed; a connection that was never saved goes away. */
    void revert() {
        ConnectionForm shown = form.get();
        if (shown == null) {
            return;
        }
        if (shown.isNew()) {
            forms.remove(shown.id());
            show(null);
        } else {
            shown.revert();
        }
        refresh();
    }

    /** Saves what is shown where that is needed, then connects it. */
    void connect() {
        ConnectionForm shown = form.get();
        if (shown == null || !shown.blockerProperty().get().isEmpty()) {
            return;
        }
        if (shown.changedProperty().get()) {
            save();
        } else {
            flow.remember(shown.id(), shown.secrets());
        }
        if (shown.sandbox()) {
            actions.startSandbox().run();
            return;
        }
        ui.whenDone(flow.connect(shown.id()), (session, thrown) -> {
            if (session != null) {
                actions.connected().accept(session.profile());
            }
        });
    }

    /** Disconnects what is shown, or gives up on connecting. */
    void disconnect() {
        ConnectionForm shown = form.get();
        if (shown != null) {
            service.profile(shown.id()).ifPresent(actions.disconnect());
        }
    }

    /** Copies the saved connection that is shown and shows the copy. */
    void duplicate() {
        ConnectionForm shown = form.get();
        if (shown != null) {
            service.duplicate(shown.id()).ifPresent(copy -> {
                refresh();
                select(copy.id());
            });
        }
    }

    /** Deletes what is shown; {@link #undoDelete()} brings it back for ten seconds. */
    void delete() {
        ConnectionForm shown = form.get();
        if (shown == null) {
            return;
        }
        int index = indexOf(shown.id());
        forms.remove(shown.id());
        show(null);
        service.delete(shown.id()).ifPresent(what -> {
            undoUntil = clock.instant().plus(UNDO_TIME);
            deleted.set(what);
        });
        refresh();
        if (!rows.isEmpty()) {
            select(rows.get(Math.min(index, rows.size() - 1)).id());
        }
    }

    void undoDelete() {
        ConnectionService.Deleted what = deleted.get();
        if (what != null) {
            deleted.set(null);
            CompletableFuture<Void> unused = service.restore(what);
            refresh();
            select(what.profile().id());
        }
    }

    /** Moves the connection up (negative) or down in the list. Nothing happens while a filter hides some. */
    void moveBy(String id, int places) {
        moveTo(id, indexOf(id) + places);
    }

    /** Moves the connection to that place. Nothing happens while a filter hides some. */
    void moveTo(String id, int index) {
        if (filter.get().isBlank() && index >= 0 && index < service.profiles().size()) {
            CompletableFuture<Void> unused = service.move(id, index);
            refresh();
        }
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
    }

    private int indexOf(String id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void showNew(ConnectionForm created) {
        filter.set("");
        show(created);
        refresh();
    }

    private void show(@Nullable ConnectionForm shown) {
        if (shown != null && !forms.containsKey(shown.id())) {
            forms.put(shown.id(), shown);
            shown.changedProperty().addListener((property, before, now) -> refreshLater());
            shown.nameProperty().addListener((property, before, now) -> refreshLater());
            shown.environment().kindProperty().addListener((property, before, now) -> refreshLater());
        }
        form.set(shown);
        health.set(shown == null ? new ConnectionHealth.Disconnected() : service.health(shown.id()));
    }

    private void endUndo() {
        if (deleted.get() != null && clock.instant().isAfter(undoUntil)) {
            deleted.set(null);
        }
    }

    private void refreshLater() {
        if (refreshQueued.compareAndSet(false, true)) {
            ui.execute(() -> {
                refreshQueued.set(false);
                refresh();
            });
        }
    }

    private void refresh() {
        List<ConnectionProfile> profiles = service.profiles();
        List<ConnectionRow> shown = ConnectionRows.of(profiles, forms, service::health, filter.get());
        if (!shown.equals(rows)) {
            rows.setAll(shown);
        }
        ConnectionForm current = form.get();
        health.set(current == null ? new ConnectionHealth.Disconnected() : service.health(current.id()));
        saveFailure.set(service.saveFailure().orElse(null));
        long connected = profiles.stream()
                .filter(profile -> service.session(profile.id()).isPresent())
                .count();
        summary.set(ConnectionRows.summary(profiles.size(), connected));
    }
}
