package dev.surveyor.ui.inspector;

import dev.surveyor.codec.detect.Reading;
import dev.surveyor.service.inspect.PayloadFormat;
import dev.surveyor.service.inspect.PayloadShown;
import dev.surveyor.service.inspect.ReadPart;
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
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A key or value of the record in the format that the user chose. */
final class PayloadPane extends VBox {

    private static final Logger LOG = LoggerFactory.getLogger(PayloadPane.class);

    private final PayloadViewModel model;
    private final Runnable save;
    private final SegmentedControl<PayloadFormat> format =
            new SegmentedControl<>("inspector-format", PayloadFormat::label, List.of(PayloadFormat.values()));
    private final ToggleButton pretty = Controls.toggle(
            "inspector-pretty",
            "{ }",
            "One field a line; off: the characters as they were sent",
            "small",
            "inspector-pretty");
    private final FindBar find;
    private final Label workingText = new Label();
    private final PayloadBody body;
    private final Label problem = new Label();
    private final Label summary = new Label();
    private final Button loadAll = Controls.button("inspector-load-all", "Load all", "");
    private final Button saveAs = Controls.button("inspector-save", "Save…", "");
    private final DecodeBar decodeBar;
    private final ViewBar viewBar;

    /**
     * @param save writes what is shown to a file that the user chooses
     */
    PayloadPane(PayloadViewModel model, InspectorTools tools, FieldActions fields, Runnable save) {
        this.model = model;
        this.save = save;
        decodeBar = new DecodeBar(tools.decoding(), tools.dialogs());
        viewBar = new ViewBar(model.viewProperty()::set);
        body = new PayloadBody(fields, tools.clipboards(), working());
        find = new FindBar(model.find(), body::focusShown);
        model.find().onReveal(body::reveal);
        VBox.setVgrow(body, Priority.ALWAYS);
        problem.setId("inspector-problem");
        problem.getStyleClass().add("inspector-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(formats(), decodeBar, viewBar, find, problem, body, footer());
        getStyleClass().add("payload-pane");
        format.valueProperty().bindBidirectional(model.formatProperty());
        pretty.selectedProperty().bindBidirectional(model.prettyProperty());
        model.shownProperty().subscribe(this::show);
    }

    /** Opens the search or goes on in it, where the key says so. */
    boolean find(KeyEvent event) {
        return model.hasRecord() && find.handle(event);
    }

    /** What cannot be drawn fails as what cannot be decoded does. */
    private void show(PayloadShown now) {
        try {
            draw(now);
        } catch (RuntimeException thrown) {
            LOG.warn("A key or value cannot be drawn", thrown);
            model.fail(thrown);
        }
    }

    private void draw(PayloadShown now) {
        ReadPart read = now.read();
        if (read == null) {
            decodeBar.clear();
        } else {
            decodeBar.show(read);
        }
        Reading aside = now.aside();
        if (aside == null) {
            viewBar.clear();
        } else {
            viewBar.show(aside);
        }
        problem.setText(now.problem());
        Shown.set(problem, !now.problem().isEmpty());
        summary.setText(now.summary());
        Shown.set(loadAll, now.more());
        Shown.set(saveAs, now.save());
        Shown.set(pretty, now.layable());
        draw(now.body());
    }

    private void draw(PayloadShown.Body now) {
        if (now instanceof PayloadShown.Body.Blank) {
            body.blank();
        } else if (now instanceof PayloadShown.Body.Word word) {
            body.blank();
            body.word(word.words());
        } else if (now instanceof PayloadShown.Body.Working work) {
            workingText.setText(work.words());
            body.working();
        } else if (now instanceof PayloadShown.Body.Drawn drawn) {
            body.show(drawn.content());
        }
    }

    private HBox formats() {
        pretty.setAccessibleText("One field a line");
        Button search = InspectorBar.icon(
                "inspector-find-open", Feather.SEARCH, "Find in this value (Ctrl+F)", () -> find.open());
        HBox formats = new HBox(4, format, new Spacer(), search);
        formats.getStyleClass().add("inspector-formats");
        formats.setAlignment(Pos.CENTER_LEFT);
        return formats;
    }

    private VBox working() {
        Button cancel = Controls.button("inspector-cancel", "Cancel", "", model::cancel, "small");
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
        loadAll.setOnAction(event -> model.loadAll());
        saveAs.setOnAction(event -> save.run());
        for (Button button : List.of(loadAll, saveAs)) {
            button.getStyleClass().addAll("small", "flat", "accent-text");
            Uncut.keep(button);
        }
        HBox footer = new HBox(4, summary, pretty, loadAll, saveAs);
        footer.getStyleClass().add("inspector-size-line");
        footer.setAlignment(Pos.CENTER_LEFT);
        return footer;
    }
}
