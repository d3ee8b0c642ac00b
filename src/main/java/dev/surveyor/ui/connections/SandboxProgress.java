package dev.surveyor.ui.connections;

import dev.surveyor.service.sandbox.SandboxState.Status;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Spacer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steps of the sandbox's start as they happen, and the way to give up. */
final class SandboxProgress extends VBox {

    private final VBox rows = new VBox();

    SandboxProgress(ObservableList<WelcomeViewModel.StepRow> steps, Runnable cancel) {
        getStyleClass().add("welcome-sample");
        Label title = new Label("Starting the sandbox");
        title.getStyleClass().add("title-15");
        Button giveUp = Controls.button("welcome-sandbox-cancel", "_Cancel", "", cancel);
        giveUp.setCancelButton(true);
        HBox head = new HBox(8, title, new Spacer(), giveUp);
        head.setAlignment(Pos.CENTER_LEFT);
        rows.setId("welcome-sandbox-steps");
        getChildren().addAll(head, rows);
        steps.addListener((ListChangeListener<WelcomeViewModel.StepRow>) change -> show(steps));
        show(steps);
    }

    /** Changes only what is new: this is drawn while the broker needs the machine for itself. */
    private void show(ObservableList<WelcomeViewModel.StepRow> steps) {
        while (rows.getChildren().size() > steps.size()) {
            rows.getChildren().remove(rows.getChildren().size() - 1);
        }
        for (int i = 0; i < steps.size(); i++) {
            if (i == rows.getChildren().size()) {
                rows.getChildren().add(new Row());
            }
            ((Row) rows.getChildren().get(i)).show(steps.get(i));
        }
    }

    private static final class Row extends HBox {
        private final FontIcon mark = new FontIcon();
        private final Label name = new Label();
        private final Label time = new Label();
        private @Nullable Status shown;

        Row() {
            super(8);
            getStyleClass().add("welcome-step");
            setAlignment(Pos.CENTER_LEFT);
            time.getStyleClass().addAll("muted", "mono");
            getChildren().addAll(mark, name, time);
        }

        void show(WelcomeViewModel.StepRow step) {
            name.setText(step.name());
            time.setText(step.time());
            if (shown != step.status()) {
                shown = step.status();
                mark.setIconCode(icon(shown));
                mark.getStyleClass().setAll("ikonli-font-icon", "small-icon", tone(shown));
                name.getStyleClass()
                        .setAll("label", shown == Status.WAITING ? "muted" : "medium", "body-12", "welcome-step-name");
            }
        }

        private static Feather icon(Status status) {
            return switch (status) {
                case WAITING -> Feather.CIRCLE;
                case RUNNING -> Feather.LOADER;
                case DONE -> Feather.CHECK;
            };
        }

        private static String tone(Status status) {
            return switch (status) {
                case WAITING -> "muted";
                case RUNNING -> "accent";
                case DONE -> "ok";
            };
        }
    }
}
