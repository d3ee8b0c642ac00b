package dev.surveyor.ui.records.inspector;

import dev.surveyor.codec.RecordPart;
import dev.surveyor.codec.Slice;
import dev.surveyor.domain.record.ConsumedRecord;
import dev.surveyor.ui.parts.SegmentedControl;
import dev.surveyor.ui.parts.Sizes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A key or value of the selected record in the format that the user chose. Decodes off the JavaFX thread. */
final class PayloadPane extends VBox {

    /** How much is decoded unless the user asks for all. */
    static final int FIRST_BYTES = 256 * 1024;

    private static final int SAYS_SO_FROM = 1024 * 1024;
    private static final int TEXT_AREA_MOST = 16 * 1024;
    private static final int COLUMNS = 120;
    private static final int BASE64_COLUMNS = 40;

    private final InspectorTools tools;
    private final ByteFiles files;
    private final SegmentedControl<PayloadFormat> format =
            new SegmentedControl<>("inspector-format", PayloadFormat::label, List.of(PayloadFormat.values()));
    private final JsonTreeView tree;
    private final LinesView lines = new LinesView("inspector-lines");
    private final TextArea text = new TextArea();
    private final Label nothing = new Label();
    private final VBox working = new VBox(8);
    private final Label workingText = new Label();
    private final Label problem = new Label();
    private final Label summary = new Label();
    private final Button loadAll = new Button("Load all");
    private final Button saveAs = new Button("Save…");
    private final StackPane body = new StackPane();
    private final AtomicInteger wanted = new AtomicInteger();
    private RecordPart part = RecordPart.VALUE;
    private @Nullable ConsumedRecord record;

    PayloadPane(InspectorTools tools, JsonTreeView.Actions actions) {
        this.tools = tools;
        this.files = new ByteFiles(tools);
        tree = new JsonTreeView("inspector-tree", actions);
        HBox formats = new HBox(format);
        formats.getStyleClass().add("inspector-formats");
        body.getChildren().addAll(tree, lines, text, nothing, working);
        body.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        makeBody();
        getChildren().addAll(formats, problem, body, footer());
        getStyleClass().add("payload-pane");
        format.valueProperty().addListener((source, before, now) -> decode(FIRST_BYTES));
        clear();
    }

    /** Shows a part of a record. */
    void show(ConsumedRecord newRecord, RecordPart newPart) {
        record = newRecord;
        part = newPart;
        decode(FIRST_BYTES);
    }

    /** Shows nothing. */
    void clear() {
        record = null;
        wanted.incrementAndGet();
        only(nothing);
        nothing.setText("");
        problem.setManaged(false);
        problem.setVisible(false);
        summary.setText("");
        loadAll.setManaged(false);
        loadAll.setVisible(false);
        saveAs.setManaged(false);
        saveAs.setVisible(false);
    }

    private void makeBody() {
        text.setId("inspector-text");
        text.setAccessibleText("Payload as text");
        text.getStyleClass().addAll("mono", "inspector-text");
        text.setEditable(false);
        text.setWrapText(true);
        nothing.setId("inspector-nothing");
        nothing.getStyleClass().add("inspector-nothing");
        Button cancel = new Button("Cancel");
        cancel.setId("inspector-cancel");
        cancel.getStyleClass().addAll("sv-button", "small");
        cancel.setOnAction(event -> {
            wanted.incrementAndGet();
            nothing.setText("Decoding was cancelled.");
            only(nothing);
        });
        working.getChildren().addAll(workingText, cancel);
        working.getStyleClass().add("inspector-working");
        problem.setId("inspector-problem");
        problem.getStyleClass().add("inspector-problem");
        problem.setWrapText(true);
    }

    private HBox footer() {
        summary.setId("inspector-size");
        summary.getStyleClass().add("caption");
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMaxWidth(Double.MAX_VALUE);
        loadAll.setId("inspector-load-all");
        loadAll.setOnAction(event -> decode(Integer.MAX_VALUE));
        saveAs.setId("inspector-save");
        saveAs.setOnAction(event -> {
            ConsumedRecord now = record;
            if (now != null) {
                String name = now.reference().toString().replaceAll("[^A-Za-z0-9._-]+", "-");
                files.save(name + "." + part.name().toLowerCase(java.util.Locale.ROOT), Slice.of(now, part));
            }
        });
        for (Button button : List.of(loadAll, saveAs)) {
            button.getStyleClass().addAll("sv-button", "small", "flat", "accent-text");
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox footer = new HBox(4, summary, loadAll, saveAs);
        footer.getStyleClass().add("inspector-size-line");
        footer.setAlignment(Pos.CENTER_LEFT);
        return footer;
    }

    private void decode(int maxBytes) {
        ConsumedRecord now = record;
        if (now == null) {
            return;
        }
        int number = wanted.incrementAndGet();
        Slice bytes = Slice.of(now, part);
        PayloadFormat as = format.getValue();
        if (bytes.length() >= SAYS_SO_FROM) {
            workingText.setText("Decoding " + Sizes.text(bytes.length()) + "…");
            only(working);
        }
        tools.background().execute(() -> {
            Payload payload = Payload.of(bytes, as, maxBytes);
            List<String> broken = payload.body() instanceof Payload.Body.Text long_
                            && long_.text().length() > TEXT_AREA_MOST
                    ? LinesView.broken(long_.text(), as == PayloadFormat.BASE64 ? BASE64_COLUMNS : COLUMNS)
                    : List.of();
            tools.ui().execute(() -> {
                if (number == wanted.get()) {
                    draw(payload, broken, bytes);
                }
            });
        });
    }

    private void draw(Payload payload, List<String> broken, Slice bytes) {
        String why = payload.problem();
        problem.setText(why == null ? "" : why);
        problem.setVisible(why != null);
        problem.setManaged(why != null);
        boolean cut = !payload.complete();
        summary.setText(
                cut ? "Showing " + Sizes.text(FIRST_BYTES) + " of " + Sizes.text(bytes.length()) : payload.summary());
        loadAll.setVisible(cut);
        loadAll.setManaged(cut);
        saveAs.setVisible(cut);
        saveAs.setManaged(cut);
        if (payload.body() instanceof Payload.Body.Tree json) {
            tree.show(json.root());
            only(tree);
        } else if (payload.body() instanceof Payload.Body.Hex hex) {
            lines.hex(hex.dump());
            only(lines);
        } else if (payload.body() instanceof Payload.Body.Text plain) {
            drawText(plain.text(), broken);
        } else if (payload.body() instanceof Payload.Body.Nothing) {
            boolean tombstone = bytes.isNull() && part == RecordPart.VALUE && record != null && record.keyLength() >= 0;
            nothing.setText(
                    bytes.isEmpty() ? "\"\" empty: no bytes, but not null" : tombstone ? "∅ tombstone" : "∅ null");
            only(nothing);
        }
    }

    private void drawText(String plain, List<String> broken) {
        if (broken.isEmpty()) {
            text.setText(plain);
            only(text);
        } else {
            lines.lines(broken);
            only(lines);
        }
    }

    private void only(Node shown) {
        for (Node node : body.getChildren()) {
            node.setVisible(node.equals(shown));
        }
    }
}
