package dev.surveyor.ui.inspector;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.detect.Decoders;
import dev.surveyor.codec.schema.SchemaFile;
import dev.surveyor.codec.schema.SchemaFormat;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.inspect.ReadingWords;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.parts.Controls;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** The decoders that can be chosen for the keys or the values of a topic. */
final class DecodeMenu {

    private final Decoding decoding;
    private final Dialogs dialogs;
    private String topic = "";
    private RecordPart part = RecordPart.VALUE;
    private String decoder = "";

    DecodeMenu(Decoding decoding, Dialogs dialogs) {
        this.decoding = decoding;
        this.dialogs = dialogs;
    }

    /** Says whose choice it is, and what reads the record that is shown. */
    void of(String newTopic, RecordPart newPart, String newDecoder) {
        topic = newTopic;
        part = newPart;
        decoder = newDecoder;
    }

    /** Puts the choices in, the one in force marked. */
    void fill(List<MenuItem> items) {
        String now = decoding.choice(topic).of(part);
        FormatItems formats =
                FormatItems.fill(items, "inspector-decode", "Detect each record", decoding.groups(), now, this::choose);
        String wrapper = Decoders.wrapper(decoder);
        if (wrapper != null) {
            items.add(inside(wrapper, now));
        }
        items.add(new SeparatorMenuItem());
        if (now != null && SchemaFile.parse(now).isPresent()) {
            items.add(formats.item(ReadingWords.shortName(now), now));
        }
        MenuItem file = Controls.item("inspector-decode-file", "Schema file…", this::chooseFile);
        items.add(file);
        MenuItem again = Controls.item("inspector-decode-refresh", "Fetch schemas again", decoding::refresh);
        items.add(again);
    }

    /** Returns how to read what is inside of a wrapper of Kafka Streams. */
    private Menu inside(String wrapper, @Nullable String now) {
        Menu menu = new Menu("Inside as");
        menu.setId("inspector-decode-inside");
        FormatItems.fill(
                menu.getItems(),
                "inspector-inside",
                "Detect each record",
                FormatItems.ofBytes(decoding.groups()),
                now == null ? null : Decoders.insideOf(now),
                inside -> choose(inside == null ? null : Decoders.wrapped(wrapper, inside)));
        return menu;
    }

    private void choose(@Nullable String choice) {
        decoding.choose(topic, part, choice);
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
}
