package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.connection.ClientPropertiesImport;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.connection.ProfileDraft;
import dev.surveyor.ui.connections.ConnectFlow;
import dev.surveyor.ui.connections.ConnectionsActions;
import dev.surveyor.ui.connections.ConnectionsView;
import dev.surveyor.ui.connections.ConnectionsViewModel;
import dev.surveyor.ui.connections.ImportSheet;
import dev.surveyor.ui.connections.ImportViewModel;
import dev.surveyor.ui.connections.WelcomeActions;
import dev.surveyor.ui.connections.WelcomeView;
import dev.surveyor.ui.connections.WelcomeViewModel;
import dev.surveyor.ui.fx.UiExecutor;
import dev.surveyor.ui.settings.Preferences;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The two screens that stand in the place of the workspace: the welcome, and the connections. For the JavaFX thread only.
 */
final class Screens implements AutoCloseable {

    private final MainWindow window;
    private final Connecting connecting;
    private final WelcomeViewModel welcomeModel;
    private final WelcomeView welcome;
    private final ConnectionsViewModel connectionsModel;
    private final ConnectionsView connections;

    private Screens(
            MainWindow window,
            Connecting connecting,
            WelcomeViewModel welcomeModel,
            WelcomeView welcome,
            ConnectionsView connections) {
        this.window = window;
        this.connecting = connecting;
        this.welcomeModel = welcomeModel;
        this.welcome = welcome;
        this.connectionsModel = connecting.model();
        this.connections = connections;
    }

    /**
     * Makes both screens.
     *
     * @param workspace where they lead to, once it has begun
     * @param lists keep why a connection could not be opened
     */
    static Screens of(
            ShellServices services,
            Preferences preferences,
            MainWindow window,
            Workspace workspace,
            Closing closing,
            SessionLists lists) {
        ConnectFlow flow = new ConnectFlow(services.connections(), services.dialogs());
        ConnectionsViewModel model = new ConnectionsViewModel(
                services.connections(),
                services.catalog(),
                flow,
                services.ui(),
                services.pulse(),
                services.clock(),
                new ConnectionsActions(profile -> workspace.show(), workspace::startSandbox, closing::disconnect));
        Connecting connecting = new Connecting(flow, model, services.ui(), workspace, lists);
        Consumer<ProfileDraft> edit = draft -> {
            model.edit(draft);
            workspace.showConnections();
        };
        WelcomeViewModel welcomeModel = new WelcomeViewModel(
                services.sandbox(),
                services.connections(),
                services.settings(),
                services.ui(),
                services.pulse(),
                services.clock(),
                new WelcomeActions(
                        workspace::sandboxReady,
                        workspace::addConnection,
                        profileId -> services.connections().profile(profileId).ifPresent(profile -> {
                            var unused = connecting.connect(profile);
                        })));
        WelcomeView welcome = new WelcomeView(
                welcomeModel,
                importing(services, edit),
                preferences.themeProperty(),
                services.sandboxFolder(),
                services.clipboards());
        ConnectionsView connections =
                new ConnectionsView(model, importing(services, edit), services.catalog(), services.clipboards());
        return new Screens(window, connecting, welcomeModel, welcome, connections);
    }

    /** Each screen has an import of its own, with what is being typed there. */
    private static ImportViewModel importing(ShellServices services, Consumer<ProfileDraft> edit) {
        ImportViewModel model = new ImportViewModel(
                new ClientPropertiesImport(services.catalog()), services.background(), services.ui(), edit);
        ImportSheet unused = new ImportSheet(model, services.sheets(), services.dialogs());
        return model;
    }

    /** Opens connections. */
    private record Connecting(
            ConnectFlow flow, ConnectionsViewModel model, UiExecutor ui, Workspace workspace, SessionLists lists) {

        CompletableFuture<?> connect(ConnectionProfile profile) {
            CompletableFuture<ClusterSession> connecting = flow.connect(profile.id());
            ui.whenDone(connecting, (session, thrown) -> {
                if (thrown != null) {
                    lists.report(profile.name(), BrokerFailureException.in(thrown));
                    model.select(profile.id());
                    workspace.showConnections();
                }
            });
            return connecting;
        }
    }

    void showWelcome() {
        window.showScreen(welcome, false);
        welcome.focus();
    }

    void showConnections() {
        window.showScreen(connections, true);
        connections.focus();
    }

    /** Puts the focus where a user would begin, in the screen that is in sight. */
    void focus() {
        if (window.screen().equals(welcome)) {
            welcome.focus();
        } else if (window.screen().equals(connections)) {
            connections.focus();
        }
    }

    /** Gets ready for the first start of the sandbox, which the welcome screen suggests. */
    void expectSandbox() {
        welcome.focus();
        welcomeModel.expectStart();
    }

    /** Starts the sandbox; the welcome screen shows how far it is. */
    void startSandbox() {
        welcomeModel.startSandbox();
    }

    /** Shows the form of a new connection. */
    void addConnection() {
        connectionsModel.add();
        showConnections();
    }

    /** Connects; where that fails, it is reported and the connection is shown in its form. */
    CompletableFuture<?> connect(ConnectionProfile profile) {
        return connecting.connect(profile);
    }

    @Override
    public void close() {
        welcomeModel.close();
        connectionsModel.close();
    }
}
