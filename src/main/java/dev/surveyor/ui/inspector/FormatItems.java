package dev.surveyor.ui.inspector;

import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.TopicDecoder;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/** The formats as items of a menu, in groups, the one in force marked. */
final class FormatItems {

    private final String id;
    private final @Nullable String now;
    private final Consumer<@Nullable String> choose;
    private final ToggleGroup one = new ToggleGroup();

    private FormatItems(String id, @Nullable String now, Consumer<@Nullable String> choose) {
        this.id = id;
        this.now = now;
        this.choose = choose;
    }

    /**
     * Puts the formats in.
     *
     * @param id with which those of the items begin
     * @param auto the words for choosing nothing
     * @param now the name of the format in force, or null
     * @param choose takes the name of a format, or null
     */
    static FormatItems fill(
            List<MenuItem> items,
            String id,
            String auto,
            List<Decoders.Group> groups,
            @Nullable String now,
            Consumer<@Nullable String> choose) {
        FormatItems formats = new FormatItems(id, now, choose);
        items.clear();
        items.add(formats.choice(id, auto, null));
        items.add(new SeparatorMenuItem());
        for (Decoders.Group group : groups) {
            items.add(formats.menu(id, group));
        }
        return formats;
    }

    /** Returns the groups without what is read by the name of its topic. */
    static List<Decoders.Group> ofBytes(List<Decoders.Group> groups) {
        return groups.stream()
                .map(group -> new Decoders.Group(
                        group.label(),
                        group.decoders().stream()
                                .filter(decoder -> !(decoder instanceof TopicDecoder))
                                .toList()))
                .filter(group -> !group.decoders().isEmpty())
                .toList();
    }

    /** Returns one more item. */
    RadioMenuItem item(String words, String choice) {
        return choice(id, words, choice);
    }

    private Menu menu(String start, Decoders.Group group) {
        Menu menu = new Menu(group.label());
        menu.setId(start + "-group-" + idOf(group.label()));
        for (Decoder decoder : group.decoders()) {
            menu.getItems().add(choice(start, decoder.name(), decoder.name()));
        }
        return menu;
    }

    private RadioMenuItem choice(String start, String words, @Nullable String choice) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setMnemonicParsing(false);
        item.setId(start + "-as-" + (choice == null ? "auto" : idOf(words)));
        item.setToggleGroup(one);
        item.setSelected(choice == null ? now == null : choice.equals(now));
        item.setOnAction(event -> choose.accept(choice));
        return item;
    }

    private static String idOf(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
