package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionHealth;
import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.service.connection.ConnectionService;
import dev.surveyor.ui.page.PageCommand;
import dev.surveyor.ui.shell.palette.PaletteEntry;
import dev.surveyor.ui.shell.palette.Questions;
import dev.surveyor.ui.shell.palette.Shortcut;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** What the keys do, and all that the palette offers to do: the same actions under two names. */
final class Commands {

    private final ShellActions actions;
    private final TopicAtHand topic;
    private final Questions questions;
    private final ConnectionService connections;
    private final OpenPages pages;

    Commands(
            ShellActions actions,
            TopicAtHand topic,
            Questions questions,
            ConnectionService connections,
            OpenPages pages) {
        this.actions = actions;
        this.topic = topic;
        this.questions = questions;
        this.connections = connections;
        this.pages = pages;
    }

    /** Opens the palette on all that can be done. */
    void palette() {
        questions.anything(this::entries);
    }

    /** Asks where to go: a record, a topic or a group. */
    void goTo() {
        questions.where(this::entries);
    }

    void run(Shortcut shortcut) {
        switch (shortcut) {
            case PALETTE, PALETTE_TOO -> palette();
            case GO_TO -> goTo();
            case NEW_PRODUCER -> topic.produce();
            case SEARCH -> topic.search();
            case NEW_CONNECTION -> actions.connections();
            case SIDEBAR -> actions.toggleSidebar();
            case INSPECTOR -> actions.toggleInspector();
            case BOTTOM_PANEL -> actions.toggleBottomPanel();
            case NEXT_TAB -> pages.selectNext(1);
            case PREVIOUS_TAB -> pages.selectNext(-1);
            case CLOSE_TAB -> actions.closeTab();
            case REOPEN_TAB -> actions.reopenTab();
            case NEXT_REGION -> actions.focusRegion(1);
            case PREVIOUS_REGION -> actions.focusRegion(-1);
            case LARGER, LARGER_TOO, LARGER_ON_PAD -> actions.zoom(1);
            case SMALLER, SMALLER_ON_PAD -> actions.zoom(-1);
            case NORMAL_SIZE -> actions.zoom(0);
            case REFRESH -> actions.refresh();
            case SETTINGS -> actions.settings();
            case KEYS, HELP -> actions.keys();
        }
    }

    /** Returns every command that is possible now. */
    List<PaletteEntry> entries() {
        List<PaletteEntry> entries = new ArrayList<>();
        for (Shortcut shortcut : Shortcut.values()) {
            if (!shortcut.twin()) {
                entries.add(command(shortcut.words(), shortcut.keys(), () -> run(shortcut)));
            }
        }
        entries.add(command("Start the sandbox", "", actions::startSandbox));
        entries.add(command("Welcome page", "", actions::welcome));
        entries.add(command("Watch a topic", "", topic::consume));
        entries.add(command("Consume several topics…", "", questions::topicsToWatchTogether));
        entries.add(command("Export records…", "", topic::export));
        entries.add(command("Import records…", "", topic::importRecords));
        entries.add(command("Open a group", "", topic::group));
        pages.selected().ifPresent(page -> page.page().commands().forEach(command -> entries.add(ofPage(command))));
        connections.profiles().forEach(profile -> entries.add(connection(profile)));
        for (OpenPage page : pages.pages()) {
            entries.add(new PaletteEntry(
                    page.address().title(), "open tab", "", Feather.LAYOUT, () -> actions.open(page.address())));
        }
        return entries;
    }

    private PaletteEntry connection(ConnectionProfile profile) {
        ConnectionHealth health = connections.health(profile.id());
        boolean open = !(health instanceof ConnectionHealth.Disconnected || health instanceof ConnectionHealth.Failed);
        return new PaletteEntry(
                (open ? "Disconnect from " : "Connect to ") + profile.name(),
                profile.environment().name(),
                "",
                Feather.CHEVRON_RIGHT,
                open ? () -> actions.disconnect(profile) : () -> actions.connect(profile));
    }

    private static PaletteEntry ofPage(PageCommand command) {
        String kind = command.action() == null ? "not now" : "command";
        return new PaletteEntry(command.words(), kind, command.keys(), Feather.CHEVRON_RIGHT, command.action());
    }

    private static PaletteEntry command(String words, String keys, Runnable action) {
        return new PaletteEntry(words, "command", keys, Feather.CHEVRON_RIGHT, action);
    }
}
