package dev.surveyor.ui.topics;

import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Dot;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Spacer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Draws the card of the sandbox at the foot of the sidebar. */
final class SandboxCard extends VBox {

    private final SandboxCardViewModel model;
    private final Dot dot = new Dot(Dot.Kind.MUTED);
    private final Label title = new Label();
    private final Label port = new Label();
    private final Label hint = new Label();
    private final Label rateLabel = new Label("Generator");
    private final TextField rate = new TextField();
    private final HBox rateRow = new HBox(8);
    private final Label rateProblem = new Label();
    private final Button start =
            Controls.withIcon(Feather.PLAY, Controls.button("sandbox-start", "Start", "", "small"));
    private final Button stop = Controls.withIcon(Feather.SQUARE, Controls.button("sandbox-stop", "Stop", "", "small"));
    private final Button reset =
            Controls.withIcon(Feather.ROTATE_CCW, Controls.button("sandbox-reset", "Reset data", "", "small"));

    SandboxCard(SandboxCardViewModel model, SidebarActions actions) {
        this.model = model;
        getStyleClass().add("sandbox-card");
        getChildren().addAll(head(), hint, rateRow(), rateProblem, buttons(actions));
        bind();
    }

    private HBox head() {
        title.setId("sandbox-state");
        title.getStyleClass().addAll("semibold", "body-12");
        port.setId("sandbox-port");
        port.getStyleClass().addAll("mono-small", "muted");
        hint.setId("sandbox-hint");
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        HBox head = new HBox(8, dot, title, new Spacer(), port);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox rateRow() {
        rate.setId("sandbox-rate");
        rate.getStyleClass().addAll("small", "mono");
        rate.setTooltip(
                new Tooltip("Records per second that the generator adds to orders; 0 stops it. Enter applies."));
        rateLabel.setLabelFor(rate);
        rateLabel.getStyleClass().add("body-12");
        Label unit = new Label("records/s");
        unit.getStyleClass().add("caption");
        rateRow.getChildren().addAll(rateLabel, rate, unit);
        rateRow.setAlignment(Pos.CENTER_LEFT);
        rateProblem.setId("sandbox-rate-problem");
        rateProblem.getStyleClass().addAll("caption", "danger");
        return rateRow;
    }

    private HBox buttons(SidebarActions actions) {
        start.setOnAction(e -> actions.startSandbox());
        stop.setOnAction(e -> model.stop());
        reset.setOnAction(e -> model.reset());
        return new HBox(8, start, stop, reset);
    }

    private void bind() {
        title.textProperty().bind(model.titleProperty());
        port.textProperty().bind(model.portProperty());
        hint.textProperty().bind(model.hintProperty());
        rateProblem.textProperty().bind(model.rateProblemProperty());
        rate.textProperty().bindBidirectional(model.rateProperty());
        rate.setOnAction(e -> model.applyRate());
        rate.focusedProperty().addListener((at, old, now) -> {
            if (!now && model.runningProperty().get()) {
                model.applyRate();
            }
        });
        PseudoClass invalid = PseudoClass.getPseudoClass("invalid");
        model.rateProblemProperty()
                .addListener((at, old, now) -> rate.pseudoClassStateChanged(invalid, !now.isEmpty()));
        dot.setKind(model.dotProperty().get());
        model.dotProperty().addListener((at, old, now) -> dot.setKind(now));
        hint.visibleProperty().bind(model.hintProperty().isNotEmpty());
        rateRow.visibleProperty().bind(model.runningProperty());
        rateProblem.visibleProperty().bind(model.rateProblemProperty().isNotEmpty());
        stop.visibleProperty().bind(model.runningProperty());
        start.visibleProperty().bind(model.runningProperty().not());
        for (Region region : new Region[] {hint, rateRow, rateProblem, stop, start}) {
            Shown.foldHidden(region);
        }
        start.disableProperty().bind(model.busyProperty());
        model.runningProperty().addListener((at, old, now) -> handOn(stop, start));
        model.runningProperty().addListener((at, old, now) -> handOn(start, stop));
        reset.disableProperty().bind(model.busyProperty());
    }

    /** One of the two stands in the other's place; the focus stays there. */
    private static void handOn(Button from, Button to) {
        if (from.isFocused() && to.isVisible()) {
            to.requestFocus();
        }
    }
}
