package dev.surveyor.ui.seek;

import dev.surveyor.ui.parts.EnvironmentHead;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The head of the dialog: the band of the environment, what is sought, and which consumer it moves. */
final class SeekHead extends EnvironmentHead {

    SeekHead(SeekViewModel model, Runnable close) {
        super("seek-environment", model.profile().environment());
        Label title = new Label();
        title.setId("seek-title");
        title.getStyleClass().add("title-15");
        title.setMinWidth(USE_PREF_SIZE);
        Label consumer = new Label();
        consumer.setId("seek-consumer");
        consumer.getStyleClass().addAll("body-12", "muted");
        title.textProperty().bind(model.subjectProperty().map(SeekSubject::title));
        consumer.textProperty()
                .bind(model.subjectProperty()
                        .map(subject -> subject.words(model.profile().name())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button x = new Button("", new FontIcon(Feather.X));
        x.setId("seek-close");
        x.getStyleClass().addAll("button-icon", "flat");
        x.setAccessibleText("Close without seeking");
        x.setTooltip(new Tooltip("Close without seeking (Esc)"));
        x.setOnAction(e -> close.run());
        getChildren().addAll(title, consumer, gap, x);
    }
}
