package dev.surveyor.ui.connections;

import dev.surveyor.service.sandbox.SandboxState;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steps of the sandbox's start as they happen, and the way to give up. */
final class SandboxProgress extends VBox {

    private final VBox rows = new VBox();

    SandboxProgress(ObservableList<WelcomeViewModel.StepRow> steps, Runnable cancel) {
        getStyleClass().add("welcome-sample");
        Label title = new Label("Starting the sandbox");
        title.getStyleClass().add("title-15");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button giveUp = new Button("_Cancel");
        giveUp.setId("welcome-sandbox-cancel");
        giveUp.setCancelButton(true);
        giveUp.setOnAction(event -> cancel.run());
        HBox head = new HBox(8, title, gap, giveUp);
        head.setAlignment(Pos.CENTER_LEFT);
        rows.setId("welcome-sandbox-steps");
        getChildren().addAll(head, rows);
        steps.addListener((ListChangeListener<WelcomeViewModel.StepRow>) change -> show(steps));
        show(steps);
    }

    private void show(ObservableList<WelcomeViewModel.StepRow> steps) {
        rows.getChildren().setAll(steps.stream().map(SandboxProgress::row).toList());
    }

    private static Node row(WelcomeViewModel.StepRow step) {
        FontIcon mark = new FontIcon(
                switch (step.status()) {
                    case WAITING -> Feather.CIRCLE;
                    case RUNNING -> Feather.LOADER;
                    case DONE -> Feather.CHECK;
                });
        mark.getStyleClass()
                .addAll(
                        "small-icon",
                        switch (step.status()) {
                            case WAITING -> "muted";
                            case RUNNING -> "accent";
                            case DONE -> "ok";
                        });
        Label name = new Label(step.name());
        name.getStyleClass().add(step.status() == SandboxState.Status.WAITING ? "muted" : "medium");
        name.getStyleClass().addAll("body-12", "welcome-step-name");
        Label time = new Label(step.time());
        time.getStyleClass().addAll("muted", "mono");
        HBox row = new HBox(8, mark, name, time);
        row.getStyleClass().add("welcome-step");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
