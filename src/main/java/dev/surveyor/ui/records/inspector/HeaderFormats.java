package dev.surveyor.ui.records.inspector;

import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.format.TopicDecoder;
import dev.surveyor.service.decode.Decoding;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/** The formats in which the values of a header can be read, for all records of a topic. */
final class HeaderFormats {

    private final Decoding decoding;

    HeaderFormats(Decoding decoding) {
        this.decoding = decoding;
    }

    /** Puts the formats in, the one in force marked. */
    void fill(List<MenuItem> items, String topic, String name) {
        String now = decoding.headerChoice(topic, name);
        ToggleGroup one = new ToggleGroup();
        items.clear();
        items.add(item("By its name and its bytes", null, now, one, topic, name));
        items.add(new SeparatorMenuItem());
        for (Decoders.Group group : decoding.groups()) {
            Menu menu = new Menu(group.label());
            menu.setId("inspector-header-group-" + id(group.label()));
            for (Decoder decoder : group.decoders()) {
                if (!(decoder instanceof TopicDecoder)) {
                    menu.getItems().add(item(decoder.name(), decoder.name(), now, one, topic, name));
                }
            }
            if (!menu.getItems().isEmpty()) {
                items.add(menu);
            }
        }
    }

    private RadioMenuItem item(
            String words, @Nullable String choice, @Nullable String now, ToggleGroup one, String topic, String name) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setMnemonicParsing(false);
        item.setId("inspector-header-as-" + (choice == null ? "auto" : id(words)));
        item.setToggleGroup(one);
        item.setSelected(choice == null ? now == null : choice.equals(now));
        item.setOnAction(event -> decoding.chooseHeader(topic, name, choice));
        return item;
    }

    private static String id(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
