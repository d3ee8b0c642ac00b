package dev.surveyor.ui.connections;

import dev.surveyor.codec.words.Counted;
import dev.surveyor.service.connection.ProfileDraft;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.fx.Sheet;
import dev.surveyor.ui.fx.Sheets;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.DropTarget;
import dev.surveyor.ui.parts.StyleSheets;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Pasting or choosing a client.properties file, over the screen it was asked for on. */
public final class ImportSheet extends Sheet {

    private static final double WIDTH = 600;
    private static final int ROWS = 10;

    private final ImportViewModel model;
    private final TextArea text = new TextArea();
    private final Label result = new Label();
    private final Button accept;

    /**
     * Makes it, closed; it opens and closes with the model.
     *
     * @param sheets where it lies
     * @param dialogs asks for the file
     */
    public ImportSheet(ImportViewModel model, Sheets sheets, Dialogs dialogs) {
        super("import", "Import client.properties", WIDTH);
        this.model = model;
        getStylesheets().add(StyleSheets.of(ImportSheet.class));
        Label hint = new Label("Paste the lines of a file, or a list such as b1:9092, b2:9092. "
                + "Passwords stay in memory and are never saved.");
        hint.setLabelFor(text);
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().addAll("muted", "body-12");
        add(hint, text, result);
        Button choose = Controls.button(
                "import-file",
                "Choose _file…",
                "",
                () -> dialogs.openFile(
                        new Dialogs.FileRequest(
                                "Import client.properties",
                                "",
                                "Client properties",
                                List.of("*.properties", "*.conf", "*.*")),
                        model::readFile));
        aside(choose);
        closing("import-cancel", "Cancel");
        accept = action("import-accept", "_Import", model::accept);
        beginAt(text);
        onClosed(model::cancel);
        bind(sheets);
    }

    /** Lets files and texts be dropped on the region, to be imported. */
    static void acceptDrops(Region region, ImportViewModel model) {
        DropTarget.on(region, new Drop(model));
    }

    /** A file, or the text of one. */
    private record Drop(ImportViewModel model) implements DropTarget {

        @Override
        public boolean takes(Clipboard dragged) {
            return dragged.hasFiles() || dragged.hasString();
        }

        @Override
        public boolean drop(Clipboard dropped) {
            if (dropped.hasFiles() && !dropped.getFiles().isEmpty()) {
                model.readFile(dropped.getFiles().get(0).toPath());
                return true;
            }
            String words = dropped.getString();
            if (words == null) {
                return false;
            }
            model.show();
            model.textProperty().set(words);
            return true;
        }
    }

    private void bind(Sheets sheets) {
        text.setId("import-text");
        text.setPrefRowCount(ROWS);
        text.getStyleClass().add("mono");
        text.setPromptText("bootstrap.servers=host:9092");
        text.textProperty().bindBidirectional(model.textProperty());
        result.setId("import-result");
        result.setWrapText(true);
        result.setMinHeight(USE_PREF_SIZE);
        result.getStyleClass().add("body-12");
        model.problemProperty().addListener((property, before, now) -> showResult());
        model.draftProperty().addListener((property, before, now) -> showResult());
        showResult();
        model.openProperty().addListener((property, before, now) -> {
            if (now) {
                sheets.show(this);
            } else {
                close();
            }
        });
        acceptDrops(this, model);
    }

    private void showResult() {
        String problem = model.problemProperty().get();
        ProfileDraft draft = model.draftProperty().get();
        result.getStyleClass().removeAll("danger", "muted", "ok");
        accept.setDisable(draft == null);
        if (!problem.isEmpty()) {
            result.setText(problem);
            result.getStyleClass().add("danger");
        } else if (draft == null) {
            result.setText("Or drop the file here.");
            result.getStyleClass().add("muted");
        } else {
            result.setText(words(draft));
            result.getStyleClass().add("ok");
        }
    }

    private static String words(@Nullable ProfileDraft draft) {
        if (draft == null) {
            return "";
        }
        String found = Counted.of(draft.bootstrapServers().size(), "server") + ", "
                + Counted.of(draft.properties().size() + draft.secrets().size(), "property", "properties")
                + ".";
        return draft.notes().isEmpty() ? found : found + "\n" + String.join("\n", draft.notes());
    }
}
