package dev.surveyor.ui.connections;

import dev.surveyor.domain.failure.BrokerFailure;
import dev.surveyor.ui.fx.Clipboards;
import dev.surveyor.ui.parts.Controls;
import dev.surveyor.ui.parts.Shown;
import dev.surveyor.ui.parts.Uncut;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A failure near its cause: what happened, why, what to do; the details on demand. Takes no space while there is none. */
final class FailureBanner extends VBox {

    private static final int DETAIL_ROWS = 6;

    private final Label what = new Label();
    private final Label why = new Label();
    private final Label remedies = new Label();
    private final TextArea details = new TextArea();
    private final Hyperlink more;
    private @Nullable BrokerFailure shown;

    /** @param feature the beginning of the ids of its controls */
    FailureBanner(String feature, Clipboards clipboards) {
        getStyleClass().add("failure-banner");
        setId(feature + "-failure");
        what.setId(feature + "-failure-what");
        what.getStyleClass().add("semibold");
        why.setId(feature + "-failure-why");
        why.getStyleClass().add("body-12");
        remedies.setId(feature + "-failure-try");
        remedies.getStyleClass().add("body-12");
        for (Label label : new Label[] {what, why, remedies}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        details.setEditable(false);
        details.setAccessibleText("Details of the failure");
        details.setPrefRowCount(DETAIL_ROWS);
        details.getStyleClass().add("mono");
        more = Controls.link(feature + "-failure-details", "Details", "", () -> showDetails(!details.isVisible()));
        Button copy = Controls.button(
                feature + "-failure-copy",
                "Copy",
                "",
                () -> {
                    if (shown != null) {
                        clipboards.copy(shown.report());
                    }
                },
                "small");
        copy.setGraphic(new FontIcon(Feather.COPY));
        Uncut.keep(copy, more);
        FontIcon icon = new FontIcon(Feather.ALERT_CIRCLE);
        icon.getStyleClass().add("danger");
        VBox words = new VBox(2, what, why, remedies);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(12, icon, words, more, copy);
        row.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(row, details);
        show(null);
    }

    /** Shows the failure; null takes it away. */
    void show(@Nullable BrokerFailure failure) {
        shown = failure;
        Shown.set(this, failure != null);
        showDetails(false);
        if (failure != null) {
            what.setText(failure.what());
            why.setText(failure.why());
            Shown.set(why, !failure.why().isEmpty());
            remedies.setText("Try: " + String.join(" · ", failure.remedies()));
            details.setText(failure.details());
            Shown.set(more, !failure.details().isBlank());
        }
    }

    private void showDetails(boolean visible) {
        Shown.set(details, visible);
        more.setText(visible ? "Hide details" : "Details");
    }
}
