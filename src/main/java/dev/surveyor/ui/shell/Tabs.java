package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.connection.ClusterSession;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.service.connection.SandboxProfile;
import dev.surveyor.ui.page.PageAddress;
import dev.surveyor.ui.page.PageAddress.Kind;
import dev.surveyor.ui.page.PageFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;

/**
 * Fills the tabs: a page is live while its connection is open and dormant while it is not. Remembers the tabs for the
 * next start. For the JavaFX thread only.
 */
final class Tabs {

    private final OpenPages pages;
    private final WindowMemory memory;
    private final ConnectionService connections;
    private final ConnectionWatch watch;
    private Map<Kind, PageFactory> factories = Map.of();
    private Consumer<String> connect = profileId -> {};

    /**
     * @param pages the tabs, which others may select and close
     * @param watch knows the open connections
     */
    Tabs(OpenPages pages, WindowMemory memory, ConnectionService connections, ConnectionWatch watch) {
        this.pages = pages;
        this.memory = memory;
        this.connections = connections;
        this.watch = watch;
    }

    /**
     * Says how pages are made; before the first one is opened.
     *
     * @param factories makes the live pages, of every kind
     * @param connect opens the connection of a profile, or shows how to make it, for a dormant page
     */
    void begin(Map<Kind, PageFactory> factories, Consumer<String> connect) {
        this.factories = factories;
        this.connect = connect;
    }

    /** Brings back the tabs of the last time, nothing running. Only from here on are they remembered. */
    void restore() {
        Optional<PageAddress> selectedBefore = memory.selectedTab();
        List<PageAddress> tabs = memory.tabs();
        pages.pages().addListener((ListChangeListener<OpenPage>) change -> remember());
        pages.selectedProperty().addListener((property, old, now) -> remember());
        tabs.forEach(this::open);
        selectedBefore.flatMap(pages::find).ifPresent(pages::select);
    }

    private void remember() {
        memory.keepTabs(
                pages.pages().stream().map(OpenPage::address).toList(),
                pages.selected().map(OpenPage::address));
    }

    /** Selects the tab of that address; makes it where there is none. */
    OpenPage open(PageAddress address) {
        return pages.open(address, () -> watch.session(address.profileId())
                .map(session -> live(address, session))
                .orElseGet(() -> dormant(address)));
    }

    /** Makes the tabs of a connection live. */
    void opened(ClusterSession session) {
        of(session.profile().id()).forEach(page -> pages.replace(page, live(page.address(), session)));
    }

    /** Makes the tabs of a connection dormant; what ran in them ends. */
    void closed(ClusterSession session) {
        of(session.profile().id()).forEach(page -> pages.replace(page, dormant(page.address())));
    }

    /** Returns the tabs of a connection. */
    List<OpenPage> of(String profileId) {
        return pages.pages().stream()
                .filter(page -> page.address().profileId().equals(profileId))
                .toList();
    }

    private OpenPage live(PageAddress address, ClusterSession session) {
        PageFactory factory = Objects.requireNonNull(factories.get(address.kind()), "a kind without a factory");
        return new OpenPage(address, session.profile(), factory.make(address, session));
    }

    private OpenPage dormant(PageAddress address) {
        Optional<ConnectionProfile> profile = connections.profile(address.profileId());
        boolean sandbox = address.profileId().equals(SandboxProfile.ID);
        String name = profile.map(ConnectionProfile::name).orElse(sandbox ? "sandbox" : "a deleted connection");
        DormantPage page = new DormantPage(address, name, sandbox, () -> connect.accept(address.profileId()));
        return new OpenPage(address, profile.orElse(null), page);
    }
}
