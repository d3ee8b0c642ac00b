package dev.surveyor.ui.inspector;

import dev.surveyor.codec.detect.Reading;
import dev.surveyor.service.decode.Decoding;
import dev.surveyor.service.inspect.ReadPart;
import dev.surveyor.service.inspect.ReadingWords;
import dev.surveyor.ui.fx.Dialogs;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Says how a key or value is decoded and why, and lets the user choose for its topic. */
final class DecodeBar extends VBox {

    private final MenuButton menu = new MenuButton();
    private final Label detail = new Label();
    private final Spacer room = new Spacer();
    private final ToggleButton why =
            Controls.toggle("inspector-decode-why", "Why?", "", "small", "flat", "accent-text");
    private final VBox attempts = new VBox(2);
    private final ScrollPane attemptsPane = new ScrollPane(attempts);
    private final HBox row = new HBox(6);
    private final DecodeMenu items;

    DecodeBar(Decoding decoding, Dialogs dialogs) {
        items = new DecodeMenu(decoding, dialogs);
        menu.setId("inspector-decode");
        menu.setAccessibleText("Decode as");
        menu.setTooltip(new Tooltip("How this topic's keys or values are decoded, here, in the table and in filters"));
        menu.getStyleClass().addAll("small", "inspector-decode");
        Uncut.keep(menu);
        menu.setOnShowing(event -> items.fill(menu.getItems()));
        // A menu button without items does not open.
        items.fill(menu.getItems());
        detail.setId("inspector-decode-detail");
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        why.setAccessibleText("Which decoders were tried");
        Uncut.keep(why);
        attempts.setId("inspector-attempts");
        attempts.getStyleClass().add("inspector-attempts");
        attemptsPane.setFitToWidth(true);
        attemptsPane.getStyleClass().add("inspector-attempts-pane");
        Shown.when(attemptsPane, why.selectedProperty());
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("inspector-decode-row");
        getChildren().addAll(row, attemptsPane);
        place(false);
        widthProperty().addListener((source, before, now) -> place());
        clear();
    }

    void show(ReadPart read) {
        Reading reading = read.reading();
        boolean something = reading.state() != Reading.State.NOTHING;
        Shown.set(this, something);
        items.of(read.wanted().record().partition().topic(), read.wanted().part(), reading.decoder());
        menu.setText(ReadingWords.of(reading));
        detail.setText(reading.detail());
        Tooltip full = reading.detail().isEmpty() ? null : new Tooltip(reading.detail());
        detail.setTooltip(full);
        place();
        attempts.getChildren().clear();
        for (Reading.Attempt attempt : reading.attempts()) {
            attempts.getChildren().add(line(ReadingWords.of(attempt, reading)));
        }
    }

    /** What the row has no room for stands below it: the name of a schema or the times of a window are not cut. */
    private void place() {
        applyCss();
        double free = getWidth()
                - row.snappedLeftInset()
                - row.snappedRightInset()
                - 2 * row.getSpacing()
                - menu.prefWidth(-1)
                - why.prefWidth(-1);
        double wanted = detail.prefWidth(-1) - detail.snappedLeftInset() - detail.snappedRightInset();
        boolean below = getWidth() > 0 && wanted > free;
        if (below != getChildren().contains(detail)) {
            place(below);
        }
    }

    private void place(boolean below) {
        row.getChildren().clear();
        getChildren().remove(detail);
        detail.setWrapText(below);
        detail.setMinHeight(below ? USE_PREF_SIZE : USE_COMPUTED_SIZE);
        detail.getStyleClass().setAll("label", below ? "inspector-note" : "caption");
        if (below) {
            row.getChildren().addAll(menu, room, why);
            getChildren().add(1, detail);
        } else {
            row.getChildren().addAll(menu, detail, why);
        }
    }

    void clear() {
        Shown.set(this, false);
        attempts.getChildren().clear();
    }

    private static Label line(String words) {
        Label line = new Label(words);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.getStyleClass().add("inspector-attempt");
        return line;
    }
}
