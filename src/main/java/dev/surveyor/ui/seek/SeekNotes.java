package dev.surveyor.ui.seek;

import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Spacer;
import dev.surveyor.ui.parts.Uncut;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The effect of the plan in a sentence, what is not as it was asked for, and of when the preview is. */
final class SeekNotes extends HBox {

    SeekNotes(SeekViewModel model) {
        super(8);
        getStyleClass().add("seek-notes");
        setAlignment(Pos.CENTER_LEFT);
        FontIcon icon = new FontIcon(Feather.INFO);
        icon.getStyleClass().addAll("small-icon", "muted");
        Label summary = label("seek-summary", "medium");
        summary.textProperty().bind(model.effect().summaryProperty());
        Uncut.keep(summary);
        Label warning = label("seek-warning", "warn");
        warning.textProperty().bind(model.effect().warningProperty());
        warning.setMinWidth(0);
        warning.setWrapText(true);
        warning.setMinHeight(USE_PREF_SIZE);
        warning.tooltipProperty().set(new Tooltip());
        warning.getTooltip().textProperty().bind(model.effect().warningProperty());
        Label asOf = label("seek-as-of", "muted");
        asOf.textProperty().bind(model.effect().asOfProperty());
        Uncut.keep(asOf);
        Button refresh = Controls.iconButton(
                "seek-refresh",
                Feather.REFRESH_CW,
                "Read the positions again",
                model::refresh,
                "button-icon",
                "flat",
                "small",
                "seek-refresh");
        refresh.disableProperty().bind(model.busyProperty());
        getChildren().addAll(icon, summary, warning, new Spacer(), asOf, refresh);
    }

    private static Label label(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().addAll("body-12", style);
        return label;
    }
}
