package dev.surveyor.ui.records.inspector;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.codec.format.Decoder;
import dev.surveyor.codec.schema.SchemaFile;
import dev.surveyor.codec.schema.SchemaFormat;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.ui.fx.Dialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/** The decoders that can be chosen for the keys or the values of a topic. */
final class DecodeMenu {

    private final Decoding decoding;
    private final Dialogs dialogs;
    private String topic = "";
    private RecordPart part = RecordPart.VALUE;

    DecodeMenu(Decoding decoding, Dialogs dialogs) {
        this.decoding = decoding;
        this.dialogs = dialogs;
    }

    /** Says whose choice it is. */
    void of(String newTopic, RecordPart newPart) {
        topic = newTopic;
        part = newPart;
    }

    /** Puts the choices in, the one in force marked. */
    void fill(List<MenuItem> items) {
        String now = decoding.choice(topic).of(part);
        ToggleGroup one = new ToggleGroup();
        items.clear();
        items.add(item("Detect each record", null, now, one));
        items.add(new SeparatorMenuItem());
        for (Decoders.Group group : decoding.groups()) {
            Menu menu = new Menu(group.label());
            menu.setId("inspector-decode-group-" + id(group.label()));
            for (Decoder decoder : group.decoders()) {
                menu.getItems().add(item(decoder.name(), decoder.name(), now, one));
            }
            items.add(menu);
        }
        items.add(new SeparatorMenuItem());
        if (now != null && SchemaFile.parse(now).isPresent()) {
            items.add(item(DecodeBar.shortName(now), now, now, one));
        }
        MenuItem file = new MenuItem("Schema file…");
        file.setId("inspector-decode-file");
        file.setOnAction(event -> chooseFile());
        items.add(file);
        MenuItem again = new MenuItem("Fetch schemas again");
        again.setId("inspector-decode-refresh");
        again.setOnAction(event -> decoding.refresh());
        items.add(again);
    }

    private RadioMenuItem item(String words, @Nullable String choice, @Nullable String now, ToggleGroup one) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setMnemonicParsing(false);
        item.setId("inspector-decode-as-" + (choice == null ? "auto" : id(words)));
        item.setToggleGroup(one);
        item.setSelected(choice == null ? now == null : choice.equals(now));
        item.setOnAction(event -> decoding.choose(topic, part, choice));
        return item;
    }

    private void chooseFile() {
        dialogs.openFile(
                new Dialogs.FileRequest(
                        "Schema file for the " + (part == RecordPart.KEY ? "keys" : "values") + " of " + topic,
                        "",
                        "Avro, Protobuf or JSON Schema",
                        List.of("*.avsc", "*.proto", "*.desc", "*.pb", "*.protoset", "*.json")),
                this::chosen);
    }

    private void chosen(Path path) {
        SchemaFormat format = SchemaFile.formatOf(path.toString()).orElse(SchemaFormat.AVRO);
        String file = path.toAbsolutePath().toString();
        if (format != SchemaFormat.PROTOBUF) {
            decoding.choose(topic, part, new SchemaFile(format, file, null).toString());
            return;
        }
        dialogs.askText(
                new Dialogs.TextRequest(
                        "Message of " + path.getFileName(),
                        "Full name; empty for the first message",
                        "",
                        "Decode",
                        name -> ""),
                name -> decoding.choose(
                        topic, part, new SchemaFile(format, file, name.isBlank() ? null : name.strip()).toString()));
    }

    private static String id(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
