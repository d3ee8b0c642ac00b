package dev.surveyor.ui.connections;

import dev.surveyor.codec.Counted;
import dev.surveyor.service.connection.ProfileDraft;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.parts.DropTarget;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Pasting or choosing a client.properties file, over the screen it was asked for on. */
final class ImportPane extends StackPane {

    private static final double WIDTH = 600;
    private static final int ROWS = 10;

    private final ImportViewModel model;
    private final Dialogs dialogs;
    private final TextArea text = new TextArea();
    private final Label result = new Label();
    private final Button accept = new Button("_Import");

    ImportPane(ImportViewModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("import-scrim");
        VBox card = new VBox(12, head(), text, result, foot());
        card.getStyleClass().add("import-card");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        getChildren().add(card);
        bind();
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

    private VBox head() {
        Label title = new Label("Import client.properties");
        title.getStyleClass().add("title-15");
        Label hint = new Label("Paste the lines of a file, or a list such as b1:9092, b2:9092. "
                + "Passwords stay in memory and are never saved.");
        hint.setLabelFor(text);
        hint.setWrapText(true);
        hint.getStyleClass().addAll("muted", "body-12");
        return new VBox(4, title, hint);
    }

    private HBox foot() {
        Button choose = new Button("Choose _file…");
        choose.setId("import-file");
        choose.setOnAction(event -> dialogs.openFile(
                new Dialogs.FileRequest(
                        "Import client.properties", "", "Client properties", List.of("*.properties", "*.conf", "*.*")),
                model::readFile));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cancel = new Button("Cancel");
        cancel.setId("import-cancel");
        cancel.setOnAction(event -> model.cancel());
        accept.setId("import-accept");
        accept.getStyleClass().add("accent");
        accept.setOnAction(event -> model.accept());
        HBox foot = new HBox(8, choose, gap, cancel, accept);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void bind() {
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
        visibleProperty().bind(model.openProperty());
        managedProperty().bind(model.openProperty());
        visibleProperty().addListener((property, before, now) -> {
            if (now) {
                text.requestFocus();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.cancel();
                event.consume();
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
