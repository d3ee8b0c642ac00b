package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.connection.SandboxProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;

/**
 * Fills the tabs: a page is live while its connection is open and dormant while it is not. Remembers the tabs for the
 * next start. For the JavaFX thread only.
 */
final class Tabs {

    private final OpenPages pages;
    private final WindowMemory memory;
    private final ConnectionService connections;
    private final Features features;
    private final ShellActions actions;
    private final Function<String, Optional<ClusterSession>> sessions;
    private boolean restored;

    /**
     * @param pages the tabs, which others may select and close
     * @param features makes the live pages
     * @param actions what a dormant page offers
     * @param sessions tells the open session of a profile
     */
    Tabs(
            OpenPages pages,
            WindowMemory memory,
            ConnectionService connections,
            Features features,
            ShellActions actions,
            Function<String, Optional<ClusterSession>> sessions) {
        this.pages = pages;
        this.memory = memory;
        this.connections = connections;
        this.features = features;
        this.actions = actions;
        this.sessions = sessions;
        pages.pages().addListener((ListChangeListener<OpenPage>) change -> remember());
        pages.selectedProperty().addListener((property, old, now) -> remember());
    }

    /** Brings back the tabs of the last time, nothing running. Only from here on are they remembered. */
    void restore() {
        Optional<PageAddress> selectedBefore = memory.selectedTab();
        List<PageAddress> tabs = memory.tabs();
        restored = true;
        tabs.forEach(this::open);
        selectedBefore.flatMap(pages::find).ifPresent(pages::select);
    }

    private void remember() {
        if (restored) {
            memory.keepTabs(
                    pages.pages().stream().map(OpenPage::address).toList(),
                    pages.selected().map(OpenPage::address));
        }
    }

    /** Selects the tab of that address; makes it where there is none. */
    OpenPage open(PageAddress address) {
        return pages.open(address, () -> sessions.apply(address.profileId())
                .map(session -> live(address, session))
                .orElseGet(() -> dormant(address)));
    }

    /** Makes the tabs of a connection live. */
    void opened(ClusterSession session) {
        of(session).forEach(page -> pages.replace(page, live(page.address(), session)));
    }

    /** Makes the tabs of a connection dormant; what ran in them ends. */
    void closed(ClusterSession session) {
        of(session).forEach(page -> pages.replace(page, dormant(page.address())));
    }

    private List<OpenPage> of(ClusterSession session) {
        return pages.pages().stream()
                .filter(page ->
                        page.address().profileId().equals(session.profile().id()))
                .toList();
    }

    private OpenPage live(PageAddress address, ClusterSession session) {
        return new OpenPage(address, session.profile(), features.page(address, session));
    }

    private OpenPage dormant(PageAddress address) {
        Optional<ConnectionProfile> profile = connections.profile(address.profileId());
        boolean sandbox = address.profileId().equals(SandboxProfile.ID);
        String name = profile.map(ConnectionProfile::name).orElse(sandbox ? "sandbox" : "a deleted connection");
        Runnable connect = () -> connections
                .profile(address.profileId())
                .ifPresentOrElse(actions::connect, sandbox ? actions::startSandbox : actions::connections);
        return new OpenPage(address, profile.orElse(null), new DormantPage(address, name, sandbox, connect));
    }
}
