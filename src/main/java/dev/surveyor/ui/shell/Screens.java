package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.failure.BrokerFailure;
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
import dev.surveyor.ui.settings.Preferences;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.scene.Node;

/**
 * The two screens that stand in the place of the workspace: the welcome, and the connections. For the JavaFX thread only.
 */
final class Screens implements AutoCloseable {

    private final ShellServices services;
    private final Features.Window window;
    private final BiConsumer<String, BrokerFailure> report;
    private final ConnectFlow connectFlow;
    private final WelcomeViewModel welcomeModel;
    private final WelcomeView welcome;
    private final ConnectionsViewModel connectionsModel;
    private final ConnectionsView connections;

    /**
     * @param report told which connection could not be opened, and why
     */
    Screens(
            ShellServices services,
            Preferences preferences,
            Features.Window window,
            BiConsumer<String, BrokerFailure> report) {
        this.services = services;
        this.window = window;
        this.report = report;
        connectFlow = new ConnectFlow(services.connections(), services.dialogs());
        connectionsModel = connectionsModel();
        connections = new ConnectionsView(connectionsModel, importing(), services.catalog(), services.clipboards());
        welcomeModel = welcomeModel();
        welcome = new WelcomeView(
                welcomeModel,
                importing(),
                preferences.themeProperty(),
                services.sandboxFolder(),
                services.clipboards());
    }

    private ConnectionsViewModel connectionsModel() {
        return new ConnectionsViewModel(
                services.connections(),
                services.catalog(),
                connectFlow,
                services.ui(),
                services.pulse(),
                services.clock(),
                new ConnectionsActions(profile -> window.showWorkspace(), window::startSandbox, window::disconnect));
    }

    private WelcomeViewModel welcomeModel() {
        return new WelcomeViewModel(
                services.sandbox(),
                services.connections(),
                services.settings(),
                services.ui(),
                services.pulse(),
                services.clock(),
                new WelcomeActions(window::sandboxReady, this::addConnection, this::connect));
    }

    /** Each screen has an import of its own, with what is being typed there. */
    private ImportViewModel importing() {
        ImportViewModel model = new ImportViewModel(
                new ClientPropertiesImport(services.catalog()), services.background(), services.ui(), this::edit);
        ImportSheet unused = new ImportSheet(model, services.sheets(), services.dialogs());
        return model;
    }

    private void edit(ProfileDraft draft) {
        connectionsModel.edit(draft);
        window.showConnections();
    }

    private void connect(String profileId) {
        services.connections().profile(profileId).ifPresent(profile -> {
            var unused = connect(profile);
        });
    }

    Node welcome() {
        return welcome;
    }

    Node connections() {
        return connections;
    }

    /** Puts the focus where a user would begin, if it is one of these screens. */
    void focus(Node screen) {
        if (screen.equals(welcome)) {
            welcome.focus();
        } else if (screen.equals(connections)) {
            connections.focus();
        }
    }

    /** Gets ready for the first start of the sandbox, which the welcome screen suggests. */
    void expectSandbox() {
        welcomeModel.expectStart();
    }

    void startSandbox() {
        welcomeModel.startSandbox();
    }

    /** Shows the form of a new connection. */
    void addConnection() {
        connectionsModel.add();
        window.showConnections();
    }

    /** Connects; where that fails, it is reported and the connection is shown in its form. */
    CompletableFuture<?> connect(ConnectionProfile profile) {
        CompletableFuture<ClusterSession> connecting = connectFlow.connect(profile.id());
        services.ui().whenDone(connecting, (session, thrown) -> {
            if (thrown != null) {
                report.accept(profile.name(), BrokerFailureException.in(thrown));
                connectionsModel.select(profile.id());
                window.showConnections();
            }
        });
        return connecting;
    }

    @Override
    public void close() {
        welcomeModel.close();
        connectionsModel.close();
    }
}
