package dev.surveyor.ui.inspector;

import dev.surveyor.codec.diff.Difference;
import dev.surveyor.service.inspect.Compared;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.parts.FilledListCell;
import dev.surveyor.ui.parts.StyleFamily;
import dev.surveyor.ui.parts.Uncut;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How the value of the record differs from an older one: what was removed, what was added, where. */
final class DiffPane extends VBox {

    private static final double LINE_HEIGHT = 20;

    private final Label against = new Label();
    private final Label result = new Label();
    private final ListView<Difference> lines = new ListView<>();

    DiffPane(DiffViewModel model, Clipboards clipboards) {
        getStyleClass().add("diff-pane");
        against.setId("inspector-diff-against");
        against.getStyleClass().add("diff-against");
        against.setWrapText(true);
        result.setId("inspector-diff-result");
        result.getStyleClass().add("caption");
        result.setWrapText(true);
        VBox head = new VBox(2, against, result);
        head.setMinHeight(Region.USE_PREF_SIZE);
        against.setMinHeight(Region.USE_PREF_SIZE);
        result.setMinHeight(Region.USE_PREF_SIZE);
        head.getStyleClass().add("diff-head");
        lines.setId("inspector-diff");
        lines.setAccessibleText("Differences");
        lines.getStyleClass().addAll("lines-view", "diff-lines");
        lines.setFixedCellSize(LINE_HEIGHT);
        lines.setCellFactory(list -> new Line());
        lines.setPlaceholder(new Label(""));
        lines.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Difference now = lines.getSelectionModel().getSelectedItem();
            if (event.isShortcutDown() && event.getCode() == KeyCode.C && now != null) {
                clipboards.copy(now.text());
                event.consume();
            }
        });
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(head, lines);
        model.comparedProperty().subscribe(this::show);
    }

    private void show(Compared now) {
        against.setText(now.against());
        result.setText(now.result());
        lines.setItems(FXCollections.observableList(now.differences()));
    }

    private static final class Line extends FilledListCell<Difference> {
        private static final StyleFamily KINDS = new StyleFamily("diff-added", "diff-removed", "diff-skipped");

        private final Label sign = new Label();
        private final Label place = new Label();
        private final Label text = new Label();
        private final HBox line = new HBox(6, sign, place, text);

        Line() {
            sign.getStyleClass().add("diff-sign");
            place.getStyleClass().add("diff-place");
            Uncut.keep(place);
            text.getStyleClass().add("diff-text");
        }

        @Override
        protected void clear() {
            KINDS.wear(this, "");
        }

        @Override
        protected void show(Difference difference) {
            KINDS.wear(
                    this,
                    switch (difference.kind()) {
                        case ADDED -> "diff-added";
                        case REMOVED -> "diff-removed";
                        case SKIPPED -> "diff-skipped";
                        case SAME -> "";
                    });
            sign.setText(
                    switch (difference.kind()) {
                        case ADDED -> "+";
                        case REMOVED -> "−";
                        case SAME -> " ";
                        case SKIPPED -> "⋯";
                    });
            place.setText(difference.place());
            text.setText(difference.text());
            setGraphic(line);
        }
    }
}
