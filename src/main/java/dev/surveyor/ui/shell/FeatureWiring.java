package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.domain.record.PartitionOffset;
import dev.surveyor.domain.search.SearchScope;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.connection.SandboxProfile;
import dev.surveyor.ui.fx.Dialogs;
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

    private final PageMaker pages;
    private final SessionLists lists;
    private final Screens screens;
    private final SidebarViewModel sidebarModel;
    private final SidebarView sidebar;

    FeatureWiring(ShellServices services, Preferences preferences, Window window) {
        preferences.themeProperty().addListener((property, old, now) -> services.theme()
                .choiceProperty()
                .set(now));
        services.theme().choiceProperty().set(preferences.themeProperty().get());
        lists = new SessionLists(services, preferences);
        pages = new PageMaker(services, preferences, window);
        screens = new Screens(services, preferences, window, this::report);
        sidebarModel = new SidebarViewModel(services.ui(), services.pulse(), services.clock());
        sidebar = new SidebarView(
                sidebarModel,
                new SandboxCardViewModel(services.sandbox(), services.ui(), () -> aboutSandbox(services)),
                new SidebarLinks(window, screens::addConnection),
                services.clipboards());
    }

    private static Dialogs aboutSandbox(ShellServices services) {
        return services.dialogs()
                .about(services.connections()
                        .profile(SandboxProfile.ID)
                        .orElseGet(() -> SandboxProfile.of("127.0.0.1:9092")));
    }

    @Override
    public Node welcome() {
        return screens.welcome();
    }

    @Override
    public void focusScreen(Node screen) {
        screens.focus(screen);
    }

    @Override
    public void expectSandbox() {
        screens.expectSandbox();
    }

    @Override
    public Node connections() {
        return screens.connections();
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
        return screens.connect(profile);
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
        screens.startSandbox();
    }

    @Override
    public void close() {
        screens.close();
        sidebarModel.close();
        lists.close();
    }
}
