package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.service.connection.ClientPropertiesImport;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.connection.ProfileDraft;
import dev.surveyor.ui.connections.ConnectFlow;
import dev.surveyor.ui.connections.ConnectionsActions;
import dev.surveyor.ui.connections.ConnectionsView;
import dev.surveyor.ui.connections.ConnectionsViewModel;
import dev.surveyor.ui.connections.ImportViewModel;
import dev.surveyor.ui.connections.WelcomeActions;
import dev.surveyor.ui.connections.WelcomeView;
import dev.surveyor.ui.connections.WelcomeViewModel;
import dev.surveyor.ui.parts.Page;
import dev.surveyor.ui.producer.ProducerPage;
import dev.surveyor.ui.search.SearchPage;
import dev.surveyor.ui.settings.Preferences;
import dev.surveyor.ui.topics.SandboxCardViewModel;
import dev.surveyor.ui.topics.SidebarView;
import dev.surveyor.ui.topics.SidebarViewModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.Node;

/** Makes the screens of the features and ties them to the window. What a feature decides stays in the feature. */
final class FeatureWiring implements Features {

    private final ShellServices services;
    private final Window window;
    private final ConnectFlow connectFlow;
    private final PageMaker pages;
    private final SessionLists lists;
    private final WelcomeViewModel welcomeModel;
    private final WelcomeView welcome;
    private final ConnectionsViewModel connectionsModel;
    private final ConnectionsView connections;
    private final SidebarViewModel sidebarModel;
    private final SidebarView sidebar;

    FeatureWiring(ShellServices services, Preferences preferences, Window window) {
        this.services = services;
        this.window = window;
        preferences.themeProperty().addListener((property, old, now) -> services.theme()
                .choiceProperty()
                .set(now));
        services.theme().choiceProperty().set(preferences.themeProperty().get());
        connectFlow = new ConnectFlow(services.connections(), services.dialogs());
        lists = new SessionLists(services, preferences);
        pages = new PageMaker(services, preferences, window);
        connectionsModel = connectionsModel();
        connections = new ConnectionsView(
                connectionsModel, importing(), services.catalog(), services.dialogs(), services.clipboards());
        welcomeModel = welcomeModel();
        welcome = new WelcomeView(
                welcomeModel,
                importing(),
                preferences.themeProperty(),
                services.sandboxFolder(),
                services.dialogs(),
                services.clipboards());
        sidebarModel = new SidebarViewModel(services.ui(), services.pulse(), services.clock());
        sidebar = new SidebarView(
                sidebarModel,
                new SandboxCardViewModel(services.sandbox(), services.ui(), services.dialogs()),
                new SidebarLinks(window, this::addConnection),
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

    private void addConnection() {
        connectionsModel.add();
        window.showConnections();
    }

    /** Each screen has an import of its own, as each shows it over itself. */
    private ImportViewModel importing() {
        return new ImportViewModel(
                new ClientPropertiesImport(services.catalog()), services.background(), services.ui(), this::edit);
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

    @Override
    public Node welcome() {
        return welcome;
    }

    @Override
    public void focusScreen(Node screen) {
        if (screen.equals(welcome)) {
            welcome.focus();
        } else if (screen.equals(connections)) {
            connections.focus();
        }
    }

    @Override
    public void expectSandbox() {
        welcomeModel.expectStart();
    }

    @Override
    public Node connections() {
        return connections;
    }

    @Override
    public Node sidebar() {
        return sidebar;
    }

    @Override
    public ReadOnlyIntegerProperty problemCount() {
        return lists.problemCount();
    }

    @Override
    public void report(String connection, BrokerFailure failure) {
        lists.report(connection, failure);
    }

    @Override
    public void pointAt(PageAddress address) {
        sidebar.point(address.profileId(), address.kind() == PageAddress.Kind.GROUP, address.object());
    }

    @Override
    public void refreshSidebar() {
        sidebarModel.refresh();
    }

    @Override
    public void opened(ClusterSession session) {
        sidebarModel.addSession(session);
        lists.add(session);
    }

    @Override
    public void closed(ClusterSession session) {
        sidebarModel.removeSession(session.profile().id());
        lists.remove(session);
    }

    @Override
    public CompletableFuture<?> connect(ConnectionProfile profile) {
        CompletableFuture<ClusterSession> connecting = connectFlow.connect(profile.id());
        services.ui().whenDone(connecting, (session, thrown) -> {
            if (thrown != null) {
                report(profile.name(), BrokerFailureException.in(thrown));
                connectionsModel.select(profile.id());
                window.showConnections();
            }
        });
        return connecting;
    }

    @Override
    public Page page(PageAddress address, ClusterSession session) {
        return pages.make(address, session);
    }

    @Override
    public void startFollowing(Page page) {
        pages.startFollowing(page);
    }

    @Override
    public void export(Page page) {
        pages.export(page);
    }

    @Override
    public void importRecords(Page page) {
        pages.importRecords(page);
    }

    @Override
    public void carryOver(PageAddress address, Page page) {
        pages.carryOver(address, page);
    }

    @Override
    public void showRecord(Page page, PartitionOffset place) {
        pages.showRecord(page, place);
    }

    @Override
    public void fill(Page page, ConsumedRecord record) {
        if (page instanceof ProducerPage producer) {
            producer.fill(record);
        }
    }

    @Override
    public void search(Page page, String filter, SearchScope scope) {
        if (page instanceof SearchPage search) {
            search.search(filter, scope);
        }
    }

    @Override
    public List<BottomPanel.Tab> bottom(ClusterSession session) {
        return lists.tabs(session);
    }

    @Override
    public void newGroup(ClusterSession session) {
        pages.newGroup(session);
    }

    @Override
    public void startSandbox() {
        welcomeModel.startSandbox();
    }

    @Override
    public void close() {
        welcomeModel.close();
        connectionsModel.close();
        sidebarModel.close();
        lists.close();
    }
}
