package dev.surveyor.ui.inspector;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.detect.Reading;
import dev.surveyor.codec.format.Input;
import dev.surveyor.codec.format.View;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.service.failure.Faults;
import dev.surveyor.service.files.FileNames;
import dev.surveyor.service.inspect.Payload;
import dev.surveyor.service.inspect.PayloadFormat;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.SegmentedControl;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A key or value of the record in the format that the user chose. Decodes off the JavaFX thread. */
final class PayloadPane extends VBox {

    private static final int SAYS_SO_FROM = 1024 * 1024;

    private final InspectorTools tools;
    private final ByteFiles files;
    private final FieldActions fields;
    private final SegmentedControl<PayloadFormat> format =
            new SegmentedControl<>("inspector-format", PayloadFormat::label, List.of(PayloadFormat.values()));
    private final ToggleButton pretty = new ToggleButton("{ }");
    private final FindBar find;
    private final Label workingText = new Label();
    private final PayloadBody body;
    private final Label problem = new Label();
    private final Label summary = new Label();
    private final Button loadAll = new Button("Load all");
    private final Button saveAs = new Button("Save…");
    private final LatestWork decoding;
    private RecordPart part = RecordPart.VALUE;
    private boolean all;
    private @Nullable ConsumedRecord record;
    private final DecodeBar decodeBar;
    private final ViewBar viewBar = new ViewBar(this::decode);
    private @Nullable Runnable stopListening;

    PayloadPane(InspectorTools tools, FieldActions fields) {
        this.tools = tools;
        this.decoding = new LatestWork(tools.background(), tools.ui());
        this.fields = fields;
        this.files = new ByteFiles(tools);
        this.decodeBar = new DecodeBar(tools.decoding(), tools.dialogs());
        body = new PayloadBody(fields, tools.clipboards(), working());
        find = new FindBar(tools.background(), tools.ui(), body::reveal, body::focusShown);
        VBox.setVgrow(body, Priority.ALWAYS);
        problem.setId("inspector-problem");
        problem.getStyleClass().add("inspector-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(formats(), decodeBar, viewBar, find, problem, body, footer());
        getStyleClass().add("payload-pane");
        format.valueProperty().addListener((source, before, now) -> decode());
        pretty.selectedProperty().addListener((source, before, now) -> decode());
        clear();
    }

    /** Shows a part of a record. */
    void show(ConsumedRecord newRecord, RecordPart newPart) {
        if (!newRecord.equals(record) || newPart != part) {
            blank();
        }
        record = newRecord;
        part = newPart;
        all = false;
        fields.of(newPart);
        if (stopListening == null) {
            stopListening = tools.decoding().onChange(() -> tools.ui().execute(this::decode));
        }
        decode();
    }

    /** Shows nothing. */
    void clear() {
        record = null;
        Runnable stop = stopListening;
        if (stop != null) {
            stop.run();
            stopListening = null;
        }
        decodeBar.clear();
        viewBar.clear();
        blank();
        body.word("");
    }

    /** Shows nothing of what was shown, and gives up what is being made; what is visible stays so, with its focus. */
    void blank() {
        decoding.cancel();
        find.in(null);
        body.blank();
        Shown.set(problem, false);
        summary.setText("");
        Shown.set(loadAll, false);
        Shown.set(saveAs, false);
        Shown.set(pretty, false);
    }

    /** Shows nothing of the record but why it is not shown. */
    void fail(Throwable thrown) {
        blank();
        decodeBar.clear();
        String what = part == RecordPart.KEY ? "The key" : "The value";
        body.word(Faults.sentence(what + " cannot be shown", thrown)
                + " Choose another format, or save the bytes to a file.");
        Shown.set(saveAs, record != null);
    }

    /** Opens the search or goes on in it, where the key says so. */
    boolean find(KeyEvent event) {
        return record != null && find.handle(event);
    }

    /** Asks for a file and writes the part into it. */
    void save(RecordPart which) {
        ConsumedRecord now = record;
        if (now != null) {
            String end = "-" + now.partition().partition() + "-" + now.offset()
                    + (which == RecordPart.KEY ? ".key" : ".value");
            files.save(FileNames.of(now.partition().topic(), end), Slice.of(now, which));
        }
    }

    private HBox formats() {
        pretty.setId("inspector-pretty");
        pretty.getStyleClass().addAll("small", "inspector-pretty");
        pretty.setTooltip(new Tooltip("One field a line; off: the characters as they were sent"));
        pretty.setAccessibleText("One field a line");
        pretty.setSelected(true);
        Button search = InspectorBar.icon(
                "inspector-find-open", Feather.SEARCH, "Find in this value (Ctrl+F)", () -> find.open());
        HBox formats = new HBox(4, format, new Spacer(), search);
        formats.getStyleClass().add("inspector-formats");
        formats.setAlignment(Pos.CENTER_LEFT);
        return formats;
    }

    private VBox working() {
        Button cancel = Controls.button(
                "inspector-cancel",
                "Cancel",
                "",
                () -> {
                    decoding.cancel();
                    body.word("Decoding was cancelled. Choose a format to begin again.");
                },
                "small");
        workingText.setId("inspector-working");
        VBox working = new VBox(8, workingText, cancel);
        working.getStyleClass().add("inspector-working");
        return working;
    }

    private HBox footer() {
        summary.setId("inspector-size");
        summary.getStyleClass().add("caption");
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMaxWidth(Double.MAX_VALUE);
        loadAll.setId("inspector-load-all");
        loadAll.setOnAction(event -> {
            all = true;
            decode();
        });
        saveAs.setId("inspector-save");
        saveAs.setOnAction(event -> save(part));
        for (Button button : List.of(loadAll, saveAs)) {
            button.getStyleClass().addAll("small", "flat", "accent-text");
            Uncut.keep(button);
        }
        HBox footer = new HBox(4, summary, pretty, loadAll, saveAs);
        footer.getStyleClass().add("inspector-size-line");
        footer.setAlignment(Pos.CENTER_LEFT);
        return footer;
    }

    private void decode() {
        ConsumedRecord now = record;
        if (now == null) {
            return;
        }
        Slice bytes = Slice.of(now, part);
        RecordPart which = part;
        PayloadFormat as = format.getValue();
        Payload.Wish wish = new Payload.Wish(all, pretty.isSelected());
        View view = viewBar.view();
        find.in(null);
        if (bytes.length() >= SAYS_SO_FROM) {
            workingText.setText("Decoding " + Sizes.text(bytes.length()) + "…");
            body.working();
        }
        decoding.start(
                givenUp -> {
                    Reading reading = tools.decoding().reader().read(now, which, wish.bytes(), Input.Effort.FULL, view);
                    PayloadFormat format = DecodeBar.formatOf(reading, as);
                    boolean raw = format == PayloadFormat.HEX || format == PayloadFormat.BASE64;
                    Slice shown = raw ? bytes : reading.text();
                    return new Made(reading, shown, Payload.of(shown, format, wish));
                },
                made -> {
                    decodeBar.show(now, which, made.reading);
                    viewBar.show(made.reading);
                    draw(made.payload, made.shown, bytes, as);
                    drawReading(made.reading, made.payload, bytes);
                },
                this::fail);
    }

    private record Made(Reading reading, Slice shown, Payload payload) {}

    private void draw(Payload payload, Slice bytes, Slice raw, PayloadFormat as) {
        String why = payload.problem();
        problem.setText(why == null ? "" : why);
        Shown.set(problem, why != null);
        summary.setText(payload.summary());
        Shown.set(loadAll, payload.more());
        Shown.set(saveAs, payload.more() || bytes.length() > Payload.FIRST_BYTES);
        Shown.set(pretty, payload.json() && as == PayloadFormat.TEXT);
        if (payload.body() instanceof Payload.Body.Nothing) {
            body.word(nothing(raw));
            find.in(null);
        } else {
            find.in(body.show(payload.body(), bytes));
        }
    }

    private String nothing(Slice raw) {
        if (raw.isNull()) {
            boolean tombstone = part == RecordPart.VALUE && record != null && record.keyLength() >= 0;
            return tombstone ? "∅ tombstone" : "∅ null";
        }
        return raw.isEmpty()
                ? "\"\" empty: no bytes, but not null"
                : "\"\" an empty text: what is packed in these " + Sizes.text(raw.length()) + " is nothing";
    }

    /** What the decoding has to say beside what is shown. */
    private void drawReading(Reading reading, Payload payload, Slice bytes) {
        String why = reading.problem();
        String drawn = payload.problem();
        if (why != null && !why.equals(drawn)) {
            String first = reading.state() == Reading.State.WAITING ? "Raw bytes for now: " + why : why;
            problem.setText(drawn == null ? first : first + "\n" + drawn);
            Shown.set(problem, true);
        }
        boolean made = reading.state() == Reading.State.READ && reading.text().length() != bytes.length();
        if (made) {
            summary.setText(Sizes.text(bytes.length()) + " raw · " + payload.summary());
        }
        boolean more = payload.more() || (!reading.complete() && !all);
        Shown.set(loadAll, more);
        Shown.set(saveAs, more || made || bytes.length() > Payload.FIRST_BYTES);
    }
}
