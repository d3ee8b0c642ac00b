package dev.surveyor.ui.shell.palette;

import dev.surveyor.ui.page.PageAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the palette can be opened for: anything, or one choice that a button needs. For the JavaFX thread only. */
public final class Questions {

    private final CommandPalette palette;
    private final PaletteSource source;

    public Questions(CommandPalette palette, PaletteSource source) {
        this.palette = palette;
        this.source = source;
    }

    /** @param commands what can be done now */
    public void anything(Supplier<List<PaletteEntry>> commands) {
        ask(
                "Type a command, a topic, a group or a record such as orders[3]@48210",
                typed -> source.all(commands.get(), typed));
    }

    /** @param commands what can be done now, for those who type one here */
    public void where(Supplier<List<PaletteEntry>> commands) {
        ask("Open a topic, a group or a record such as orders[3]@48210", typed -> source.all(commands.get(), typed));
    }

    public void topicToWatch() {
        ask("Which topic do you want to watch?", typed -> source.topicsFor(PageAddress.Kind.TOPIC, typed));
    }

    public void topicsToWatchTogether() {
        ask("Topics, separated by commas, or a pattern such as /orders.*/", source::severalTopics);
    }

    public void topicToSendTo() {
        ask("Which topic do you want to send to?", typed -> source.topicsFor(PageAddress.Kind.PRODUCER, typed));
    }

    public void topicToSearch() {
        ask("Which topic do you want to search?", typed -> source.topicsFor(PageAddress.Kind.SEARCH, typed));
    }

    /** Asks for a topic, and does something with its page. */
    public void topicTo(String verb, Consumer<PageAddress> action) {
        ask(
                "Which topic do you want to " + verb + "?",
                typed -> source.topicsFor(PageAddress.Kind.TOPIC, action, typed));
    }

    public void group() {
        ask("Which group do you want to see? Type a name that is not there yet for a new one", source::groupsOnly);
    }

    private void ask(String prompt, Function<String, List<PaletteEntry>> entries) {
        palette.show(prompt, entries, source::nothing);
        source.read(palette::refresh);
    }
}
