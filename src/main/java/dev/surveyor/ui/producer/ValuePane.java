package dev.surveyor.ui.producer;

import dev.surveyor.codec.PrettyJson;
import dev.surveyor.codec.Slice;
import dev.surveyor.codec.encode.Encoded;
import dev.surveyor.codec.encode.ValueType;
import dev.surveyor.codec.words.Sizes;
import dev.surveyor.domain.failure.BrokerFailureException;
import dev.surveyor.service.produce.Presence;
import dev.surveyor.service.produce.ReadableBytes;
import dev.surveyor.service.produce.ValueFile;
import dev.surveyor.service.produce.Variables;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.LatestWork;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.SegmentedControl;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.StyleFamily;
import dev.surveyor.ui.parts.Uncut;
import dev.surveyor.ui.parts.ValueTag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The value of the record: its type, its text, and whether the text is what the type wants. */
final class ValuePane extends VBox {

    private static final StyleFamily TONES = new StyleFamily("ok", "danger");

    private final ProducerContext context;
    private final LatestWork reading;
    private final Payload value;

    private final Label label = Types.label("_Value", this);
    private final ComboBox<ValueType> type = Types.combo("producer-value-type", Types.OF_TEXT);
    private final SegmentedControl<Presence> presence = Types.presence("producer-value-presence");
    private final Button format =
            Controls.button("producer-format", "_Format", "Lay the JSON out, a field a line (Shift+Alt+F)", "flat");
    private final CodeArea editor = new CodeArea();
    private final StackPane cover = new StackPane();
    private final FontIcon mark = new FontIcon(Feather.CHECK);
    private final Label validity = new Label();
    private final Label size = new Label();
    private final Hyperlink anyway;
    private final MenuButton insert = new MenuButton("Insert variable");
    private final Hyperlink fromFile = Controls.link("producer-value-file", "From file\u2026", "", this::chooseFile);

    ValuePane(ProducerContext context, Payload value) {
        this.context = context;
        this.reading =
                new LatestWork(context.toolkit().background(), context.toolkit().ui());
        this.value = value;
        anyway = Controls.link("producer-send-as-text", "Send as text anyway", "", () -> value.asTextProperty()
                .set(true));
        getStyleClass().add("value-pane");
        StackPane area = new StackPane(new VirtualizedScrollPane<>(editor), cover);
        area.getStyleClass().add("editor-frame");
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(head(), area, foot());
        bind();
    }

    /** Sets where the focus goes from the editor, which keeps no Tab for itself. */
    void tabTo(Node next) {
        editor.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                (event.isShiftDown() ? type : next).requestFocus();
                event.consume();
            }
        });
    }

    /** Leaves out the label. */
    void setNarrow(boolean narrow) {
        Shown.set(label, !narrow);
        insert.setText(narrow ? "Insert" : "Insert variable");
    }

    private HBox head() {
        Uncut.keep(format);
        format.setOnAction(e -> format());
        label.setLabelFor(editor);
        label.getStyleClass().add("first-label");
        HBox head = new HBox(8, label, type, presence, new Spacer(), format);
        head.getStyleClass().add("pane-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox foot() {
        mark.getStyleClass().add("small-icon");
        validity.setId("producer-value-validity");
        validity.getStyleClass().addAll("body-12", "medium");
        size.setId("producer-value-size");
        size.getStyleClass().addAll("body-12", "muted");
        Uncut.keep(size);
        Uncut.keep(anyway);
        Shown.foldHidden(anyway);
        insert.setId("producer-insert-variable");
        insert.getStyleClass().addAll("flat", "link-menu");
        Uncut.keep(insert);
        Variables.NAMES.forEach(this::offerVariable);
        Uncut.keep(fromFile);
        HBox foot = new HBox(8, mark, validity, size, new Spacer(), anyway, insert, fromFile);
        foot.getStyleClass().add("value-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void offerVariable(String name) {
        String variable = "{{" + name + "}}";
        insert.getItems().add(Controls.dataItem(variable, () -> editor.replaceSelection(variable)));
    }

    private void bind() {
        editor.setId("producer-value");
        editor.setAccessibleText("Value of the record");
        editor.setParagraphGraphicFactory(LineNumberFactory.get(editor, digits -> "%" + Math.max(2, digits) + "d"));
        editor.replaceText(value.textProperty().get());
        editor.getUndoManager().forgetHistory();
        editor.textProperty().addListener((at, old, now) -> {
            value.textProperty().set(now);
            highlight();
        });
        value.textProperty().addListener((at, old, now) -> {
            if (!editor.getText().equals(now)) {
                editor.replaceText(now);
                editor.moveTo(0);
            }
        });
        type.valueProperty().bindBidirectional(value.typeProperty());
        presence.valueProperty().bindBidirectional(value.presenceProperty());
        value.encodedProperty().addListener(at -> show());
        value.typeProperty().addListener(at -> highlight());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F && event.isShiftDown() && event.isAltDown() && !format.isDisabled()) {
                format();
                event.consume();
            }
        });
        highlight();
        show();
    }

    private void highlight() {
        boolean json = value.typeProperty().get() == ValueType.JSON;
        editor.setStyleSpans(0, JsonHighlighter.spans(editor.getText(), json));
    }

    private void show() {
        Presence now = value.presenceProperty().get();
        boolean typed = now == Presence.VALUE;
        cover.setVisible(!typed);
        cover.getStyleClass().setAll("editor-cover");
        cover.getChildren().setAll(now == Presence.NULL ? ValueTag.tombstone() : ValueTag.empty());
        editor.setDisable(!typed);
        Encoded.Invalid error = value.error();
        byte[] bytes = value.sampleBytes();
        boolean json = value.typeProperty().get() == ValueType.JSON;
        mark.setIconCode(error == null ? Feather.CHECK : Feather.X);
        TONES.wear(mark, error == null ? "ok" : "danger");
        TONES.wear(validity, error == null ? "ok" : "danger");
        validity.setText(error != null ? error.toString() : validWords(now, json));
        validity.setTooltip(error == null ? null : new Tooltip(error.toString()));
        size.setText(error != null || bytes == null ? "" : (value.varies() ? "about " : "") + Sizes.text(bytes.length));
        anyway.setVisible(error != null && (json || error.message().startsWith("unknown variable")));
        format.setDisable(!typed || !json || error != null || value.varies());
    }

    private String validWords(Presence now, boolean json) {
        return switch (now) {
            case NULL -> "null: no bytes, a tombstone on a compacted topic";
            case EMPTY -> "empty: zero bytes";
            case VALUE ->
                value.asTextProperty().get()
                        ? "sent as text"
                        : "valid " + (json ? "JSON" : value.typeProperty().get());
        };
    }

    private void format() {
        Slice bytes = Slice.of(value.textProperty().get().getBytes(StandardCharsets.UTF_8));
        PrettyJson pretty = PrettyJson.of(bytes, bytes.length());
        if (pretty.complete() && pretty.problem() == null) {
            editor.replaceText(pretty.text());
        }
    }

    private void chooseFile() {
        Dialogs.FileRequest request = new Dialogs.FileRequest("Value from a file", "", "All files", List.of());
        context.toolkit().dialogs().openFile(request, this::read);
    }

    /** Makes the bytes of a file the value, or says why it cannot. */
    void read(Path file) {
        reading.start(
                givenUp -> ReadableBytes.of(ValueFile.read(file), true),
                readable -> value.set(readable.type(), readable.presence(), readable.text()),
                thrown -> context.toolkit().dialogs().error(BrokerFailureException.in(thrown)));
    }
}
